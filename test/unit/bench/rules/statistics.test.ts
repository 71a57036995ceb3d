import { expect, test } from 'vitest';
import { randomOf } from '../../../../bench/rules/random.ts';
import {
  bootstrappedF1,
  f1,
  median,
  percent,
  precision,
  recall,
  total,
  wilson,
} from '../../../../bench/rules/statistics.ts';

test('Wilson’s interval has the published values', () => {
  // Newcombe 1998, Statistics in Medicine 17, table I, method 3.
  for (const [hits, cases, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    const interval = wilson(hits, cases);
    expect(interval.value).toBe(hits / cases);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  }
});

test('Wilson’s interval of nothing is everything', () => {
  expect(wilson(0, 0)).toEqual({ value: Number.NaN, low: 0, high: 1 });
});

test('precision, recall and F1 of counts', () => {
  const counts = total([
    { hit: 5, miss: 1, wrong: 0 },
    { hit: 3, miss: 1, wrong: 2 },
  ]);
  expect(counts).toEqual({ hit: 8, miss: 2, wrong: 2 });
  expect(precision(counts).value).toBe(0.8);
  expect(recall(counts).value).toBe(0.8);
  expect(f1(counts)).toBeCloseTo(0.8, 12);
});

test('the bootstrap gives the same interval each time, around the value', () => {
  const groups = Array.from({ length: 40 }, (_, i) => ({ hit: 3, miss: i % 2, wrong: i % 3 === 0 ? 1 : 0 }));
  const interval = bootstrappedF1(groups, randomOf(1));
  expect(interval).toEqual(bootstrappedF1(groups, randomOf(1)));
  expect(interval.low).toBeLessThan(interval.value);
  expect(interval.high).toBeGreaterThan(interval.value);
});

test('the median of an odd and of an even number of values', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});

test('a share is shown as a percentage with its interval', () => {
  expect(percent({ value: 0.985, low: 0.9789, high: 0.99 })).toBe('98.5 (97.9–99.0)');
});
