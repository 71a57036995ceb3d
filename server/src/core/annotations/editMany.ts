import { applyReplacements, type TextReplacement } from '../text/range.ts';
import { operationEdit } from './edit.ts';
import { sidecarLayout, trimLine } from './layout.ts';
import type { Operation } from './operations.ts';
import { parseSidecar } from './parse.ts';
import { annotationLine } from './serialize.ts';

/** A sidecar's text after some operations, or why they cannot be carried out: none of them is then. */
export type EditedText = { readonly ok: true; readonly text: string } | Refused;
type Refused = Extract<ReturnType<typeof operationEdit>, { readonly ok: false }>;

/**
 * The text of a sidecar after operations, each on what the one before it left, as `operationEdit` carries them out.
 * Replacements of many lines take one pass over the text.
 */
export function editedText(sidecarText: string, operations: readonly Operation[]): EditedText {
  const replaced = operations.length > 1 ? replacedLines(sidecarText, operations) : undefined;
  if (replaced !== undefined) return { ok: true, text: replaced };
  let text = sidecarText;
  for (const operation of operations) {
    const step = operationEdit(text, operation);
    if (!step.ok) return step;
    text = applyReplacements(text, [step.edit]);
  }
  return { ok: true, text };
}

/** Undefined where the operations are not replacements only of different lines, or the file is not in line form. */
function replacedLines(sidecarText: string, operations: readonly Operation[]): string | undefined {
  const wanted = new Map(
    operations.flatMap((o) => (o.kind === 'replace' ? [[o.annotation.id, o.annotation]] : [])),
  );
  if (wanted.size !== operations.length) return undefined;
  const { writable, annotations } = parseSidecar(sidecarText);
  const layout = sidecarLayout(sidecarText);
  if (!writable || layout?.rows.length !== annotations.length) return undefined;
  const edits: TextReplacement[] = [];
  for (const [i, row] of layout.rows.entries()) {
    const annotation = wanted.get(annotations[i]?.annotation.id ?? '');
    if (!annotation) continue;
    const { start, end } = trimLine(sidecarText, row);
    edits.push({ start, end: end - 1, newText: annotationLine(annotation) });
  }
  // An id that is missing or doubled is refused with its reason.
  return edits.length === wanted.size ? applyReplacements(sidecarText, edits) : undefined;
}
