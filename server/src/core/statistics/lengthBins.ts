/** How many articles have from `from` to less than `to` characters. */
export interface LengthBin {
  readonly from: number;
  readonly to: number;
  readonly articles: number;
}

/** A histogram with more bars than this is a curve, and says no more. */
const MOST_BINS = 20;

/**
 * The lengths in bins of equal width from 0 to the longest, empty ones in between included; the width is 1, 2 or 5
 * times a power of ten, the smallest that needs no more than 20 bins. Empty where there are no lengths.
 */
export function lengthBins(lengths: readonly number[]): LengthBin[] {
  let most = 0;
  for (const length of lengths) if (length > most) most = length;
  const width = niceWidth(most);
  const counts = new Array<number>(lengths.length === 0 ? 0 : Math.floor(most / width) + 1).fill(0);
  for (const length of lengths) {
    const bin = Math.floor(length / width);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((articles, i) => ({ from: i * width, to: (i + 1) * width, articles }));
}

function niceWidth(most: number): number {
  for (let power = 1; ; power *= 10)
    for (const factor of [1, 2, 5])
      if (Math.floor(most / (factor * power)) < MOST_BINS) return factor * power;
}
