import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { TextReplacement } from '../../core/text/range.ts';
import type { Article } from '../articles.ts';
import { toTextEdit } from '../convert.ts';
import type { Workspace } from '../workspace.ts';

/** An edit of an article; refused by the client where it has another version by then. */
export function articleEdit(
  workspace: Workspace,
  article: Article,
  replacements: readonly TextReplacement[],
): WorkspaceEdit {
  const { document, open } = article;
  const edits = replacements.map((r) => toTextEdit(document, r));
  if (!workspace.client.documentChanges) return { changes: { [document.uri]: edits } };
  const textDocument = { uri: document.uri, version: open ? document.version : null };
  return { documentChanges: [{ textDocument, edits }] };
}
