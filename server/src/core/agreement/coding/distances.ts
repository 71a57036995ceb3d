import type { Value } from './ratings.ts';

/** How far apart two values are: 0 for equal ones, the same in both directions. The alphas square what they call δ. */
export type Distance = (a: Value, b: Value) => number;

/** A distance that depends on how often each value was given. */
export type Metric = (totals: ReadonlyMap<Value, number>) => Distance;

/** 0 where equal, else 1. Krippendorff 2011, “Computing Krippendorff's alpha-reliability”, nominal δ². */
export const nominal: Metric = () => (a, b) => (a === b ? 0 : 1);

/**
 * Ranks in the order of the numbers: (Σ of the values given from a to b, less half of either end)². Krippendorff 2011,
 * ordinal δ². Values that are no numbers have no order and count as nominal ones.
 */
export const ordinal: Metric = (totals) => {
  const order = [...totals.keys()].filter((value) => typeof value === 'number').sort((a, b) => a - b);
  // The middle of each value's ranks; the difference of two middles is what the formula sums up.
  const middles = new Map<Value, number>();
  let before = 0;
  for (const value of order) {
    const count = totals.get(value) ?? 0;
    middles.set(value, before + count / 2);
    before += count;
  }
  return (a, b) => {
    if (a === b) return 0;
    const [from, to] = [middles.get(a), middles.get(b)];
    return from === undefined || to === undefined ? 1 : (from - to) ** 2;
  };
};

/** (a − b)², of numbers. Krippendorff 2011, interval δ². */
export const interval: Metric = () => (a, b) => (a === b ? 0 : ofNumbers(a, b, (x, y) => (x - y) ** 2));

/** ((a − b) / (a + b))², of numbers; 0 of two zeros. Krippendorff 2011, ratio δ². */
export const ratio: Metric = () => (a, b) =>
  a === b ? 0 : ofNumbers(a, b, (x, y) => (x + y === 0 ? 1 : ((x - y) / (x + y)) ** 2));

function ofNumbers(a: Value, b: Value, apart: (x: number, y: number) => number): number {
  return typeof a === 'number' && typeof b === 'number' ? apart(a, b) : 1;
}
