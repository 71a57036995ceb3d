import { ComparedWord, wordSimilarity } from '../core/annotations/anchor/wordSimilarity.ts';
import { canonicalSlice } from '../core/annotations/create.ts';
import { type LocatedArticle, type Location, locate } from '../core/annotations/locate.ts';
import type { Anchor } from '../core/annotations/model.ts';
import type { ChangedStretch } from '../core/text/changedLines.ts';
import type { TextRange } from '../core/text/range.ts';
import { type LivePlace, movedBy, type StandingPlace } from './anchoring/livePlace.ts';

/** Where an annotation stands in an article as it is now. kept and moved are certain; review wants a look. */
export interface AnchorPlace {
  /** UTF-16 units of the article. */
  readonly range: TextRange;
  readonly status: 'kept' | 'moved' | 'review';
}

/** Words that share so many of their letters are the same ones corrected: `wordSimilarity`. */
const SAME_WORDS = 0.7;
/** Units around a place that must be as they were, where words that were deleted are there again. */
const SURROUNDINGS = 8;

/**
 * The places of the annotations of one version of an article. While it is open, every edit moves them exactly, and
 * words that were deleted are gone until they are written there again. What is not known yet is put in by `Anchoring`,
 * which has old texts to compare with; what nobody has put in is searched for by its quote.
 */
export class AnchorPlaces {
  private readonly places: Map<string, LivePlace>;

  constructor(places: Iterable<[string, LivePlace]> = []) {
    this.places = new Map(places);
  }

  /** The places after edits, each of which was made in the text that the one before it left. */
  after(edits: readonly ChangedStretch[]): AnchorPlaces {
    const moved: [string, LivePlace][] = [];
    for (const [key, place] of this.places) {
      let next: LivePlace | undefined = place;
      for (const edit of edits) next &&= movedBy(edit, next);
      if (next) moved.push([key, next]);
    }
    return new AnchorPlaces(moved);
  }

  /**
   * The places in another text of which only the stretch that differs is known, not how it came to be: what lies in
   * it must be looked for again.
   */
  beside(change: ChangedStretch): AnchorPlaces {
    if (change.start === change.oldEnd && change.start === change.newEnd) return this;
    const sure: [string, LivePlace][] = [];
    for (const [key, place] of this.places) {
      const touched = place.kind === 'gone' || isTouched(place, change);
      const next = touched ? undefined : movedBy(change, place);
      if (next) sure.push([key, next]);
    }
    return new AnchorPlaces(sure);
  }

  /** True where it is known what became of an annotation. */
  knows(sidecar: string, id: string, anchor: Anchor): boolean {
    return this.places.has(keyOf(sidecar, id, anchor));
  }

  /** Takes in where an annotation was found. `near`: the place (UTF-16 units) that is nearest to one that is gone. */
  put(sidecar: string, id: string, anchor: Anchor, { range, status }: Location, near?: number): void {
    const size = anchor.text.length;
    const place: LivePlace =
      range && status !== 'orphan'
        ? { kind: 'standing', range, status, size }
        : {
            kind: 'gone',
            hole: near === undefined ? near : { start: near, end: near },
            size,
            was: undefined,
          };
    this.places.set(keyOf(sidecar, id, anchor), place);
  }

  /** The place of an annotation; undefined where its words are nowhere in the article. */
  of(sidecar: string, id: string, anchor: Anchor, article: LocatedArticle): AnchorPlace | undefined {
    const key = keyOf(sidecar, id, anchor);
    const known = this.places.get(key) ?? this.searched(sidecar, id, anchor, article);
    const back = restored(known, anchor, article.text);
    if (back) {
      this.places.set(key, back);
      return { range: back.range, status: back.status };
    }
    if (known.kind === 'gone') return undefined;
    const { status, edited } = known;
    if (edited === undefined) return { range: known.range, status };
    const range = withoutMarks(known.range, anchor, article.text);
    const corrected = edited !== 'review' && isCorrected(anchor, article.text, range);
    return { range, status: corrected ? 'moved' : status };
  }

