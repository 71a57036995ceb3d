import * as vscode from 'vscode';
import type { FixCorpusArguments, RuleView } from '../../../server/src/lsp/protocol.ts';
import { rulesRequest, serverCommand } from '../server/names.ts';
import type { ServerSession } from '../server/session.ts';
import { report, reportFailure } from './report.ts';

interface KindItem extends vscode.QuickPickItem {
  readonly change: FixCorpusArguments;
}

/** Lets the user choose a kind of finding, and has all certain repairs of it shown and made. */
export async function fixCorpus(session: ServerSession): Promise<void> {
  await reportFailure(async () => {
    const rules = await session.ask<RuleView[]>(rulesRequest, {});
    const placeHolder = vscode.l10n.t(
      'What is to be repaired in all articles? You see every change before it is made.',
    );
    const kind = await vscode.window.showQuickPick(kinds(rules), { placeHolder, matchOnDetail: true });
    if (!kind) return;
    const title = vscode.l10n.t('Looking for what can be repaired');
    report(await session.executeLong(serverCommand.fixCorpus, title, kind.change));
  });
}

/** Everything first, then the kinds of which findings are known, the most frequent first. */
function kinds(rules: readonly RuleView[]): KindItem[] {
  const counts = knownFindings();
  const count = (rule: RuleView) => counts.get(rule.code) ?? 0;
  const all = { label: vscode.l10n.t('Everything that can be repaired for certain'), change: {} };
  const each = rules
    .toSorted((a, b) => count(b) - count(a))
    .map((rule) => ({
      label: rule.title,
      description: count(rule) > 0 ? `${rule.code} · ${count(rule)}` : rule.code,
      detail: rule.description,
      change: { rule: rule.code },
    }));
  return [all, ...each];
}

function knownFindings(): Map<unknown, number> {
  const counts = new Map<unknown, number>();
  for (const [, diagnostics] of vscode.languages.getDiagnostics()) {
    for (const { source, code } of diagnostics) {
      if (source !== 'pressmark') continue;
      const name = typeof code === 'object' ? code.value : code;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
}
