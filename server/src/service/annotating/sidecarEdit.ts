import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { editedText } from '../../core/annotations/editMany.ts';
import type { Operation } from '../../core/annotations/operations.ts';
import { type Message, msg } from '../../core/message.ts';
import type { Layer } from '../sidecars.ts';
import type { Workspace } from '../workspace.ts';
import { fileEdit } from './fileEdit.ts';

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
  const after = editedText(before, operations);
  if (!after.ok) return { refused: after.reason };
  return { edit: fileEdit(workspace, layer.uri, layer.file, after.text) };
}

/** Says that an article was edited between the offer of an action and its choice. */
export function staleArticle(): Message {
  return msg('The article has changed since this action was offered. Nothing was done; please try again.');
}
