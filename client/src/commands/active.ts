import * as vscode from 'vscode';
import { isArticle } from '../articles.ts';

/** The editor with the article that the user is in; else undefined, and the user is told what to do. */
export function activeArticle(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor && isArticle(editor.document)) return editor;
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Open an article first: a plain text file (.txt), or one that pressmark.json includes.'),
  );
  return undefined;
}

/** The LSP form of a range in an editor. */
export function lspRange({ start, end }: vscode.Range) {
  const place = ({ line, character }: vscode.Position) => ({ line, character });
  return { start: place(start), end: place(end) };
}

/** The editor's form of an LSP range. */
export function editorRange({ start, end }: ReturnType<typeof lspRange>): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
