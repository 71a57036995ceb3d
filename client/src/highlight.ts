import * as vscode from 'vscode';
import { isArticle } from './articles.ts';
import type { Projects } from './projects.ts';
import { articleLanguage } from './server/names.ts';

/**
 * Shows the plain text articles of a corpus in the language for news text, and gives them back to plain text
 * when the user turns the setting off. Text files outside a corpus are left alone.
 */
export function highlightArticles(projects: Projects): vscode.Disposable {
  const switched = new Set<string>();
  const show = async (document: vscode.TextDocument) => {
    const id = document.uri.toString();
    const wanted = isWanted();
    if (
      wanted &&
      document.languageId === 'plaintext' &&
      isArticle(document) &&
      projects.covers(document.uri)
    ) {
      switched.add(id);
      await vscode.languages.setTextDocumentLanguage(document, articleLanguage);
    } else if (!wanted && switched.delete(id) && document.languageId === articleLanguage) {
      await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    }
  };
  const showAll = () => {
    for (const document of vscode.workspace.textDocuments) void show(document);
  };
  void projects.ready.then(showAll);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument((document) => void show(document)),
    projects.onDidChange(showAll),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('pressmark.highlightArticles')) showAll();
    }),
  );
}

function isWanted(): boolean {
  return vscode.workspace.getConfiguration('pressmark').get<boolean>('highlightArticles', true);
}
