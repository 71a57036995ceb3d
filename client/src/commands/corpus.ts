import * as vscode from 'vscode';
import { serverCommand } from '../server/names.ts';
import type { ServerSession } from '../server/session.ts';
import type { CorpusModel } from '../views/corpus/model.ts';
import { report, reportFailure } from './report.ts';

/** Opens the first article without annotations after the active one, in the order of the corpus. */
export async function openNextUnannotated(model: CorpusModel): Promise<void> {
  await reportFailure(() => model.refresh());
  const open = vscode.window.activeTextEditor?.document.uri.toString();
  const here = model.articles.findIndex((article) => article.uri === open);
  const inOrder = [...model.articles.slice(here + 1), ...model.articles.slice(0, here + 1)];
  const next = inOrder.find((article) => article.annotations === 0 && article.uri !== open);
  if (next) await vscode.window.showTextDocument(vscode.Uri.parse(next.uri));
  else
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Every other article of the corpus has annotations.'),
    );
}

/** Has the server check every article, with progress and a button to stop. */
export async function checkCorpus(session: ServerSession, model: CorpusModel): Promise<void> {
  await reportFailure(async () => {
    report(await session.executeLong(serverCommand.checkCorpus, vscode.l10n.t('Checking the corpus')));
    await model.refresh();
  });
}
