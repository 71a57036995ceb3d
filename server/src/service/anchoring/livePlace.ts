import type { ChangedStretch } from '../../core/text/changedLines.ts';
import type { TextRange } from '../../core/text/range.ts';

/** A place that is certain: at the offsets of the sidecar, or elsewhere. */
export type Certain = 'kept' | 'moved';

/** Where an annotation stands in an open article. */
export interface StandingPlace {
  readonly kind: 'standing';
  /** UTF-16 units of the article. */
  readonly range: TextRange;
  readonly status: Certain | 'review';
  /** Its length when it was placed first. */
  readonly size: number;
  /** There where an edit changed its words: what it was before. */
  readonly edited?: Certain | 'review';
  /** Where the last edit of its words ended, which typing goes on from. */
  readonly typedTo?: number;
}

/** An annotation whose words were deleted, or were nowhere to be found. */
export interface GonePlace {
  readonly kind: 'gone';
  /** Where its words were, and what was written there since; undefined where nobody knows. */
  readonly hole: TextRange | undefined;
  readonly size: number;
  /** What it was before it was deleted; undefined where it was not found in the first place. */
  readonly was: Certain | 'review' | undefined;
}

export type LivePlace = StandingPlace | GonePlace;

/**
 * What an edit does to a place; undefined where the place must be looked for again, because the edit may have written
 * its words anew.
 */
export function movedBy(edit: ChangedStretch, place: LivePlace): LivePlace | undefined {
  return place.kind === 'gone' ? goneMovedBy(edit, place) : standingMovedBy(edit, place);
}

function standingMovedBy(edit: ChangedStretch, place: StandingPlace): LivePlace | undefined {
  const { range } = place;
  const { start, oldEnd, newEnd } = edit;
  const shift = newEnd - oldEnd;
  // Who types on where they changed the tag's words goes on with the tag, also at its edges.
  const goesOn = place.typedTo === start && oldEnd === start;
  if (range.end <= start && !goesOn) return place;
  if (range.start >= oldEnd && !goesOn) {
    return { ...shifted(place, shift), range: { start: range.start + shift, end: range.end + shift } };
  }
  const edited = place.edited ?? place.status;
  const changed = { kind: 'standing', size: place.size, edited, status: 'review' } as const;
  if (range.start <= start && oldEnd <= range.end) {
    const now = { start: range.start, end: range.end + shift };
    if (now.start === now.end) return gone(edit, place);
    return { ...changed, range: now, typedTo: newEnd };
  }
  if (start <= range.start && range.end <= oldEnd) {
    // Deleted with what is around it, or written anew with it.
    return newEnd === start ? gone(edit, place) : undefined;
  }
  // One of its ends is gone: the rest is the best place there is.
  return start < range.start
    ? { ...changed, range: { start: newEnd, end: range.end + shift } }
    : { ...changed, range: { start: range.start, end: start } };
}

function shifted(place: StandingPlace, shift: number): StandingPlace {
  return place.typedTo === undefined ? place : { ...place, typedTo: place.typedTo + shift };
}

function gone({ start, newEnd }: ChangedStretch, place: StandingPlace): GonePlace {
  return { kind: 'gone', hole: { start, end: newEnd }, size: place.size, was: place.edited ?? place.status };
}

function goneMovedBy({ start, oldEnd, newEnd }: ChangedStretch, place: GonePlace): GonePlace | undefined {
  // So much text may have the words in it: put back by an undo, or pasted elsewhere.
  if (newEnd - start >= Math.max(2, place.size)) return undefined;
  const { hole } = place;
  if (!hole || hole.end < start) return place;
  const shift = newEnd - oldEnd;
  if (hole.start > oldEnd) {
    return { ...place, hole: { start: hole.start + shift, end: hole.end + shift } };
  }
  const end = Math.max(newEnd, hole.end + shift);
  return { ...place, hole: { start: Math.min(hole.start, start), end } };
}
