import type { TextRange } from '../../text/range.ts';

/** The place of the first range that ends behind an offset, among ranges in order that do not overlap; their number where none does. */
export function firstEndingBehind(ranges: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
