import { formatMessage } from '../../message.ts';
import type { Annotation } from '../model.ts';
import { annotationsOf, parseSidecar } from '../parse.ts';
import { inWords } from './aspects.ts';
import { isAnchored } from './change.ts';
import { describeAnnotation } from './describe.ts';
import { inTextOrder } from './order.ts';
import { oneLine, shortened } from './shortened.ts';

/** Code points of the words shown on either side of a tag. */
const CONTEXT = 16;

/**
 * A sidecar's lines in words, one for each annotation, in the order of the text, readable with nothing but the file:
 * what git's diff then compares. Offsets are left out, since the words around a tag tell its place and stay the same
 * when the file is re-based. Undefined where the file cannot be read as a whole.
 */
export function sidecarInWords(text: string): string | undefined {
  const sidecar = parseSidecar(text);
  if (sidecar.problems.some((problem) => problem.severity === 'error')) return undefined;
  const annotations = annotationsOf(sidecar);
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  const ordered = inTextOrder(
    annotations.map((after) => ({ kind: 'added', after })),
    [],
    annotations,
  );
  return ordered
    .map((change) => {
      const annotation = change.kind === 'removed' ? change.before : change.after;
      const words = formatMessage(describeAnnotation('•', annotation, (ref) => byId.get(ref)));
      return `${[words, surroundings(annotation), ...details(annotation)].filter((part) => part !== '').join('  ')}\n`;
    })
    .join('');
}

function surroundings(annotation: Annotation): string {
  if (!isAnchored(annotation)) return '';
  const before = Array.from(annotation.before).slice(-CONTEXT).join('');
  const after = Array.from(annotation.after).slice(0, CONTEXT).join('');
  return oneLine(`…${before}[${shortened(annotation.text)}]${after}…`);
}

/** What else a line says. */
function details(annotation: Annotation): string[] {
  if (annotation.kind === 'unknown') return [];
  const parts: string[] = [];
  if (annotation.kind === 'span' && annotation.entity !== undefined)
    parts.push(`entity=${annotation.entity}`);
  if ('attributes' in annotation)
    for (const [name, value] of annotation.attributes ?? []) parts.push(`${name}=${inWords(value)}`);
  if ('note' in annotation && annotation.note !== undefined) parts.push(`note=“${annotation.note}”`);
  if (annotation.kind === 'span' && annotation.sources) parts.push(`from=${annotation.sources.join(',')}`);
  if (annotation.conflict) {
    const { ours, theirs } = annotation.conflict;
    parts.push(`TO BE DECIDED  ours=${ours ?? '–'}  theirs=${theirs ?? '–'}`);
  }
  for (const { key, json } of annotation.extra) parts.push(`${key}=${json}`);
  return parts.map((part) => oneLine(part));
}
