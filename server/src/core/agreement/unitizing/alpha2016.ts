import { msg } from '../../message.ts';
import { belowChance, type Coefficient, type Measured, NOTHING_MARKED, noCoefficient } from '../measured.ts';
import { GAP, type UnitizingTally } from './tally.ts';

/**
 * The family of Krippendorff, Mathet, Bouvry & Widlöcher 2016, “On the reliability of unitizing textual continua:
 * Further developments”, Quality & Quantity 50, 2347–2364. All compare positions; by chance a position of one unit
 * cannot meet another of the same unit, so squared lengths of units are taken out of what chance could pair, and of
 * gaps each position by itself. Observed and expected values are disagreements per position.
 */

const ONE_VALUE: Measured = {
  undefined: msg(
    'Everything that was marked, by everybody, bears one label: there is nothing to confuse it with (0/0).',
  ),
};
const NOT_SHARED: Measured = {
  undefined: msg('No place was marked by two people, so their labels cannot be compared.'),
};
const EVERYTHING_MARKED: Measured = {
  undefined: msg('Everybody marked everything, so there is nothing to tell apart (0/0).'),
};

/** uα: unitizing and labels together, gaps being a value of their own (2016, section 5). */
export function uAlpha(tally: UnitizingTally): Coefficient {
  return ofContinuum(tally, (value) => value);
}

/** |uα: whether a position is marked at all, whatever the label (2016, section 4). */
export function binaryAlpha(tally: UnitizingTally): Coefficient {
  return ofContinuum(tally, (value) => (value === GAP ? GAP : 'marked'));
}

/** uα of some values alone, mostly those of one label: whether a position bears it. */
export function valueAlpha(tally: UnitizingTally, has: (value: string) => boolean): Coefficient {
  return ofContinuum(tally, (value) => (value !== GAP && has(value) ? 'marked' : GAP));
}

/** 1 − Σ_{c≠k} ℓ_ck / Σ_{c≠k} ε_ck with ε_ck = ℓ..·ℓ_c·ℓ_k / (ℓ..² − Σ L²), values being merged by `merged`. */
function ofContinuum(tally: UnitizingTally, merged: (value: string) => string): Coefficient {
  const totals = new Map<string, number>();
  let apart = 0;
  let all = 0;
  for (const [c, row] of tally.lengths) {
    for (const [k, length] of row) {
      all += length;
      totals.set(merged(c), (totals.get(merged(c)) ?? 0) + length);
      if (merged(c) !== merged(k)) apart += length;
    }
  }
  if (all === 0 || (totals.get(GAP) ?? 0) === all) return noCoefficient(NOTHING_MARKED);
  let selfPairs = totals.get(GAP) ?? 0;
  for (const [c, square] of tally.squares) if (merged(c) !== GAP) selfPairs += square;
  // Units of a value that counts as a gap are so many single positions, and are in the gap's total already.
  const possible = all ** 2 - selfPairs;
  if (possible <= 0) return noCoefficient(EVERYTHING_MARKED);
  const expected = unequalPairs([...totals.values()]) / possible;
  return belowChance(apart / all, expected, EVERYTHING_MARKED);
}

/** Σ_{c≠k} t_c·t_k, without the cancellation of (Σt)² − Σt². */
function unequalPairs(totals: readonly number[]): number {
  let before = 0;
  let sum = 0;
  for (const total of totals) {
    sum += 2 * total * before;
    before += total;
  }
  return sum;
}

/** cuα: the labels of what two people both marked, whatever they left (2016, section 6). */
export function cuAlpha(tally: UnitizingTally): Coefficient {
  const shared = sharedLengths(tally);
  if (shared.all === 0) return noCoefficient(NOT_SHARED);
  let selfPairs = 0;
  for (const square of tally.sharedSquares.values()) selfPairs += square;
  const possible = shared.all ** 2 - selfPairs;
  if (possible <= 0) return noCoefficient(ONE_VALUE);
  const expected = unequalPairs([...shared.totals.values()]) / possible;
  return belowChance(shared.apart / shared.all, expected, ONE_VALUE);
}

/** (k)uα: how reliably one label is told from the others, in what two people both marked (2016, section 7). */
export function kuAlpha(tally: UnitizingTally, label: string): Coefficient {
  const shared = sharedLengths(tally);
  const own = shared.totals.get(label) ?? 0;
  if (own === 0) return noCoefficient(NOT_SHARED);
  let apart = 0;
  for (const [k, length] of tally.lengths.get(label) ?? []) if (k !== GAP && k !== label) apart += length;
  const possible = own * shared.all - (tally.sharedSquares.get(label) ?? 0);
  const expected = own * (shared.all - own);
  if (possible <= 0 || expected === 0) return noCoefficient(ONE_VALUE);
  return belowChance(apart / own, expected / possible, ONE_VALUE);
}

/** The share of the continuum, over all pairs of coders, that both marked. */
export function coverage(tally: UnitizingTally): Measured {
  let all = 0;
  for (const row of tally.lengths.values()) for (const length of row.values()) all += length;
  const { all: shared } = sharedLengths(tally);
  return all === 0 ? NOTHING_MARKED : { value: shared / all };
}

interface SharedLengths {
  readonly all: number;
  readonly apart: number;
  readonly totals: ReadonlyMap<string, number>;
}

/** ℓ_ck of labels, without gaps. */
function sharedLengths({ lengths }: UnitizingTally): SharedLengths {
  const totals = new Map<string, number>();
  let all = 0;
  let apart = 0;
  for (const [c, row] of lengths) {
    for (const [k, length] of row) {
      if (c === GAP || k === GAP) continue;
      all += length;
      if (c !== k) apart += length;
      totals.set(c, (totals.get(c) ?? 0) + length);
    }
  }
  return { all, apart, totals };
}
