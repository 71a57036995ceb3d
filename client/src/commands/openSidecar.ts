import * as vscode from 'vscode';
import { activeArticle } from './active.ts';

/** Opens the annotation file of the active article beside it; asks which where several people annotated. */
export async function openSidecar(): Promise<void> {
  const editor = activeArticle();
  if (!editor) return;
  const sidecars = await sidecarsOfArticle(editor.document.uri);
  const [first, ...others] = sidecars;
  if (first === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('This article has no annotation file yet. It is made when you tag the first name.'),
    );
    return;
  }
  const name = others.length === 0 ? first : await vscode.window.showQuickPick(sidecars);
  if (name === undefined) return;
  const uri = vscode.Uri.joinPath(editor.document.uri, '..', name);
  await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}

/** Names of the files beside the article that hold its annotations, one for each annotator. */
async function sidecarsOfArticle(article: vscode.Uri): Promise<string[]> {
  const name = article.path.slice(article.path.lastIndexOf('/') + 1);
  const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(article, '..'));
  return entries
    .map(([entry]) => entry)
    .filter((entry) => entry.startsWith(`${name}.`) && entry.endsWith('.ann.json'))
    .sort();
}
