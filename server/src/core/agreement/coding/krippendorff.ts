import { belowChance, type Coefficient, NOTHING_COMPARED, noCoefficient } from '../measured.ts';
import { type Metric, nominal } from './distances.ts';
import { type Ratings, type Value, valueCounts } from './ratings.ts';

/** How often values were said of the same item by two people, each item weighing as many as its values. */
export type Coincidences = ReadonlyMap<Value, ReadonlyMap<Value, number>>;

/**
 * Krippendorff's α of two or more coders, who may have left out items: 1 − D_o/D_e with D_o = Σ o_ck·δ²/n and
 * D_e = Σ n_c·n_k·δ² / (n·(n − 1)). Krippendorff 1980, 2004 chapter 11, 2011. Items with fewer than two values do
 * not count. Its observed and expected values are disagreements.
 */
export function krippendorffAlpha(ratings: Ratings, metric: Metric = nominal): Coefficient {
  return alphaOf(coincidences(ratings), metric);
}

/** The coincidence matrix of ratings (Krippendorff 2011, step B); the sum of several is that of all their items. */
export function coincidences({ rows }: Ratings): Coincidences {
  const matrix = new Map<Value, Map<Value, number>>();
  for (const { count, values } of rows) {
    const counts = valueCounts(values);
    let given = 0;
    for (const n of counts.values()) given += n;
    if (given < 2 || count === 0) continue;
    for (const [c, nc] of counts) {
      const row = matrix.get(c) ?? new Map<Value, number>();
      for (const [k, nk] of counts) {
        const pairs = nc * (c === k ? nk - 1 : nk);
        if (pairs > 0) row.set(k, (row.get(k) ?? 0) + (count * pairs) / (given - 1));
      }
      matrix.set(c, row);
    }
  }
  return matrix;
}

/** α of a coincidence matrix. */
export function alphaOf(matrix: Coincidences, metric: Metric = nominal): Coefficient {
  const totals = new Map<Value, number>();
  for (const [c, row] of matrix) {
    let total = 0;
    for (const count of row.values()) total += count;
    totals.set(c, total);
  }
  let n = 0;
  for (const total of totals.values()) n += total;
  if (n === 0) return noCoefficient(NOTHING_COMPARED);
  const distance = metric(totals);
  let observed = 0;
  let expected = 0;
  for (const [c, nc] of totals) {
    for (const [k, nk] of totals) {
      if (c === k) continue;
      const apart = distance(c, k);
      observed += apart * (matrix.get(c)?.get(k) ?? 0);
      expected += apart * nc * nk;
    }
  }
  return belowChance(observed / n, expected / (n * (n - 1)));
}
