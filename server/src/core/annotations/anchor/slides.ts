import type { Steps } from '../../steps.ts';
import { type Draft, type Hunk, LINK } from './draft.ts';
import { isPause } from './pauses.ts';

/** An insertion or a deletion is slid no farther than this many tokens. */
const FARTHEST = 2000;
/** Slides over more tokens than this are work of their own. */
const LONG = 200;
/** A cut must be so much better than another one, in ranks of `BREAK`, before it is the only one that is right. */
const CLEARLY = 2;

/**
 * An insertion or a deletion that could as well be read some tokens earlier or later: `di` + `di` is one `di` too
 * many, but which? Its cuts lie anywhere between `first` and `last`, counted from where the draft has it.
 */
export interface Slide {
  /** The old tokens that were deleted, as the draft has it; empty, at the place of the insertion, for an insertion. */
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
}

/**
 * Slides each insertion and each deletion of a region to where it is cut best: between paragraphs rather than lines,
 * sentences, words. Of what stands twice, the second is the one too many. Returns those for which there is another place about as good.
 */
export function* slideGaps(draft: Draft, part: Hunk, region: number): Steps<Slide[]> {
  const slides: Slide[] = [];
  let before = part.oldStart - 1;
  for (let behind = part.oldStart; behind <= part.oldEnd; behind++) {
    if (isPause(behind + 1)) yield;
    const isLink = behind === part.oldEnd || (draft.oldRegion[behind] === region && draft.isLinked(behind));
    if (!isLink) continue;
    const gap = {
      before,
      behind,
      newBefore: before < part.oldStart ? part.newStart - 1 : draft.lastOf(before),
      newBehind: behind === part.oldEnd ? part.newEnd : (draft.to[behind] ?? 0),
    };
    const { slide, shift } = slideOf(draft, region, gap);
    if (slide) slides.push(slide);
    if (slide && slide.last - slide.first > LONG) yield;
    // What a gap was slid over lies before it now.
    behind += Math.max(0, shift);
    before = behind;
  }
  return slides;
}

/** What lies between two links that follow each other, or between one and the end of the part. */
interface Between {
  readonly before: number;
  readonly behind: number;
  readonly newBefore: number;
  readonly newBehind: number;
}

const NO_SLIDE = { slide: undefined, shift: 0 };

/** Slides a gap, if only one of the texts has one. */
function slideOf(
  draft: Draft,
  region: number,
  between: Between,
): { slide: Slide | undefined; shift: number } {
  const { before, behind, newBefore, newBehind } = between;
  const inserted = newBehind - newBefore - 1;
  const deleted = behind - before - 1;
  if (inserted > 0 === deleted > 0 || inserted < 0) return NO_SLIDE;
  const inNew = inserted > 0;
  const gap = inNew ? { start: newBefore + 1, end: newBehind } : { start: before + 1, end: behind };
  const side = inNew ? draft.now : draft.old;
  for (let at = gap.start; at < gap.end; at++) {
    if ((inNew ? draft.newRegion[at] : draft.oldRegion[at]) !== region) return NO_SLIDE;
  }
  const { keys, breaks } = side;
  // How many tokens on either side could change places with those at the other end of the gap.
  const isEqual = (o: number) =>
    draft.oldRegion[o] === region && draft.isLinked(o) && draft.kind[o] === LINK.equal;
  const inStep = (o: number, n: number) => isEqual(o) && draft.to[o] === n;
  let left = 0;
  while (
    left < FARTHEST &&
    inStep(before - left, newBefore - left) &&
    keys[gap.start - 1 - left] === keys[gap.end - 1 - left]
  ) {
    left++;
  }
  let right = 0;
  while (
    right < FARTHEST &&
    inStep(behind + right, newBehind + right) &&
    keys[gap.start + right] === keys[gap.end + right]
  ) {
    right++;
  }
  if (left === 0 && right === 0) return NO_SLIDE;
  // A gap is cut as well as its worse end is.
  const cut = (shift: number) => Math.min(breaks[gap.start + shift] ?? 0, breaks[gap.end + shift] ?? 0);
  let best = -left;
  for (let shift = -left; shift <= right; shift++) if (cut(shift) >= cut(best)) best = shift;
  const isCopy = left + right >= gap.end - gap.start;
  let [first, last] = [best, best];
  for (let shift = -left; shift <= right; shift++) {
    // Of a copy beside the original nobody knows which is which, however they are cut.
    if (!isCopy && cut(shift) <= cut(best) - CLEARLY) continue;
    first = Math.min(first, shift);
    last = Math.max(last, shift);
  }
  shiftGap(draft, inNew, between, best);
  const at = inNew ? behind : before + 1;
  const slide = { start: at + best, end: at + best + deleted, first: first - best, last: last - best };
  return { slide: first === last ? undefined : slide, shift: best };
}

/** Moves the links on one side of a gap to its other side. */
function shiftGap(
  draft: Draft,
  inNew: boolean,
  { before, behind, newBefore, newBehind }: Between,
  shift: number,
): void {
  for (let step = 0; step < Math.abs(shift); step++) {
    const back = shift < 0;
    const o = back ? before - step : behind + step;
    const n = back ? newBefore - step : newBehind + step;
    draft.unlink(o, n);
    if (inNew) draft.link(o, back ? newBehind - 1 - step : newBefore + 1 + step);
    else draft.link(back ? behind - 1 - step : before + 1 + step, n);
  }
}
