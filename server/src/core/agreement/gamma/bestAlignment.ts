import type { Unit } from '../unitizing/unit.ts';
import { bestAssignment } from './assignment.ts';
import { candidates, type UnitaryAlignment } from './candidates.ts';
import { type Cover, cheapestCover, greedyCover } from './cover.ts';
import type { GammaWeights } from './dissimilarity.ts';

/** Every unit in exactly one unitary alignment. */
export interface Alignment {
  readonly alignments: readonly UnitaryAlignment[];
  /** The sum of their disorders over the mean number of units per coder (Mathet et al. 2015, eq. 6); 0 of no units. */
  readonly disorder: number;
  /** False where the search had to be cut short: a better alignment may exist. */
  readonly optimal: boolean;
}

/**
 * The alignment of least disorder. Of two coders it is an assignment problem and solved as such; of more, a search that
 * leaves out only what cannot be better, so that it is proved to be the best unless `optimal` says otherwise.
 */
export function bestAlignment(units: readonly Unit[], coders: number, weights: GammaWeights): Alignment {
  const real = units.filter((unit) => unit.end > unit.start);
  const { alignments, complete } = candidates(real, coders, weights);
  const best = covered(real, coders, alignments, complete);
  const sum = best.chosen.reduce((total, { disorder }) => total + disorder, 0);
  const mean = real.length / coders;
  return {
    alignments: best.chosen,
    disorder: mean === 0 ? 0 : sum / mean,
    optimal: best.optimal,
  };
}

function covered(
  units: readonly Unit[],
  coders: number,
  alignments: readonly UnitaryAlignment[],
  complete: boolean,
): Cover {
  if (coders === 2) return { chosen: assigned(units, alignments), optimal: complete };
  // Without all candidates nothing can be proved, so nothing is searched for.
  if (!complete) return { chosen: greedyCover(alignments, units.length), optimal: false };
  return cheapestCover(units, alignments);
}

function assigned(units: readonly Unit[], alignments: readonly UnitaryAlignment[]): UnitaryAlignment[] {
  const alone = alignments.slice(0, units.length);
  const rows = units.flatMap((unit, place) => (unit.coder === 0 ? [place] : []));
  const columns = units.flatMap((unit, place) => (unit.coder === 1 ? [place] : []));
  const columnOf = new Map(columns.map((place, column) => [place, column]));
  const byRow = new Map<number, Map<number, UnitaryAlignment>>();
  for (const alignment of alignments) {
    const [a, b] = alignment.members;
    if (a === undefined || b === undefined) continue;
    const row = byRow.get(a) ?? new Map<number, UnitaryAlignment>();
    row.set(columnOf.get(b) ?? -1, alignment);
    byRow.set(a, row);
  }
  const pair = (row: number, column: number) => byRow.get(rows[row] ?? -1)?.get(column);
  const partners = bestAssignment(rows.length, columns.length, (row, column) => {
    const found = pair(row, column);
    const [first] = alone;
    return found && first ? 2 * first.disorder - found.disorder : 0;
  });
  const chosen: UnitaryAlignment[] = [];
  for (const [row, column] of partners.entries()) {
    const found = pair(row, column);
    if (found) chosen.push(found);
  }
  const taken = new Set(chosen.flatMap(({ members }) => members));
  return [...chosen, ...alone.filter((_, place) => !taken.has(place))];
}
