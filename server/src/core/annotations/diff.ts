import { compareAspects } from './diff/aspects.ts';
import type { AnnotationChange } from './diff/change.ts';
import { inTextOrder } from './diff/order.ts';
import { pairById, pairRetagged } from './diff/pairs.ts';
import type { Annotation } from './model.ts';

export type { AnnotationChange, Changed, ChangeKind } from './diff/change.ts';
export { annotationOf, CHANGED_KINDS } from './diff/change.ts';
export {
  type AnnotationLookup,
  describeAnnotation,
  describeChange,
  describeReworded,
} from './diff/describe.ts';

/**
 * What became of a sidecar's annotations: those that came and went, and of each other line what differs, one change for
 * each thing that does. The changes hold the very objects of both lists: whoever takes every `before` away from the
 * first list and puts every `after` in has the second. In the order of the text, as far as offsets of two texts have one.
 */
export function diffAnnotations(
  before: readonly Annotation[],
  after: readonly Annotation[],
): AnnotationChange[] {
  const byId = pairById(before, after);
  const { pairs, removed, added } = pairRetagged(byId.removed, byId.added);
  const changes: AnnotationChange[] = [
    ...removed.map((annotation) => ({ kind: 'removed' as const, before: annotation })),
    ...added.map((annotation) => ({ kind: 'added' as const, after: annotation })),
    ...[...byId.pairs, ...pairs].flatMap(([old, now]) => compareAspects(old, now)),
  ];
  return inTextOrder(changes, before, after);
}
