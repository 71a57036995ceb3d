import * as vscode from 'vscode';
import { serverCommand } from '../server/names.ts';
import type { ServerSession } from '../server/session.ts';
import type { CorpusModel } from '../views/corpus/model.ts';
import { isToDo } from '../views/corpus/nodes.ts';
import { report, reportFailure } from './report.ts';

/**
 * Opens the first article after the active one, in the order of the corpus, that the user still has to do: one that is
 * assigned to them, or, where nothing is assigned, one without annotations.
 */
export async function openNextUnannotated(model: CorpusModel): Promise<void> {
  await reportFailure(() => model.refresh());
  const open = vscode.window.activeTextEditor?.document.uri.toString();
  const here = model.articles.findIndex((article) => article.uri === open);
  const inOrder = [...model.articles.slice(here + 1), ...model.articles.slice(0, here + 1)];
  const assigns = model.articles.some((article) => article.mine !== undefined);
  const next = inOrder.find(
    (article) =>
      article.uri !== open && isToDo(article) && (assigns ? article.mine : article.annotations === 0),
  );
  if (next) await vscode.window.showTextDocument(vscode.Uri.parse(next.uri));
  else
    void vscode.window.showInformationMessage(
      assigns
        ? vscode.l10n.t('You are done with every other article that is assigned to you.')
        : vscode.l10n.t('Every other article of the corpus has annotations.'),
    );
}

/** Has the server check every article, with progress and a button to stop. */
export async function checkCorpus(session: ServerSession, model: CorpusModel): Promise<void> {
  await reportFailure(async () => {
    report(await session.executeLong(serverCommand.checkCorpus, vscode.l10n.t('Checking the corpus')));
    await model.refresh();
  });
}
