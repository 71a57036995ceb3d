import { type Continuum, cutUnits, type Segment, withGaps } from './unit.ts';

/** The value of what nobody marked. No label is empty. */
export const GAP = '';

/**
 * What the measures of 2016 are computed from. Tallies of several texts add up to that of all of them one after the
 * other, also where they have different numbers of coders.
 */
export interface UnitizingTally {
  /** ℓ_ck: positions that one coder gave the value c and another k, over all ordered pairs of coders, / (m − 1). */
  readonly lengths: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Σ of squared lengths of the units of a value. */
  readonly squares: ReadonlyMap<string, number>;
  /** Σ over units of a value, and over the others, of (positions that the other marked too)² / (m − 1). */
  readonly sharedSquares: ReadonlyMap<string, number>;
}

/** Tallies one text. */
export function tallyUnits({ coders, length, units }: Continuum): UnitizingTally {
  const lengths = new Map<string, Map<string, number>>();
  const squares = new Map<string, number>();
  const sharedSquares = new Map<string, number>();
  const segments = Array.from({ length: coders }, (_, coder) => withGaps(cutUnits(units, coder), 0, length));
  for (const [i, mine] of segments.entries()) {
    for (const { start, end, label } of mine)
      if (label !== undefined) add(squares, label, (end - start) ** 2);
    for (const [j, theirs] of segments.entries()) {
      if (i !== j) tallyPair(mine, theirs, coders - 1, lengths, sharedSquares);
    }
  }
  return { lengths, squares, sharedSquares };
}

function tallyPair(
  mine: readonly Segment[],
  theirs: readonly Segment[],
  others: number,
  lengths: Map<string, Map<string, number>>,
  sharedSquares: Map<string, number>,
): void {
  let from = 0;
  for (const a of mine) {
    const value = a.label ?? GAP;
    const row = lengths.get(value) ?? new Map<string, number>();
    lengths.set(value, row);
    while ((theirs[from]?.end ?? Number.POSITIVE_INFINITY) <= a.start) from++;
    let shared = 0;
    for (let at = from, b = theirs[at]; b && b.start < a.end; b = theirs[++at]) {
      const both = Math.min(a.end, b.end) - Math.max(a.start, b.start);
      add(row, b.label ?? GAP, both / others);
      if (b.label !== undefined) shared += both;
    }
    if (a.label !== undefined && shared > 0) add(sharedSquares, value, shared ** 2 / others);
  }
}

function add(sums: Map<string, number>, key: string, n: number): void {
  sums.set(key, (sums.get(key) ?? 0) + n);
}
