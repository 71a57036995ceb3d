import { type Draft, LINK } from './draft.ts';
import { type WordPair, wordPairs } from './wordPairs.ts';

/** A gap costs this, and GAP_TOKEN for each of its tokens. */
const GAP = 0.9;
const GAP_TOKEN = 0.1;
const NEVER = -1e9;

/**
 * Links the words of a changed stretch that correspond: the alignment of greatest worth, by Gotoh's dynamic programme
 * with affine gaps, so that one common word in the midst of others does not count. Equal words, words spelt otherwise,
 * and words that were split or fused are linked, each with the margin by which it beats the next best link of either
 * side. Costs old × new steps, and that much memory.
 */
export function alignWords(draft: Draft, old: Int32Array, now: Int32Array): void {
  const pairs = wordPairs(draft, old, now);
  if (pairs.length === 0) return;
  const forward = forwardTable(pairs, old.length, now.length);
  const backward = backwardTable(pairs, old.length, now.length);
  const width = now.length + 1;
  const through = pairs.map(
    ({ i, j, iEnd, jEnd, score }) =>
      (forward.best[i * width + j] ?? NEVER) + score + (backward[iEnd * width + jEnd] ?? NEVER),
  );
  const inRows = new Rivals(old.length);
  const inColumns = new Rivals(now.length);
  pairs.forEach(({ i, iEnd, j, jEnd }, index) => {
    inRows.offer(i, iEnd, index, through[index] ?? NEVER);
    inColumns.offer(j, jEnd, index, through[index] ?? NEVER);
  });
  for (let index = forward.last; index >= 0; index = forward.previous[index] ?? -1) {
    const pair = pairs[index];
    if (!pair) break;
    const rival = Math.max(inRows.of(pair.i, pair.iEnd, index), inColumns.of(pair.j, pair.jEnd, index));
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
}

interface Forward {
  /** The greatest worth of what lies before each cell. */
  readonly best: Float32Array;
  /** The pair before each one on the best way to it, and the last one of the best way through all. */
  readonly previous: Int32Array;
  readonly last: number;
}

/** A cell (i, j), at `i * (columns + 1) + j`, stands between the first i old and j new tokens and the rest. */
function forwardTable(pairs: readonly WordPair[], rows: number, columns: number): Forward {
  const width = columns + 1;
  const size = (rows + 1) * width;
  const best = new Float32Array(size).fill(NEVER);
  // Row by row: what the best way to a cell is that ends in a gap in the new text, and one that ends in the old.
  const [oldGap, lastBeforeOldGap] = [new Float32Array(width).fill(NEVER), new Int32Array(width)];
  const lastAt = new Int32Array(size).fill(-1);
  const previous = new Int32Array(pairs.length).fill(-1);
  const byEnd = pairs
    .map((_, index) => index)
    .sort((a, b) => endCell(pairs[a], width) - endCell(pairs[b], width));
  best[0] = 0;
  let next = 0;
  for (let i = 0; i <= rows; i++) {
    let newGap = NEVER;
    let lastBeforeNewGap = -1;
    for (let j = 0; j <= columns; j++) {
      const cell = i * width + j;
      let here = best[cell] ?? NEVER;
      let last = -1;
      for (; next < byEnd.length && endCell(pairs[byEnd[next] ?? 0], width) === cell; next++) {
        const index = byEnd[next] ?? 0;
        const pair = pairs[index];
        if (!pair) continue;
        const source = pair.i * width + pair.j;
        previous[index] = lastAt[source] ?? -1;
        const worth = (best[source] ?? NEVER) + pair.score;
        if (worth > here) [here, last] = [worth, index];
      }
      if (i > 0 && (oldGap[j] ?? NEVER) > here)
        [here, last] = [oldGap[j] ?? NEVER, lastBeforeOldGap[j] ?? -1];
      if (newGap > here) [here, last] = [newGap, lastBeforeNewGap];
      best[cell] = here;
      lastAt[cell] = last;
      if (here - GAP > (oldGap[j] ?? NEVER)) {
        oldGap[j] = here - GAP;
        lastBeforeOldGap[j] = last;
      }
      oldGap[j] = (oldGap[j] ?? NEVER) - GAP_TOKEN;
      if (here - GAP > newGap) [newGap, lastBeforeNewGap] = [here - GAP, last];
      newGap -= GAP_TOKEN;
    }
  }
  return { best, previous, last: lastAt[size - 1] ?? -1 };
}

function endCell(pair: WordPair | undefined, width: number): number {
  return pair ? pair.iEnd * width + pair.jEnd : -1;
}

/** The greatest worth of what lies behind each cell. */
function backwardTable(pairs: readonly WordPair[], rows: number, columns: number): Float32Array {
  const width = columns + 1;
  const best = new Float32Array((rows + 1) * width).fill(NEVER);
  const oldGap = new Float32Array(width).fill(NEVER);
  best[best.length - 1] = 0;
  let next = pairs.length - 1;
  for (let i = rows; i >= 0; i--) {
    let newGap = NEVER;
    for (let j = columns; j >= 0; j--) {
      const cell = i * width + j;
      let here = Math.max(best[cell] ?? NEVER, oldGap[j] ?? NEVER, newGap);
      for (let pair = pairs[next]; pair && pair.i * width + pair.j === cell; pair = pairs[--next]) {
        here = Math.max(here, (best[pair.iEnd * width + pair.jEnd] ?? NEVER) + pair.score);
      }
      best[cell] = here;
      oldGap[j] = Math.max(oldGap[j] ?? NEVER, here - GAP) - GAP_TOKEN;
      newGap = Math.max(newGap, here - GAP) - GAP_TOKEN;
    }
  }
  return best;
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
