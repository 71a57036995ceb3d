import { aboveChance, type Coefficient, NOTHING_COMPARED, noCoefficient } from '../measured.ts';
import { type Ratings, type Value, valueCounts } from './ratings.ts';

/** What every coder said something of. */
export interface FullItems {
  readonly coders: number;
  readonly items: number;
  /** P̄: the mean share of agreeing pairs. */
  readonly observed: number;
  /** How often each category was given. */
  readonly totals: ReadonlyMap<Value, number>;
}

/**
 * Fleiss' κ of two or more coders: A_e = Σ_k p_k², with p_k the share of k among all that was said. Fleiss 1971,
 * “Measuring nominal scale agreement among many raters”, eq. 1–7. It needs the same number of values for each item:
 * items that somebody left out do not count (Krippendorff's α takes them).
 */
export function fleissKappa(ratings: Ratings): Coefficient {
  return fleissOfItems(fullItems(ratings));
}

/** Fleiss' κ of what was counted already. */
export function fleissOfItems(full: FullItems | undefined): Coefficient {
  if (!full) return noCoefficient(NOTHING_COMPARED);
  return aboveChance(
    full.observed,
    sumOverShares(full, (p) => p * p),
  );
}

/**
 * Randolph's free-marginal κ of two or more coders: A_e = 1/k. Randolph 2005, “Free-marginal multirater kappa”.
 * `categories`: how many there are to choose from; absent: those that were used.
 */
export function randolphKappa(ratings: Ratings, categories?: number): Coefficient {
  const full = fullItems(ratings);
  if (!full) return noCoefficient(NOTHING_COMPARED);
  return aboveChance(full.observed, 1 / Math.max(1, categories ?? full.totals.size));
}

/**
 * Gwet's AC1 of two or more coders: A_e = Σ_k p_k·(1 − p_k) / (K − 1); it stays high where one category is rare.
 * Gwet 2008, “Computing inter-rater reliability and its variance in the presence of high agreement”, eq. 5 and 14.
 */
export function gwetAC1(ratings: Ratings): Coefficient {
  return gwetOfItems(fullItems(ratings));
}

/** Gwet's AC1 of what was counted already. */
export function gwetOfItems(full: FullItems | undefined): Coefficient {
  if (!full) return noCoefficient(NOTHING_COMPARED);
  const k = full.totals.size;
  if (k < 2) return aboveChance(full.observed, 1);
  return aboveChance(full.observed, sumOverShares(full, (p) => p * (1 - p)) / (k - 1));
}

function sumOverShares({ totals, items, coders }: FullItems, term: (p: number) => number): number {
  let sum = 0;
  for (const count of totals.values()) sum += term(count / (items * coders));
  return sum;
}

function fullItems({ rows, coders }: Ratings): FullItems | undefined {
  const totals = new Map<Value, number>();
  let items = 0;
  let pairs = 0;
  for (const { count, values } of rows) {
    if (count === 0 || values.length !== coders || values.includes(undefined)) continue;
    items += count;
    for (const [value, n] of valueCounts(values)) {
      totals.set(value, (totals.get(value) ?? 0) + count * n);
      pairs += count * n * (n - 1);
    }
  }
  return countedItems(coders, items, pairs, totals);
}

/** Items by their sums; `pairs`: agreeing ordered pairs of coders over all items. Undefined where there are none. */
export function countedItems(
  coders: number,
  items: number,
  pairs: number,
  totals: ReadonlyMap<Value, number>,
): FullItems | undefined {
  if (items === 0 || coders < 2) return undefined;
  return { coders, items, observed: pairs / (items * coders * (coders - 1)), totals };
}
