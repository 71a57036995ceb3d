import { type Draft, LINK } from './draft.ts';
import { type WordPair, wordPairs } from './wordPairs.ts';

/** A gap costs this, and GAP_TOKEN for each of its tokens. */
const GAP = 0.9;
const GAP_TOKEN = 0.1;
/** Words in the place of others cost this beside the gap that they fill. */
const EXCHANGE = 0.3;
const NEVER = -1e9;

/**
 * Links the words of a changed stretch that correspond: the alignment of greatest worth, by Gotoh's dynamic programme
 * with affine gaps, so that one common word in the midst of others does not count. Equal words, words spelt otherwise,
 * and words that were split or fused are linked, each with the margin by which the alignment beats the best one
 * without that link. Costs old × new steps, and that much memory.
 */
export function alignWords(draft: Draft, old: Int32Array, now: Int32Array): void {
  const pairs = wordPairs(draft, old, now);
  if (pairs.length === 0) return;
  const forward = new Forward(pairs, old.length, now.length);
  const backward = new Backward(pairs, old.length, now.length);
  const width = now.length + 1;
  const through = pairs.map(
    ({ i, j, iEnd, jEnd, score }) =>
      (forward.best[i * width + j] ?? NEVER) + score + (backward.fresh[iEnd * width + jEnd] ?? NEVER),
  );
  const rivals = new Rivals(old.length);
  pairs.forEach(({ i, iEnd }, index) => {
    rivals.offer(i, iEnd, index, through[index] ?? NEVER);
  });
  for (let index = forward.last; index >= 0; index = forward.previous[index] ?? -1) {
    const pair = pairs[index];
    if (!pair) break;
    // Every way without the pair deletes its first token, or links it otherwise.
    let rival = rivals.of(pair.i, pair.iEnd, index);
    for (let j = 0; j < width; j++) {
      const cell = (pair.i + 1) * width + j;
      rival = Math.max(rival, (forward.oldGap[cell] ?? NEVER) + (backward.oldGap[cell] ?? NEVER));
    }
    accept(draft, old, now, pair, (through[index] ?? 0) - rival);
  }
}

function accept(draft: Draft, old: Int32Array, now: Int32Array, pair: WordPair, margin: number): void {
  const [o, n] = [old[pair.i] ?? 0, now[pair.j] ?? 0];
  const oldEnd = (old[pair.iEnd - 1] ?? 0) + 1;
  if (pair.kind === LINK.joined) {
    draft.join({ oldStart: o, oldEnd, newStart: n, newEnd: (now[pair.jEnd - 1] ?? 0) + 1 });
  } else {
    draft.link(o, n, pair.kind);
  }
  draft.margin.fill(margin, o, oldEnd);
  draft.likeness.fill(pair.likeness, o, oldEnd);
}

/**
 * The greatest worth of what lies before each cell. A cell (i, j), at `i * (columns + 1) + j`, stands between the
 * first i old and j new tokens and the rest. Deleted tokens come before the inserted ones in their place.
 */
class Forward {
  /** Of any way to the cell. */
  readonly best: Float32Array;
  /** Of ways whose last token was deleted. */
  readonly oldGap: Float32Array;
  /** The pair before each one on the best way to it, and the last one of the best way through all. */
  readonly previous: Int32Array;
  readonly last: number;

  constructor(pairs: readonly WordPair[], rows: number, columns: number) {
    const width = columns + 1;
    const size = (rows + 1) * width;
    const best = new Float32Array(size);
    const oldGap = new Float32Array(size).fill(NEVER);
    const linked = new Float32Array(size).fill(NEVER);
    const lastAt = new Int32Array(size).fill(-1);
    const lastLinked = new Int32Array(size).fill(-1);
    const lastOldGap = new Int32Array(size).fill(-1);
    const previous = new Int32Array(pairs.length).fill(-1);
    const byEnd = pairs
      .map((_, index) => index)
      .sort((a, b) => endCell(pairs[a], width) - endCell(pairs[b], width));
    linked[0] = 0;
    let next = 0;
    for (let cell = 0; cell < size; cell++) {
      for (; next < byEnd.length && endCell(pairs[byEnd[next] ?? 0], width) === cell; next++) {
        const index = byEnd[next] ?? 0;
        const pair = pairs[index];
        if (!pair) continue;
        const source = pair.i * width + pair.j;
        previous[index] = lastAt[source] ?? -1;
        const worth = (best[source] ?? NEVER) + pair.score;
        if (worth <= (linked[cell] ?? NEVER)) continue;
        linked[cell] = worth;
        lastLinked[cell] = index;
      }
      const above = cell - width;
      if (above >= 0) {
        const opened = (linked[above] ?? NEVER) - GAP;
        const goesOn = (oldGap[above] ?? NEVER) > opened;
        oldGap[cell] = (goesOn ? (oldGap[above] ?? NEVER) : opened) - GAP_TOKEN;
        lastOldGap[cell] = (goesOn ? lastOldGap[above] : lastLinked[above]) ?? -1;
      }
      best[cell] = linked[cell] ?? NEVER;
      lastAt[cell] = lastLinked[cell] ?? -1;
      if ((oldGap[cell] ?? NEVER) > (best[cell] ?? NEVER)) {
        best[cell] = oldGap[cell] ?? NEVER;
        lastAt[cell] = lastOldGap[cell] ?? -1;
      }
      if (cell % width === 0) this.newGap = NEVER;
      else this.insert(cell, linked, oldGap, lastLinked, lastOldGap);
      if (this.newGap <= (best[cell] ?? NEVER)) continue;
      best[cell] = this.newGap;
      lastAt[cell] = this.lastNewGap;
    }
    this.best = best;
    this.oldGap = oldGap;
    this.previous = previous;
    this.last = lastAt[size - 1] ?? -1;
  }

