import * as vscode from 'vscode';
import { isWorkScheme } from '../articles.ts';
import { articleLanguage, sidecarLanguage } from './names.ts';

/** One filter of the selector; the shape that both LSP and VS Code read. */
export interface DocumentFilter {
  scheme: string;
  language?: string;
  pattern?: string;
}

/**
 * The schemes whose documents the server gets: the disk, and those of the open folders and documents (a folder
 * on vscode.dev is not `file:`). A selector cannot say "all but", so the wanted ones are counted up.
 */
export function workSchemes(): Set<string> {
  const schemes = new Set(['file']);
  const add = (uri: vscode.Uri) => {
    if (isWorkScheme(uri.scheme)) schemes.add(uri.scheme);
  };
  for (const folder of vscode.workspace.workspaceFolders ?? []) add(folder.uri);
  for (const editor of vscode.window.visibleTextEditors) add(editor.document.uri);
  return schemes;
}

/** What the server is told about: articles, sidecars, project files and entity files of these schemes. */
export function documentSelector(schemes: Iterable<string>): DocumentFilter[] {
  return [...schemes].flatMap((scheme) => [
    { scheme, language: 'plaintext' },
    { scheme, language: articleLanguage },
    { scheme, language: sidecarLanguage },
    { scheme, pattern: '**/pressmark.json' },
    { scheme, pattern: '**/*.{jsonl,csv,tsv}' },
  ]);
}
