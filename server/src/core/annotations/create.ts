import { canonicalText, TextOffsets } from '../text/offsets.ts';
import type { TextRange } from '../text/range.ts';
import { revisionOf } from '../text/revision.ts';
import type { Anchor, ArticleReview, FindingReview, SpanAnnotation, Verdict } from './model.ts';

/** Code points of context on either side of a quote. */
export const CONTEXT_LENGTH = 32;

/** The place that a new annotation is about. */
export interface NewPlace {
  /** The article as the editor or the disk has it. */
  readonly article: string;
  /** UTF-16 units of `article`. */
  readonly range: TextRange;
  /** Six random base-36 characters; the edge draws them, since core knows no randomness. */
  readonly suffix: string;
  /** What is known of `article` already, to save computing it again. */
  readonly offsets?: TextOffsets;
  readonly revision?: string;
}

/** An id that never changes: the creation offset in code points, zero-padded to eight digits, and the suffix. */
export function newId(start: number, suffix: string): string {
  return `${String(start).padStart(8, '0')}-${suffix}`;
}

/** A new span on the article, with its quote, context and revision. */
export function newSpan(
  place: NewPlace & { readonly label: string; readonly entity?: string },
): SpanAnnotation {
  const anchor = anchorOf(place);
  const entity = place.entity === undefined ? {} : { entity: place.entity };
  return {
    kind: 'span',
    id: newId(anchor.start, place.suffix),
    label: place.label,
    ...anchor,
    ...entity,
    extra: [],
  };
}

/** A person's word on a finding that stands at the range. */
export function newReview(
  place: NewPlace & { readonly rule: string; readonly verdict: Verdict; readonly note?: string },
): FindingReview {
  const anchor = anchorOf(place);
  const { rule, verdict } = place;
  const note = place.note === undefined ? {} : { note: place.note };
  return {
    kind: 'review',
    id: newId(anchor.start, place.suffix),
    rule,
    ...anchor,
    verdict,
    ...note,
    extra: [],
  };
}

/** A person's dismissal of all findings of a rule in the article, or of those that mark the word. */
export function newArticleReview(of: {
  readonly rule: string;
  readonly word?: string;
  readonly suffix: string;
}): ArticleReview {
  const word = of.word === undefined ? {} : { word: of.word };
  return {
    kind: 'articleReview',
    id: newId(0, of.suffix),
    rule: of.rule,
    ...word,
    verdict: 'dismissed',
    extra: [],
  };
}

/** A place of the article as a sidecar holds it: code points, quote, context, revision. */
export function anchorOf({ article, range, offsets, revision }: NewPlace): Anchor {
  const places = offsets ?? new TextOffsets(article);
  const start = places.toCodePoint(range.start);
  const end = Math.max(start, places.toCodePoint(range.end));
  const [from, to] = [places.toUtf16(start), places.toUtf16(end)];
  const before = canonicalSlice(article, places.toUtf16(start - CONTEXT_LENGTH), from);
  const after = canonicalSlice(article, to, places.toUtf16(end + CONTEXT_LENGTH));
  const text = canonicalSlice(article, from, to);
  return { start, end, text, before, after, rev: revision ?? revisionOf(article) };
}

/** A piece of the canonical text, by UTF-16 offsets of the article that are starts of code points. */
export function canonicalSlice(article: string, start: number, end: number): string {
  // What looks like a byte order mark at the start of a piece is a character of the text.
  return canonicalText(` ${article.slice(start, end)}`).slice(1);
}
