import type { Annotation } from '../model.ts';
import { type AnnotationChange, annotationOf, isAnchored } from './change.ts';

/**
 * The changes in the order of the text: by the place of what they are about, a relation where it begins, a word on a tag
 * at the tag; what concerns the whole article comes first. On one place removals come first, then by id.
 */
export function inTextOrder(
  changes: readonly AnnotationChange[],
  before: readonly Annotation[],
  after: readonly Annotation[],
): AnnotationChange[] {
  const places = new Map<string, number>();
  for (const annotation of [...before, ...after])
    if (isAnchored(annotation)) places.set(annotation.id, annotation.start);
  const keyed = changes.map((change, at) => ({ change, at, key: startOf(annotationOf(change), places) }));
  keyed.sort((a, b) => a.key - b.key || rank(a.change) - rank(b.change) || a.at - b.at);
  return keyed.map(({ change }) => change);
}

function startOf(annotation: Annotation, places: ReadonlyMap<string, number>): number {
  if (isAnchored(annotation)) return annotation.start;
  if (annotation.kind === 'relation') return places.get(annotation.from) ?? -1;
  if (annotation.kind === 'record') return places.get(annotation.ref) ?? -1;
  return -1;
}

function rank({ kind }: AnnotationChange): number {
  return kind === 'removed' ? 0 : 1;
}
