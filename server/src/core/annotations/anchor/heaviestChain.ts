import type { Steps } from '../../steps.ts';
import type { Run } from './draft.ts';
import { isPause } from './pauses.ts';

/**
 * Of runs that may cross, those of the greatest length together that do not: a longest increasing subsequence with
 * weights, by a binary indexed tree of best sums (n log n). Where two of them overlap at their ends, the later one is
 * cut short.
 */
export function* heaviestChain(runs: readonly Run[]): Steps<Run[]> {
  const middle = (start: number, run: Run) => 2 * start + run.length;
  const byOld = [...runs].sort((a, b) => middle(a.o, a) - middle(b.o, b) || b.length - a.length);
  const ranks = new Map<number, number>();
  for (const m of [...new Set(byOld.map((run) => middle(run.n, run)))].sort((a, b) => a - b)) {
    ranks.set(m, ranks.size + 1);
  }
  const tree = new BestPrefix(ranks.size);
  const before: number[] = [];
  let group: { rank: number; sum: number; at: number }[] = [];
  let best = { sum: 0, at: -1 };
  for (const [at, run] of byOld.entries()) {
    if (isPause(at + 1)) yield;
    const previous = byOld[at - 1];
    // Runs with the same middle cannot follow each other.
    if (previous && middle(previous.o, previous) !== middle(run.o, run)) {
      for (const { rank, sum, at: place } of group) tree.offer(rank, sum, place);
      group = [];
    }
    const rank = ranks.get(middle(run.n, run)) ?? 1;
    const found = tree.bestBelow(rank);
    before.push(found.at);
    const sum = found.sum + run.length;
    group.push({ rank, sum, at });
    if (sum > best.sum) best = { sum, at };
  }
  const chain: Run[] = [];
  for (let at = best.at; at >= 0; at = before[at] ?? -1) {
    const run = byOld[at];
    if (run) chain.push(run);
  }
  return withoutOverlaps(chain.reverse());
}

function withoutOverlaps(chain: readonly Run[]): Run[] {
  const kept: Run[] = [];
  let [oldEnd, newEnd] = [0, 0];
  for (const run of chain) {
    const cut = Math.max(0, oldEnd - run.o, newEnd - run.n);
    if (cut >= run.length) continue;
    const rest = { o: run.o + cut, n: run.n + cut, length: run.length - cut };
    kept.push(rest);
    [oldEnd, newEnd] = [rest.o + rest.length, rest.n + rest.length];
  }
  return kept;
}

/** A binary indexed tree (Fenwick): the best sum among all lower ranks. */
class BestPrefix {
  private readonly sums: Float64Array;
  private readonly places: Int32Array;

  constructor(size: number) {
    this.sums = new Float64Array(size + 1);
    this.places = new Int32Array(size + 1).fill(-1);
  }

  offer(rank: number, sum: number, place: number): void {
    for (let at = rank; at < this.sums.length; at += at & -at) {
      if (sum <= (this.sums[at] ?? 0)) continue;
      this.sums[at] = sum;
      this.places[at] = place;
    }
  }

  bestBelow(rank: number): { sum: number; at: number } {
    let best = { sum: 0, at: -1 };
    for (let at = rank - 1; at > 0; at -= at & -at) {
      const sum = this.sums[at] ?? 0;
      if (sum > best.sum) best = { sum, at: this.places[at] ?? -1 };
    }
    return best;
  }
}
