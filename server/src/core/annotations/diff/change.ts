import type { Annotation, FindingReview, SpanAnnotation } from '../model.ts';

/**
 * What differs between two versions of a line. `boundary`: other words of the same text; `words`: the text was corrected
 * below the tag; `place`: the same words elsewhere in the same text; `moved`: the same words, found again in a newer
 * text; `anew`: removed and made again alike; `form`: another spelling of the same line.
 */
export const CHANGED_KINDS = [
  'label',
  'boundary',
  'words',
  'place',
  'moved',
  'anew',
  'entity',
  'note',
  'attribute',
  'value',
  'verdict',
  'ends',
  'status',
  'comment',
  'record',
  'decision',
  'conflict',
  'settled',
  'key',
  'form',
] as const;
export type ChangedKind = (typeof CHANGED_KINDS)[number];
export type ChangeKind = 'added' | 'removed' | ChangedKind;

/** Two versions of one annotation, and one thing that differs between them. */
export interface Changed {
  readonly kind: ChangedKind;
  readonly before: Annotation;
  readonly after: Annotation;
  /** The attribute's or key's name. */
  readonly name?: string;
  /** The values in words; absent where that version had none. */
  readonly was?: string;
  readonly is?: string;
}

/** One thing that became of an annotation. */
export type AnnotationChange =
  | { readonly kind: 'added'; readonly after: Annotation }
  | { readonly kind: 'removed'; readonly before: Annotation }
  | Changed;

/** The annotation that a change is about: as it is now, or as it last was. */
export function annotationOf(change: AnnotationChange): Annotation {
  return change.kind === 'removed' ? change.before : change.after;
}

/** True for the kinds of lines that stand at a place of the article. */
export function isAnchored(annotation: Annotation | undefined): annotation is SpanAnnotation | FindingReview {
  return annotation?.kind === 'span' || annotation?.kind === 'review';
}
