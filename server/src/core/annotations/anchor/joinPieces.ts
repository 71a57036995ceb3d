import type { Steps } from '../../steps.ts';
import { type Draft, type Hunk, LINK } from './draft.ts';
import { isPause } from './pauses.ts';
import { ComparedWord, wordSimilarity } from './wordSimilarity.ts';

/** A word with its pieces must be so much like the other word. */
const LEAST_WITH_GLUED = 0.5;
const LEAST_WITH_APART = 0.8;
/** Pieces with blanks between must add so much. */
const LEAST_GAIN = 0.1;
/** Pieces on one side. */
const MOST_PIECES = 8;

/**
 * Takes the pieces beside a misspelt word that correspond to nothing into its link: of a misread `dÃ©bat` only the
 * end is much like `débat`, and `Tali ban` is `Talibaan`. The group is then compared letter by letter.
 */
export function* joinPieces(draft: Draft, part: Hunk, region: number): Steps<void> {
  for (let o = part.oldStart; o < part.oldEnd; o++) {
    if (isPause(o + 1)) yield;
    const isSimilar = draft.oldRegion[o] === region && draft.isLinked(o) && draft.kind[o] === LINK.similar;
    if (!isSimilar) continue;
    const word = { oldStart: o, oldEnd: o + 1, newStart: draft.to[o] ?? 0, newEnd: (draft.to[o] ?? 0) + 1 };
    const group = withPieces(draft, word, region);
    if (group === word) continue;
    const margin = draft.margin[o] ?? 0;
    draft.unlink(o, word.newStart);
    draft.join(group);
    draft.margin.fill(margin, group.oldStart, group.oldEnd);
    draft.likeness.fill(likeness(draft, group), group.oldStart, group.oldEnd);
    linkBeside(draft, group, region);
  }
}

/** The word with the pieces that make it more of the other one; the same object where there are none. */
function withPieces(draft: Draft, word: Hunk, region: number): Hunk {
  const isFreeOld = (o: number) => draft.oldRegion[o] === region && !draft.isLinked(o);
  const isFreeNew = (n: number) => draft.newRegion[n] === region && (draft.from[n] ?? -1) < 0;
  let best = word;
  const oldStart = reach(draft, 'old', word.oldStart, -1, isFreeOld);
  const oldEnd = reach(draft, 'old', word.oldEnd - 1, 1, isFreeOld) + 1;
  const newStart = reach(draft, 'now', word.newStart, -1, isFreeNew);
  const newEnd = reach(draft, 'now', word.newEnd - 1, 1, isFreeNew) + 1;
  const candidates = [
    // What stands on both sides in place of each other is no piece of either word.
    { ...word, oldStart: newStart < word.newStart ? word.oldStart : oldStart },
    { ...word, newStart: oldStart < word.oldStart ? word.newStart : newStart },
    { ...word, oldEnd: newEnd > word.newEnd ? word.oldEnd : oldEnd },
    { ...word, newEnd: oldEnd > word.oldEnd ? word.newEnd : newEnd },
  ];
  for (const candidate of candidates) {
    const wider = {
      oldStart: Math.min(best.oldStart, candidate.oldStart),
      oldEnd: Math.max(best.oldEnd, candidate.oldEnd),
      newStart: Math.min(best.newStart, candidate.newStart),
      newEnd: Math.max(best.newEnd, candidate.newEnd),
    };
    if (sizeOf(wider) > sizeOf(best) && isBetter(draft, wider, best)) best = wider;
  }
  return best;
}

function sizeOf(group: Hunk): number {
  return group.oldEnd - group.oldStart + group.newEnd - group.newStart;
}

/** The farthest free word from a token in one direction: signs at the end of the way are left. */
function reach(
  draft: Draft,
  side: 'old' | 'now',
  token: number,
  step: 1 | -1,
  isFree: (token: number) => boolean,
): number {
  const { keys } = draft[side];
  let farthest = token;
  for (let at = token + step; Math.abs(at - token) <= MOST_PIECES && isFree(at); at += step) {
    if (at < 0 || at >= keys.length) break;
    if (draft.tokenizer.isWord(keys[at])) farthest = at;
  }
  return farthest;
}

function isBetter(draft: Draft, wider: Hunk, group: Hunk): boolean {
  const now = likeness(draft, wider);
  if (
    isGlued(draft.old.breaks, wider.oldStart, wider.oldEnd) &&
    isGlued(draft.now.breaks, wider.newStart, wider.newEnd)
  ) {
    return now >= LEAST_WITH_GLUED;
  }
  return now >= LEAST_WITH_APART && now >= likeness(draft, group) + LEAST_GAIN;
}

function isGlued(breaks: Uint8Array, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) if (breaks[at] !== 0) return false;
  return true;
}

function likeness({ tokenizer, old, now }: Draft, { oldStart, oldEnd, newStart, newEnd }: Hunk): number {
  const letters = (keys: Uint32Array, start: number, end: number) =>
    new ComparedWord(Array.from(keys.subarray(start, end), (key) => tokenizer.name(key)).join(''));
  return wordSimilarity(letters(old.keys, oldStart, oldEnd), letters(now.keys, newStart, newEnd));
}

/** Links equal tokens beside a group that were taken for something else while its pieces were free. */
function linkBeside(draft: Draft, group: Hunk, region: number): void {
  for (const step of [1, -1]) {
    let [o, n] = step > 0 ? [group.oldEnd, group.newEnd] : [group.oldStart - 1, group.newStart - 1];
    const isFree = () =>
      o >= 0 &&
      n >= 0 &&
      draft.oldRegion[o] === region &&
      draft.newRegion[n] === region &&
      draft.to[o] === -1 &&
      draft.from[n] === -1;
    for (; isFree() && draft.same(o, n); o += step, n += step) draft.link(o, n);
  }
}
