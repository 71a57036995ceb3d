import * as vscode from 'vscode';
import type { MarkParams, MarkResult } from '../../../../server/src/lsp/protocol/people.ts';
import type { ArticleState } from '../../../../server/src/lsp/protocol.ts';
import { activeArticle } from '../../commands/active.ts';
import { report, reportFailure } from '../../commands/report.ts';
import { saveSidecar } from '../../server/save.ts';
import type { ServerSession } from '../../server/session.ts';
import type { CorpusModel } from '../corpus/model.ts';
import type { CorpusNode } from '../corpus/nodes.ts';
import { markRequest } from './names.ts';

/**
 * Says how far the user is with an article: the one whose line in the tree was clicked, else the active one; of several
 * that are selected in the tree, with all of them.
 */
export async function markArticle(
  session: ServerSession,
  corpus: CorpusModel,
  status: ArticleState,
  node?: CorpusNode,
  selected?: readonly CorpusNode[],
): Promise<void> {
  const nodes = selected && selected.length > 1 ? selected : node ? [node] : [];
  const chosen = nodes.flatMap((one) => (one.kind === 'article' ? one.article.uri : []));
  const active = nodes.length === 0 ? activeArticle()?.document.uri.toString() : undefined;
  await reportFailure(async () => {
    for (const uri of active === undefined ? chosen : [active]) {
      const params: MarkParams = { uri, status };
      const result = await session.ask<MarkResult>(markRequest, params);
      if (result.sidecar !== undefined) await saveSidecar(vscode.Uri.parse(result.sidecar));
      if (result.doubts === undefined) report(result);
      else void showDoubts(result.message);
    }
    if (chosen.length > 0 || corpus.articles.length > 0) await corpus.refresh();
  });
}

/** A done article with doubts is done; but its annotator should know. */
async function showDoubts(message: string): Promise<void> {
  const show = vscode.l10n.t('Show Problems');
  if ((await vscode.window.showWarningMessage(message, show)) === show) {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
}
