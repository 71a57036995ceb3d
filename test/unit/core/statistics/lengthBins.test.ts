import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthBins } from '../../../../server/src/core/statistics/lengthBins.ts';

describe('lengthBins', () => {
  it('has none for no lengths, and one for empty articles', () => {
    expect(lengthBins([])).toEqual([]);
    expect(lengthBins([0, 0])).toEqual([{ from: 0, to: 1, articles: 2 }]);
  });

  it('takes the smallest width of 1, 2 or 5 times a power of ten that needs 20 bins at most', () => {
    expect(lengthBins([3, 99]).map((b) => b.to - b.from)).toEqual(new Array(20).fill(5));
    expect(lengthBins([100]).length).toBe(11);
    expect(lengthBins([1_999]).at(-1)).toEqual({ from: 1_900, to: 2_000, articles: 1 });
  });

  it('counts every length once, in the bin that holds it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5_000_000), { minLength: 1 }), (lengths) => {
        const bins = lengthBins(lengths);
        expect(bins.length).toBeLessThanOrEqual(20);
        for (const { from, to, articles } of bins)
          expect(articles).toBe(lengths.filter((n) => from <= n && n < to).length);
        expect(bins.reduce((sum, b) => sum + b.articles, 0)).toBe(lengths.length);
      }),
    );
  });
});