  /** Where the words of an annotation were that are gone, as far as that is known: a UTF-16 unit of the article. */
  near(sidecar: string, id: string, anchor: Anchor): number | undefined {
    const known = this.places.get(keyOf(sidecar, id, anchor));
    return known?.kind === 'gone' ? known.hole?.start : undefined;
  }

  private searched(sidecar: string, id: string, anchor: Anchor, article: LocatedArticle): LivePlace {
    this.put(sidecar, id, anchor, locateByQuote(anchor, article));
    return this.places.get(keyOf(sidecar, id, anchor)) ?? GONE;
  }
}

/**
 * The places of an article from those of its last version: each known edit moves them exactly; of a text that was
 * replaced as a whole only what differs is known.
 */
export function placesAfter(
  before: AnchorPlaces | undefined,
  edits: readonly ChangedStretch[] | undefined,
  change: ChangedStretch | undefined,
): AnchorPlaces {
  if (!before || !change) return new AnchorPlaces();
  return edits ? before.after(edits) : before.beside(change);
}

const GONE: LivePlace = { kind: 'gone', hole: undefined, size: 0, was: undefined };

/**
 * Where an annotation stands as far as its quote and surroundings tell. Without the old text nobody can say which of
 * equal words were meant, so that whatever is not where it was is for review.
 */
export function locateByQuote(anchor: Anchor, article: LocatedArticle): Location {
  const { range, status } = locate(anchor, article);
  return { range, status: status === 'moved' ? 'review' : status };
}

function keyOf(sidecar: string, id: string, { start, end, rev }: Anchor): string {
  return `${sidecar} ${id} ${start} ${end} ${rev}`;
}

function isTouched({ range }: StandingPlace, { start, oldEnd }: ChangedStretch): boolean {
  return range.end > start && range.start < oldEnd;
}

/** True where the words of a tag were mended, one by one, rather than replaced by others. */
function isCorrected(anchor: Anchor, text: string, { start, end }: TextRange): boolean {
  const now = canonicalSlice(text, start, end);
  return (
    countWords(now) === countWords(anchor.text) &&
    wordSimilarity(new ComparedWord(anchor.text), new ComparedWord(now)) >= SAME_WORDS
  );
}

function countWords(text: string): number {
  return text.trim().split(/\s+/).length;
}

/** An edited place less the marks that were typed behind the last word, as it goes on: a comma is none of the tag. */
function withoutMarks(range: TextRange, { text: quote }: Anchor, text: string): TextRange {
  const isWord = (unit: string | undefined) => unit !== undefined && /[\p{L}\p{M}\p{N}\p{Cs}]/u.test(unit);
  if (!isWord(quote.at(-1))) return range;
  let { end } = range;
  while (end > range.start && !isWord(text[end - 1])) end--;
  return end > range.start ? { start: range.start, end } : range;
}

/** The place of a tag whose words were changed or deleted, and now read as they did. */
function restored(place: LivePlace, anchor: Anchor, text: string): StandingPlace | undefined {
  const was = place.kind === 'gone' ? place.was : place.edited;
  const around = place.kind === 'gone' ? place.hole : place.range;
  if (!was || !around || anchor.text === '') return undefined;
  const from = Math.max(0, around.start - place.size);
  const stretch = text.slice(from, around.end + place.size);
  // Only a line end differs from what the sidecar holds; then the quote is not looked for.
  for (let at = stretch.indexOf(anchor.text); at >= 0; at = stretch.indexOf(anchor.text, at + 1)) {
    const range = { start: from + at, end: from + at + anchor.text.length };
    const same =
      place.kind === 'standing' && (range.start === around.start || range.end === around.end)
        ? range.start <= around.start && range.end >= around.end
        : isSurrounded(anchor, text, range);
    if (same) return { kind: 'standing', range, status: was, size: place.size };
  }
  return undefined;
}

function isSurrounded({ before, after }: Anchor, text: string, { start, end }: TextRange): boolean {
  const [left, right] = [before.slice(-SURROUNDINGS), after.slice(0, SURROUNDINGS)];
  return (
    canonicalSlice(text, Math.max(0, start - 2 * SURROUNDINGS), start).endsWith(left) &&
    canonicalSlice(text, end, end + 2 * SURROUNDINGS).startsWith(right)
  );
}
