import * as vscode from 'vscode';
import type { RulePrecisionView } from '../../../server/src/lsp/protocol.ts';
import { serverCommand } from '../server/names.ts';
import type { ServerSession } from '../server/session.ts';
import { report, reportFailure } from './report.ts';

/** Lists the rules with how often they are right in this corpus, by what people said; a rule leads to its page. */
export async function showRulePrecision(session: ServerSession): Promise<void> {
  await reportFailure(async () => {
    const title = vscode.l10n.t('Counting findings');
    const result = await session.executeLong(serverCommand.rulePrecision, title);
    report(result);
    if (!result.rules) return;
    const placeHolder = vscode.l10n.t('How often each rule is right, of the findings confirmed or dismissed');
    const picked = await vscode.window.showQuickPick(result.rules.map(item), { placeHolder });
    if (picked) await openPage(picked.label);
  });
}

function item(rule: RulePrecisionView): vscode.QuickPickItem {
  const { findings, open, confirmed, dismissed, disputed, past, precision } = rule;
  return {
    label: rule.rule,
    description: precision
      ? vscode.l10n.t(
          '{0} % ({1}–{2} %), n = {3}',
          percent(precision.value),
          percent(precision.low),
          percent(precision.high),
          precision.n,
        )
      : '–',
    detail: vscode.l10n.t(
      'Findings: {0}; open: {1}; confirmed: {2}; dismissed: {3}; disputed: {4}. Besides, judged before they were repaired: {5}',
      findings,
      open,
      confirmed,
      dismissed,
      disputed,
      past,
    ),
  };
}

function percent(share: number): string {
  return (100 * share).toFixed(0);
}

/** Codes are read from sidecars too, and those are anybody's. */
const ruleCode = /^[a-z-]+\/[a-z-]+$/;

async function openPage(rule: string): Promise<void> {
  const extension = vscode.extensions.getExtension('pressmark.pressmark');
  if (!extension || !ruleCode.test(rule)) return;
  const page = vscode.Uri.joinPath(extension.extensionUri, 'docs/rules', `${rule}.md`);
  await vscode.commands.executeCommand('markdown.showPreview', page);
}
