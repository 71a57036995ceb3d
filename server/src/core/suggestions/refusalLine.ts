import type { Annotation, ArticleReview, FindingReview } from '../annotations/model.ts';
import { refusedLabel } from './suggestion.ts';

/** True for a line by which somebody refuses suggestions; of findings and of tags it says nothing. */
export function isRefusal(annotation: Annotation): annotation is FindingReview | ArticleReview {
  return refusedIn(annotation) !== undefined;
}

/** The label whose suggestion a line of a sidecar refuses; undefined for every other line. */
export function refusedIn(annotation: Annotation): string | undefined {
  return annotation.kind === 'review' || annotation.kind === 'articleReview'
    ? refusedLabel(annotation.rule)
    : undefined;
}
