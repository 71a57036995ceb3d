/** A share of `n`, with the interval that holds the true one in 95 of 100 cases. */
export interface Share {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** The 97.5th percentile of the normal distribution: 2.5 % are left on either side. */
const Z = 1.959963984540054;

/**
 * The share that `hits` are of `n`, with Wilson's score interval (1927) at 95 %, which is sound for few cases and near
 * 0 and 1 too; undefined where there are none.
 */
export function wilson(hits: number, n: number): Share | undefined {
  if (n === 0) return undefined;
  const value = hits / n;
  const scale = 1 + Z ** 2 / n;
  const middle = (value + Z ** 2 / (2 * n)) / scale;
  const half = (Z * Math.sqrt((value * (1 - value)) / n + Z ** 2 / (4 * n ** 2))) / scale;
  // At 0 and 1 the interval ends there exactly; floating point misses it by a hair.
  const low = hits === 0 ? 0 : Math.max(0, middle - half);
  const high = hits === n ? 1 : Math.min(1, middle + half);
  return { value, low, high, n };
}
