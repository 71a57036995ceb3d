import type { TextDocument, Uri } from 'vscode';
import { articleLanguage, sidecarLanguage } from './server/names.ts';

/** Copies, previews and logs: never a file that somebody annotates. */
const otherSchemes = new Set(['git', 'output', 'vscode-bulkeditpreview-editor', 'untitled', 'comment']);

/** Whether files of this scheme may be articles: anything that can be opened, apart from copies and logs. */
export function isWorkScheme(scheme: string): boolean {
  return !otherSchemes.has(scheme);
}

/**
 * Whether the document is shown and treated as an article: news text by its language, or a plain `.txt` file.
 * Which articles belong to the corpus is the server's to say.
 */
export function isArticle(document: TextDocument): boolean {
  if (!isWorkScheme(document.uri.scheme)) return false;
  if (document.languageId === articleLanguage) return true;
  return document.languageId === 'plaintext' && /\.txt$/i.test(document.uri.path);
}

/** Whether the document is an article, a sidecar or a project file: what the server is started for. */
export function needsServer(document: TextDocument): boolean {
  if (!isWorkScheme(document.uri.scheme)) return false;
  return isArticle(document) || document.languageId === sidecarLanguage || isProjectFile(document.uri);
}

/** Whether the file is named as a project file is. */
export function isProjectFile(uri: Uri): boolean {
  return uri.path.endsWith('/pressmark.json');
}

/** Whether the file is named as a sidecar is. */
export function isSidecarFile(uri: Uri): boolean {
  return uri.path.endsWith('.ann.json');
}
