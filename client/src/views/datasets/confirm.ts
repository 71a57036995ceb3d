import * as vscode from 'vscode';
import type { ReportView } from '../../../../server/src/lsp/protocol/datasets.ts';
import type { Reports } from './reports.ts';

/** What a preview has to say. */
export interface Preview {
  readonly title: string;
  /** In a sentence. */
  readonly sentence: string;
  /** In full. */
  readonly report: ReportView;
  /** The word on the button that goes on. */
  readonly goOn: string;
}

/**
 * Shows what a preview found and asks whether to go on; whoever wants to read the report first is asked again beside
 * it. False where the user would rather not.
 */
export async function confirmed(reports: Reports, preview: Preview): Promise<boolean> {
  const { title, sentence, report, goOn } = preview;
  const read = vscode.l10n.t('Read Report');
  const options = { modal: true, detail: sentence };
  const answer = await vscode.window.showInformationMessage(title, options, goOn, read);
  if (answer !== read) return answer === goOn;
  await reports.show(title, report);
  return (await vscode.window.showInformationMessage(sentence, goOn)) === goOn;
}
