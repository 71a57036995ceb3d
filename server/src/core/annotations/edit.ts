import { type Message, msg } from '../message.ts';
import type { TextReplacement } from '../text/range.ts';
import { sidecarLayout, trimLine } from './layout.ts';
import { compareIds } from './model.ts';
import { applyOperation, type Operation, operationId } from './operations.ts';
import { parseSidecar } from './parse.ts';
import { annotationLine, serializeSidecar } from './serialize.ts';
import { annotationsOf, type Sidecar } from './sidecar.ts';

export type OperationEdit =
  | { readonly ok: true; readonly edit: TextReplacement }
  | { readonly ok: false; readonly reason: Message };

/**
 * The one text edit (UTF-16 offsets of the sidecar's text) that carries out an operation: a line inserted before the
 * first greater id, a line removed, or a line's content replaced, with the line ends that the file has. An empty file
 * gets the canonical text, and so does a file that is valid but not in line form (a formatter was at it): there the
 * edit replaces the whole text. Refused, with a reason for people, where the file cannot be written without loss,
 * where an addition's id is taken, and where the id of a removal or replacement is missing or doubled.
 */
export function operationEdit(sidecarText: string, operation: Operation): OperationEdit {
  const sidecar = parseSidecar(sidecarText);
  const reason = refusal(sidecar, operation);
  if (reason) return { ok: false, reason };
  const layout = sidecarLayout(sidecarText);
  if (!layout || layout.rows.length !== sidecar.annotations.length) {
    const newText = serializeSidecar(applyOperation(annotationsOf(sidecar), operation));
    const start = sidecarText.charCodeAt(0) === 0xfeff ? 1 : 0;
    return { ok: true, edit: { start, end: sidecarText.length, newText } };
  }
  const id = operationId(operation);
  if (operation.kind === 'add') {
    const next = sidecar.annotations.findIndex((entry) => compareIds(entry.annotation.id, id) > 0);
    const at = (layout.rows[next] ?? layout.sentinel).start;
    const newText = `${annotationLine(operation.annotation)},${layout.eol}`;
    return { ok: true, edit: { start: at, end: at, newText } };
  }
  const row =
    layout.rows[sidecar.annotations.findIndex((entry) => entry.annotation.id === id)] ?? layout.sentinel;
  if (operation.kind === 'remove')
    return { ok: true, edit: { start: row.start, end: row.next, newText: '' } };
  const { start, end } = trimLine(sidecarText, row);
  return { ok: true, edit: { start, end: end - 1, newText: annotationLine(operation.annotation) } };
}

function refusal(sidecar: Sidecar, operation: Operation): Message | undefined {
  const obstacle = sidecar.writable ? undefined : sidecar.problems.find((p) => p.severity === 'error');
  if (!sidecar.writable) {
    return obstacle?.message ?? msg('This annotation file cannot be changed without losing something.');
  }
  const id = operationId(operation);
  const count = sidecar.annotations.filter((entry) => entry.annotation.id === id).length;
  if (operation.kind === 'add') {
    return count === 0
      ? undefined
      : msg('The file already has an annotation with the id {0}: try again.', id);
  }
  if (count === 0)
    return msg('The annotation {0} is no longer in the file: it was removed in the meantime.', id);
  if (count > 1)
    return msg('The file has {0} annotations with the id {1}: give each an id of its own first.', count, id);
  return undefined;
}
