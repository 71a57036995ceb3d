import { CreateFile, TextDocumentEdit, TextEdit, type WorkspaceEdit } from 'vscode-languageserver-types';
import type { TextReplacement } from '../../core/text/range.ts';
import { toTextEdit } from '../convert.ts';
import type { FileText } from '../texts.ts';
import type { Workspace } from '../workspace.ts';

/** One minimal edit, of whole lines, that makes a file hold `after`; a file that does not exist is created by it. */
export function fileEdit(
  workspace: Workspace,
  uri: string,
  file: FileText | undefined,
  after: string,
): WorkspaceEdit {
  if (!file) return creationOf(workspace, uri, after);
  const edit = toTextEdit(file.document, replacementBetween(file.document.getText(), after));
  return changeOf(workspace, uri, file.open ? file.document.version : null, edit);
}

function changeOf(workspace: Workspace, uri: string, version: number | null, edit: TextEdit): WorkspaceEdit {
  if (!workspace.client.documentChanges) return { changes: { [uri]: [edit] } };
  return { documentChanges: [TextDocumentEdit.create({ uri, version }, [edit])] };
}

function creationOf(workspace: Workspace, uri: string, text: string): WorkspaceEdit {
  const insert = TextEdit.insert({ line: 0, character: 0 }, text);
  if (!workspace.client.createFiles) return changeOf(workspace, uri, null, insert);
  return {
    documentChanges: [
      CreateFile.create(uri, { ignoreIfExists: true }),
      TextDocumentEdit.create({ uri, version: null }, [insert]),
    ],
  };
}

/** The one replacement, of whole lines, between the common start and end of `before` and `after`. */
export function replacementBetween(before: string, after: string): TextReplacement {
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  // Whole lines only, so that an editor never sees half an annotation.
  start = before.lastIndexOf('\n', start - 1) + 1;
  let tail = 0;
  while (
    tail < limit - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  const end = wholeLineEnd(before, Math.max(start, before.length - tail));
  return { start, end, newText: after.slice(start, after.length - (before.length - end)) };
}

function wholeLineEnd(text: string, at: number): number {
  if (at === 0 || text[at - 1] === '\n') return at;
  const next = text.indexOf('\n', at);
  return next < 0 ? text.length : next + 1;
}