  /** Of ways to the cell at hand whose last token was inserted. */
  private newGap = NEVER;
  private lastNewGap = -1;

  private insert(
    cell: number,
    linked: Float32Array,
    oldGap: Float32Array,
    lastLinked: Int32Array,
    lastOldGap: Int32Array,
  ): void {
    const left = cell - 1;
    const opened = (linked[left] ?? NEVER) - GAP;
    const exchanged = (oldGap[left] ?? NEVER) - EXCHANGE;
    if (opened > this.newGap) [this.newGap, this.lastNewGap] = [opened, lastLinked[left] ?? -1];
    if (exchanged > this.newGap) [this.newGap, this.lastNewGap] = [exchanged, lastOldGap[left] ?? -1];
    this.newGap -= GAP_TOKEN;
  }
}

function endCell(pair: WordPair | undefined, width: number): number {
  return pair ? pair.iEnd * width + pair.jEnd : -1;
}

/** The greatest worth of what lies behind each cell. */
class Backward {
  /** Behind a link. */
  readonly fresh: Float32Array;
  /** Behind a deleted token. */
  readonly oldGap: Float32Array;

  constructor(pairs: readonly WordPair[], rows: number, columns: number) {
    const width = columns + 1;
    const size = (rows + 1) * width;
    this.fresh = new Float32Array(size).fill(NEVER);
    this.oldGap = new Float32Array(size).fill(NEVER);
    let next = pairs.length - 1;
    let newGap = NEVER;
    for (let cell = size - 1; cell >= 0; cell--) {
      let linked = cell === size - 1 ? 0 : NEVER;
      for (let pair = pairs[next]; pair && pair.i * width + pair.j === cell; pair = pairs[--next]) {
        linked = Math.max(linked, (this.fresh[pair.iEnd * width + pair.jEnd] ?? NEVER) + pair.score);
      }
      const inserted = cell % width === columns ? NEVER : newGap - GAP_TOKEN;
      const deleted = (this.oldGap[cell + width] ?? NEVER) - GAP_TOKEN;
      this.fresh[cell] = Math.max(linked, inserted - GAP, deleted - GAP);
      this.oldGap[cell] = Math.max(linked, inserted - EXCHANGE, deleted);
      newGap = Math.max(linked, inserted);
    }
  }
}

/** For each place of a list the two best pairs that hold it. */
class Rivals {
  private readonly first: Float32Array;
  private readonly second: Float32Array;
  private readonly holder: Int32Array;

  constructor(size: number) {
    this.first = new Float32Array(size).fill(NEVER);
    this.second = new Float32Array(size).fill(NEVER);
    this.holder = new Int32Array(size).fill(-1);
  }

  offer(start: number, end: number, pair: number, worth: number): void {
    for (let at = start; at < end; at++) {
      if (worth > (this.first[at] ?? NEVER)) {
        this.second[at] = this.first[at] ?? NEVER;
        this.first[at] = worth;
        this.holder[at] = pair;
      } else if (worth > (this.second[at] ?? NEVER)) {
        this.second[at] = worth;
      }
    }
  }

  /** The best of the other pairs that hold any of these places. */
  of(start: number, end: number, pair: number): number {
    let best = NEVER;
    for (let at = start; at < end; at++) {
      const worth = this.holder[at] === pair ? this.second[at] : this.first[at];
      best = Math.max(best, worth ?? NEVER);
    }
    return best;
  }
}
