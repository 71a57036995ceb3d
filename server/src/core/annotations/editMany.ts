import { applyReplacements, type TextReplacement } from '../text/range.ts';
import { operationEdit } from './edit.ts';
import { sidecarLayout, trimLine } from './layout.ts';
import { type Annotation, compareIds, sortById } from './model.ts';
import { applyOperation, type Operation } from './operations.ts';
import { annotationsOf, parseSidecar, type Sidecar } from './parse.ts';
import { annotationLine, serializeSidecar } from './serialize.ts';

/** A sidecar's text after some operations, or why they cannot be carried out: none of them is then. */
export type EditedText = { readonly ok: true; readonly text: string } | Refused;
type Refused = Extract<ReturnType<typeof operationEdit>, { readonly ok: false }>;

/**
 * The text of a sidecar after operations, each on what the one before it left, as `operationEdit` carries them out.
 * Many take one pass over a text that Pressmark wrote, or in which they only replace lines.
 */
export function editedText(sidecarText: string, operations: readonly Operation[]): EditedText {
  const once = operations.length > 1 ? inOnePass(sidecarText, operations) : undefined;
  if (once !== undefined) return { ok: true, text: once };
  let text = sidecarText;
  for (const operation of operations) {
    const step = operationEdit(text, operation);
    if (!step.ok) return step;
    text = applyReplacements(text, [step.edit]);
  }
  return { ok: true, text };
}

/** Undefined where each has to be tried by itself, and says why it cannot be carried out. */
function inOnePass(sidecarText: string, operations: readonly Operation[]): string | undefined {
  const sidecar = parseSidecar(sidecarText);
  if (!sidecar.writable) return undefined;
  return (
    addedLines(sidecarText, sidecar, operations) ??
    replacedLines(sidecarText, sidecar, operations) ??
    inCanonicalForm(sidecarText, sidecar, operations)
  );
}

/** Undefined where the operations do not only add lines of new ids, or the file is not in line form and in order. */
function addedLines(
  sidecarText: string,
  { annotations }: Sidecar,
  operations: readonly Operation[],
): string | undefined {
  const added = sortById(operations.flatMap((o) => (o.kind === 'add' ? [o.annotation] : [])));
  const ids = new Set([...annotations.map((e) => e.annotation.id), ...added.map((a) => a.id)]);
  if (added.length !== operations.length || ids.size !== annotations.length + added.length) return undefined;
  if (sidecarText === '') return serializeSidecar(added);
  const layout = sidecarLayout(sidecarText);
  if (layout?.rows.length !== annotations.length) return undefined;
  const edits: TextReplacement[] = [];
  let next = 0;
  for (const [i, row] of [...layout.rows, layout.sentinel].entries()) {
    const id = annotations[i]?.annotation.id;
    const before = annotations[i - 1]?.annotation.id;
    if (id !== undefined && before !== undefined && compareIds(before, id) > 0) return undefined;
    let newText = '';
    for (; next < added.length; next++) {
      const annotation = added[next];
      if (!annotation || (id !== undefined && compareIds(annotation.id, id) > 0)) break;
      newText += `${annotationLine(annotation)},${layout.eol}`;
    }
    if (newText !== '') edits.push({ start: row.start, end: row.start, newText });
  }
  return applyReplacements(sidecarText, edits);
}

/** Undefined where the text is not canonical, or an operation changes nothing. */
function inCanonicalForm(
  sidecarText: string,
  sidecar: Sidecar,
  operations: readonly Operation[],
): string | undefined {
  const before = annotationsOf(sidecar);
  if (sidecarText !== '' && serializeSidecar(before) !== sidecarText) return undefined;
  let after: readonly Annotation[] = before;
  for (const operation of operations) {
    const next = applyOperation(after, operation);
    if (next === after) return undefined;
    after = next;
  }
  return serializeSidecar(after);
}

/** Undefined where the operations are not replacements only of different lines, or the file is not in line form. */
function replacedLines(
  sidecarText: string,
  { annotations }: Sidecar,
  operations: readonly Operation[],
): string | undefined {
  const wanted = new Map(
    operations.flatMap((o) => (o.kind === 'replace' ? [[o.annotation.id, o.annotation]] : [])),
  );
  if (wanted.size !== operations.length) return undefined;
  const layout = sidecarLayout(sidecarText);
  if (layout?.rows.length !== annotations.length) return undefined;
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
