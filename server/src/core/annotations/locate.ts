import { canonicalText, TextOffsets } from '../text/offsets.ts';
import type { TextRange } from '../text/range.ts';
import { canonicalSlice } from './create.ts';
import type { Anchor } from './model.ts';

/** An article with what is computed from it once. */
export interface LocatedArticle {
  /** As the editor or the disk has it. */
  readonly text: string;
  readonly offsets: TextOffsets;
  /** `revisionOf(text)`. */
  readonly revision: string;
}

/** kept: where it was; moved: found again for certain; review: a guess that somebody should look at; orphan: gone. */
export type AnchorStatus = 'kept' | 'moved' | 'review' | 'orphan';

export interface Location {
  readonly status: AnchorStatus;
  /** UTF-16 units of the article's text; undefined for an orphan. */
  readonly range: TextRange | undefined;
}

/** Context code units that must agree on each side (or all that there are) before a place is sure. */
const SURE_CONTEXT = 8;
/** Places that are compared; a quote that stands more often is nothing that context could tell apart. */
const MOST_PLACES = 1000;

/**
 * Where an annotation stands in the article as it is now. The same revision, or the same quote at the same offsets in
 * surroundings that agree: kept. Else the quote is searched: one place whose surroundings agree is `moved`; other
 * places are only offered for `review`. A quote that its own revision disproves is always for review.
 */
export function locate(annotation: Anchor, article: LocatedArticle): Location {
  const { offsets, text } = article;
  const range = { start: offsets.toUtf16(annotation.start), end: offsets.toUtf16(annotation.end) };
  const fits = annotation.end <= offsets.codePoints;
  const holds = fits && canonicalSlice(text, range.start, range.end) === annotation.text;
  if (annotation.rev === article.revision) return { status: holds ? 'kept' : 'review', range };
  return search(annotation, article, holds ? range : undefined);
}

/**
 * True where the words on one side of a range (UTF-16 units of the article) are those beside the annotation. A guess
 * without that has only the quote, and a quote such as “ ,” stands in many places.
 */
export function hasSurroundings({ before, after }: Anchor, article: string, range: TextRange): boolean {
  const [left, right] = [before.slice(-SURE_CONTEXT), after.slice(0, SURE_CONTEXT)];
  // A line end may take two units.
  const room = 2 * SURE_CONTEXT;
  const isLeft = canonicalSlice(article, Math.max(0, range.start - room), range.start).endsWith(left);
  const isRight = canonicalSlice(article, range.end, range.end + room).startsWith(right);
  return (left !== '' && isLeft) || (right !== '' && isRight);
}

/**
 * True where, at an annotation's very offsets (code points of the canonical text), its quote stands between just the
 * characters that stood around it. A version of the article of which that is so can serve as its old text, whatever
 * its revision: it is how a place is found whose own revision nobody has any more.
 */
export function holdsExactly(
  { start, end, text: quote, before, after }: Anchor,
  { text, offsets }: Pick<LocatedArticle, 'text' | 'offsets'>,
): boolean {
  if (end > offsets.codePoints || start > end) return false;
  const units = (codePoint: number) => offsets.toUtf16(codePoint);
  const [from, to] = [units(start), units(end)];
  return (
    canonicalSlice(text, from, to) === quote &&
    canonicalSlice(text, units(start - codePoints(before)), from) === before &&
    canonicalSlice(text, to, units(end + codePoints(after))) === after
  );
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

interface Place {
  /** In the canonical text. */
  readonly start: number;
  readonly agreement: number;
  readonly sure: boolean;
}

/** By quote and context; `unmoved` is the old place where the quote still stands there. */
function search(annotation: Anchor, article: LocatedArticle, unmoved: TextRange | undefined): Location {
  const canonical = canonicalText(article.text);
  const same = canonical === article.text;
  const counted = same ? article.offsets : new TextOffsets(canonical);
  const places = placesOf(annotation, canonical);
  const sure = places.filter((place) => place.sure);
  const old = unmoved && places.find((place) => counted.toCodePoint(place.start) === annotation.start);
  if (unmoved && (old?.sure || sure.length === 0)) return { status: 'kept', range: unmoved };
  const near = (place: Place) => Math.abs(counted.toCodePoint(place.start) - annotation.start);
  const best = places.toSorted((a, b) => b.agreement - a.agreement || near(a) - near(b))[0];
  if (!best) return { status: 'orphan', range: undefined };
  const units = (offset: number) => (same ? offset : article.offsets.toUtf16(counted.toCodePoint(offset)));
  const range = { start: units(best.start), end: units(best.start + annotation.text.length) };
  return { status: sure.length === 1 && best.sure ? 'moved' : 'review', range };
}

/** Every place of the quote with how much of its surroundings agrees. */
function placesOf({ text: quote, before, after }: Anchor, canonical: string): Place[] {
  const places: Place[] = [];
  if (quote === '') return places;
  for (let at = canonical.indexOf(quote); at >= 0; at = canonical.indexOf(quote, at + 1)) {
    // Too many to tell apart: what was found so far is offered, none of it as sure.
    if (places.length === MOST_PLACES) return places.map((place) => ({ ...place, sure: false }));
    const left = commonEnd(before, canonical, at);
    const right = commonStart(after, canonical, at + quote.length);
    const sure =
      left >= Math.min(SURE_CONTEXT, before.length) &&
      right >= Math.min(SURE_CONTEXT, after.length) &&
      left + right > 0;
    places.push({ start: at, agreement: left + right, sure });
  }
  return places;
}

function commonEnd(before: string, text: string, end: number): number {
  let n = 0;
  while (n < before.length && n < end && before[before.length - 1 - n] === text[end - 1 - n]) n++;
  return n;
}

function commonStart(after: string, text: string, start: number): number {
  let n = 0;
  while (n < after.length && after[n] === text[start + n]) n++;
  return n;
}
