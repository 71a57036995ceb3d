import {
  aboveChance,
  type Coefficient,
  measuredValue,
  NOTHING_COMPARED,
  noCoefficient,
} from '../measured.ts';
import { cohenKappa } from './cohen.ts';
import { pairsOf, pairTable, type Ratings } from './ratings.ts';

/**
 * Light's κ of two or more coders: the mean of Cohen's κ over all pairs. Light 1971, “Measures of response agreement
 * for qualitative data”. Undefined as soon as that of one pair is.
 */
export function lightKappa(ratings: Ratings): Coefficient {
  return ofPairs(ratings, (all) => {
    const without = all.find(({ measured }) => !('value' in measured));
    return without?.measured ?? { value: mean(all.map(({ measured }) => measuredValue(measured) ?? 0)) };
  });
}

/**
 * Hubert's κ of two or more coders: observed and expected agreement of the pairs are averaged before the one corrects
 * the other. Hubert 1977, “Kappa revisited”; the same as Conger 1980 and as multi-κ of Davies & Fleiss 1982; the form
 * used here is that of Warrens 2010, eq. 4.
 */
export function hubertKappa(ratings: Ratings): Coefficient {
  return ofPairs(ratings, (_, observed, expected) => aboveChance(observed, expected).measured);
}

function ofPairs(
  ratings: Ratings,
  measure: (all: readonly Coefficient[], observed: number, expected: number) => Coefficient['measured'],
): Coefficient {
  const all = pairsOf(ratings.coders).map(([a, b]) => cohenKappa(pairTable(ratings, a, b)));
  const observed: number[] = [];
  const expected: number[] = [];
  for (const pair of all) {
    if (pair.observed === undefined || pair.expected === undefined) return noCoefficient(NOTHING_COMPARED);
    observed.push(pair.observed);
    expected.push(pair.expected);
  }
  if (all.length === 0) return noCoefficient(NOTHING_COMPARED);
  const [ao, ae] = [mean(observed), mean(expected)];
  return { measured: measure(all, ao, ae), observed: ao, expected: ae };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
}
