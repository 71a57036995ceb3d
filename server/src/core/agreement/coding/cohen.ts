import { aboveChance, belowChance, type Coefficient, NOTHING_COMPARED, noCoefficient } from '../measured.ts';
import type { Distance } from './distances.ts';
import { marginals, type PairTable, type Value } from './ratings.ts';

/**
 * Cohen's κ of two coders: chance is what two people with these two habits would agree on by accident,
 * A_e = Σ_k P(k|first)·P(k|second). Cohen 1960, “A coefficient of agreement for nominal scales”, eq. 1;
 * Artstein & Poesio 2008, section 2.3.3.
 */
export function cohenKappa(table: PairTable): Coefficient {
  const { n, first, second } = marginals(table);
  if (n === 0) return noCoefficient(NOTHING_COMPARED);
  let same = 0;
  let expected = 0;
  for (const [value, count] of first) {
    same += table.get(value)?.get(value) ?? 0;
    expected += (count / n) * ((second.get(value) ?? 0) / n);
  }
  return aboveChance(same / n, expected);
}

/**
 * Weighted κ of two coders: 1 − Σ d·observed / Σ d·expected over all cells, where a disagreement weighs as much as the
 * categories are apart. Cohen 1968, “Weighted kappa”, eq. 4; its observed and expected values are disagreements.
 */
export function weightedKappa(table: PairTable, distance: Distance): Coefficient {
  const { n, first, second } = marginals(table);
  if (n === 0) return noCoefficient(NOTHING_COMPARED);
  let observed = 0;
  let expected = 0;
  for (const [a, countA] of first) {
    for (const [b, countB] of second) {
      const apart = distance(a, b);
      observed += (apart * (table.get(a)?.get(b) ?? 0)) / n;
      expected += apart * (countA / n) * (countB / n);
    }
  }
  return belowChance(observed, expected);
}

/**
 * How far apart the places of two categories are in an order, to a power: 1 for linear weights, 2 for quadratic ones
 * (Fleiss & Cohen 1973). Only categories of the order may be asked about.
 */
export function orderDistance(order: readonly Value[], power: 1 | 2): Distance {
  const places = new Map(order.map((value, place) => [value, place]));
  return (a, b) => Math.abs((places.get(a) ?? 0) - (places.get(b) ?? 0)) ** power;
}
