import { aboveChance, type Coefficient, NOTHING_COMPARED, noCoefficient } from '../measured.ts';
import { marginals, type PairTable, sameShare } from './ratings.ts';

/**
 * Scott's π of two coders: chance is what two people with one common habit would agree on, A_e = Σ_k p_k², with p_k the
 * share of k among all that both said. Scott 1955, “Reliability of content analysis”; Artstein & Poesio 2008, 2.3.2.
 */
export function scottPi(table: PairTable): Coefficient {
  const { n, first, second, categories } = marginals(table);
  const observed = sameShare(table);
  if (observed === undefined) return noCoefficient(NOTHING_COMPARED);
  let expected = 0;
  for (const k of categories) expected += (((first.get(k) ?? 0) + (second.get(k) ?? 0)) / (2 * n)) ** 2;
  return aboveChance(observed, expected);
}

/**
 * Bennett's S of two coders: chance takes every category as often, A_e = 1/k. Bennett, Alpert & Goldstein 1954,
 * “Communications through limited-response questioning”. `categories`: how many there are to choose from; absent:
 * those that were used.
 */
export function bennettS(table: PairTable, categories?: number): Coefficient {
  const observed = sameShare(table);
  if (observed === undefined) return noCoefficient(NOTHING_COMPARED);
  return aboveChance(observed, 1 / Math.max(1, categories ?? marginals(table).categories.length));
}
