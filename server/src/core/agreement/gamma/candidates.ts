import type { Unit } from '../unitizing/unit.ts';
import { dissimilarity, type GammaWeights } from './dissimilarity.ts';

/** Units of different coders that may be meant for the same thing: one of each coder at most. */
export interface UnitaryAlignment {
  /** Places in the list of units, ascending by coder. */
  readonly members: readonly number[];
  /** The mean dissimilarity of all pairs of coders, a missing unit being Δ_∅ away from everything. */
  readonly disorder: number;
}

/** A hostile text must not fill the memory: beyond this the rest is left out, and the result is announced as bounded. */
const MOST_CANDIDATES = 100_000;

export interface Candidates {
  readonly alignments: readonly UnitaryAlignment[];
  /** False where there were too many, so that the best alignment may not be among them. */
  readonly complete: boolean;
}

/**
 * Every unitary alignment that a best alignment may hold, those of one unit included. One whose members cost no more
 * with one of them set free is never needed (Mathet et al. 2015, section 4.4 prunes alike).
 */
export function candidates(units: readonly Unit[], coders: number, weights: GammaWeights): Candidates {
  const pairs = (coders * (coders - 1)) / 2;
  const alone = weights.deltaEmpty;
  const byCoder = Array.from({ length: coders }, (_, coder) =>
    units.flatMap((unit, place) => (unit.coder === coder ? [place] : [])),
  );
  const alignments: UnitaryAlignment[] = units.map((_, place) => ({ members: [place], disorder: alone }));
  let open = alignments.map(({ members }) => ({ members, between: 0 }));
  for (let size = 2; size <= coders && open.length > 0; size++) {
    const longer: { members: readonly number[]; between: number }[] = [];
    for (const { members, between } of open) {
      const last = units[members.at(-1) ?? 0];
      for (let coder = (last?.coder ?? 0) + 1; coder < coders; coder++) {
        for (const place of byCoder[coder] ?? []) {
          const costs = members.map((member) => between2(units, member, place, weights));
          const sum = between + costs.reduce((s, cost) => s + cost, 0);
          // What is far beyond the cost of all members alone cannot get better by more members.
          if (sum > pairs * alone * coders) continue;
          const group = [...members, place];
          longer.push({ members: group, between: sum });
          const missing = pairs - (size * (size - 1)) / 2;
          const disorder = (sum + missing * weights.deltaEmpty) / pairs;
          if (isWorth(group, disorder, sum, size)) alignments.push({ members: group, disorder });
          if (longer.length > MOST_CANDIDATES) return { alignments, complete: false };
        }
      }
    }
    open = longer;
  }
  return { alignments, complete: true };

  /** False where it costs no more to set one member free. */
  function isWorth(group: readonly number[], disorder: number, sum: number, size: number): boolean {
    if (size === 2) return disorder < 2 * alone;
    const rest = size - 1;
    const missing = pairs - (rest * (rest - 1)) / 2;
    return group.every((member) => {
      const own = group.reduce(
        (s, other) => s + (other === member ? 0 : between2(units, member, other, weights)),
        0,
      );
      return disorder < (sum - own + missing * weights.deltaEmpty) / pairs + alone;
    });
  }
}

function between2(units: readonly Unit[], a: number, b: number, weights: GammaWeights): number {
  const [one, other] = [units[a], units[b]];
  return one && other ? dissimilarity(one, other, weights) : 0;
}
