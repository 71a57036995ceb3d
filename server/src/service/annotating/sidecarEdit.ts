import { CreateFile, TextDocumentEdit, TextEdit, type WorkspaceEdit } from 'vscode-languageserver-types';
import { operationEdit } from '../../core/annotations/edit.ts';
import type { Operation } from '../../core/annotations/operations.ts';
import { type Message, msg } from '../../core/message.ts';
import { applyReplacements, type TextReplacement } from '../../core/text/range.ts';
import { toTextEdit } from '../convert.ts';
import type { Layer } from '../sidecars.ts';
import type { Workspace } from '../workspace.ts';

export type SidecarEdit = { readonly edit: WorkspaceEdit } | { readonly refused: Message };

/**
 * One minimal edit of a sidecar that carries out the operations, against its text as it is now. A sidecar that does
 * not exist is created by the same edit; one that cannot be written without loss is refused, with the reason.
 */
export function sidecarEdit(
  workspace: Workspace,
  layer: Layer,
  operations: readonly Operation[],
): SidecarEdit {
  if (layer.unreadable) return { refused: layer.unreadable };
  const before = layer.file?.document.getText() ?? '';
  let after = before;
  for (const operation of operations) {
    const step = operationEdit(after, operation);
    if (!step.ok) return { refused: step.reason };
    after = applyReplacements(after, [step.edit]);
  }
  if (layer.file) {
    const edit = toTextEdit(layer.file.document, replacementBetween(before, after));
    return {
      edit: changeOf(workspace, layer.uri, layer.file.open ? layer.file.document.version : null, edit),
    };
  }
  return { edit: creationOf(workspace, layer.uri, after) };
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

/** The one replacement that turns `before` into `after`: what is left between their common start and end. */
function replacementBetween(before: string, after: string): TextReplacement {
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

/** Says that an article was edited between the offer of an action and its choice. */
export function staleArticle(): Message {
  return msg('The article has changed since this action was offered. Nothing was done; please try again.');
}
