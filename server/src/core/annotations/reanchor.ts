import type { TextOffsets } from '../text/offsets.ts';
import type { TextRange } from '../text/range.ts';
import { anchorOf } from './create.ts';
import type { FindingReview, SpanAnnotation } from './model.ts';

/** An annotation with a place in the text. */
export type AnchoredAnnotation = SpanAnnotation | FindingReview;

/** A place in an article, and what is known of the article. */
export interface PresentPlace {
  /** The article as the editor or the disk has it. */
  readonly article: string;
  /** UTF-16 units of `article`. */
  readonly range: TextRange;
  readonly offsets: TextOffsets;
  /** `revisionOf(article)`. */
  readonly revision: string;
}

/**
 * The annotation at another place, in another revision of its article: the same in all but what says where it is.
 * Undefined for a span with a gap whose words are not the same there: nobody knows then where its pieces are.
 */
export function reanchored<A extends AnchoredAnnotation>(annotation: A, place: PresentPlace): A | undefined {
  const anchor = anchorOf({ ...place, suffix: '' });
  const parts = annotation.kind === 'span' ? annotation.parts : undefined;
  if (!parts) return { ...annotation, ...anchor };
  if (anchor.text !== annotation.text) return undefined;
  const shift = anchor.start - annotation.start;
  const moved = parts.map(({ start, end }) => ({ start: start + shift, end: end + shift }));
  return { ...annotation, ...anchor, parts: moved };
}
