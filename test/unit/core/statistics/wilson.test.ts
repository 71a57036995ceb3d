import { expect, test } from 'vitest';
import { wilson } from '../../../../server/src/core/statistics/wilson.ts';

// Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%d of %d lie between %d and %d', (hits, n, low, high) => {
  const share = wilson(hits, n);
  expect(share).toMatchObject({ value: hits / n, n });
  expect(share?.low).toBeCloseTo(low, 4);
  expect(share?.high).toBeCloseTo(high, 4);
});

test('is the same for misses as for hits, the other way round, and ends at 0 and 1', () => {
  for (let n = 1; n < 40; n++) {
    for (let hits = 0; hits <= n; hits++) {
      const a = wilson(hits, n);
      const b = wilson(n - hits, n);
      expect(a?.low).toBeCloseTo(1 - (b?.high ?? 0), 12);
      expect(a && 0 <= a.low && a.low <= a.value && a.value <= a.high && a.high <= 1).toBe(true);
    }
  }
  expect([wilson(5, 5)?.high, wilson(0, 5)?.low]).toEqual([1, 0]);
});

test('of nothing is not known', () => {
  expect(wilson(0, 0)).toBeUndefined();
});
