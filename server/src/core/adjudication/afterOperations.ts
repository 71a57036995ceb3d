import { operationEdit } from '../annotations/edit.ts';
import type { Annotation } from '../annotations/model.ts';
import { applyOperation, type Operation } from '../annotations/operations.ts';
import { annotationsOf, parseSidecar } from '../annotations/parse.ts';
import { serializeSidecar } from '../annotations/serialize.ts';
import type { Message } from '../message.ts';
import { applyReplacements } from '../text/range.ts';

export type ChangedSidecar =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: Message };

/**
 * A sidecar's text after many operations, of which each is carried out as `operationEdit` does; all or none. A text in
 * canonical form, as Pressmark writes it, is parsed once rather than once for each.
 */
export function afterOperations(sidecarText: string, operations: readonly Operation[]): ChangedSidecar {
  const quick = inCanonicalForm(sidecarText, operations);
  if (quick !== undefined) return { ok: true, text: quick };
  let text = sidecarText;
  for (const operation of operations) {
    const step = operationEdit(text, operation);
    if (!step.ok) return step;
    text = applyReplacements(text, [step.edit]);
  }
  return { ok: true, text };
}

/** Undefined where the text is not canonical, or an operation does not fit: then each is tried, and says why. */
function inCanonicalForm(sidecarText: string, operations: readonly Operation[]): string | undefined {
  const sidecar = parseSidecar(sidecarText);
  const before = annotationsOf(sidecar);
  const isCanonical = sidecarText === '' || serializeSidecar(before) === sidecarText;
  if (!sidecar.writable || !isCanonical) return undefined;
  let after: readonly Annotation[] = before;
  for (const operation of operations) {
    const next = applyOperation(after, operation);
    if (next === after) return undefined;
    after = next;
  }
  return serializeSidecar(after);
}
