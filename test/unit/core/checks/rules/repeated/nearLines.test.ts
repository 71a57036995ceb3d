import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  jaccard,
  NearLines,
  shinglesOf,
} from '../../../../../../server/src/core/checks/rules/repeated/nearLines.ts';
import { Paragraph } from '../../../../../../server/src/core/text/paragraph.ts';

const of = (words: readonly string[]) => shinglesOf(new Paragraph(words.join(' '))) ?? [];
/** So many words, each another one. */
const numbered = (count: number, from = 0) =>
  Array.from(
    { length: count },
    (_, i) => 'x'.repeat(1 + ((i + from) % 7)) + 'y'.repeat(Math.floor((i + from) / 7)),
  );
const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'rain', 'river'), {
  minLength: 12,
  maxLength: 60,
});

test('a line without its last word is near, a line without its middle is not', () => {
  const whole = of(numbered(40));
  const near = new NearLines<string>(0.9);
  expect(near.find(whole, 'whole')).toBeUndefined();
  expect(near.find(of(numbered(39)), 'shorter')).toEqual({ line: 'whole', similarity: 35 / 36 });
  expect(near.find(of([...numbered(15), ...numbered(15, 25)]), 'holed')).toBeUndefined();
});

test('short lines have no shingles, marks and ASCII case do not count', () => {
  expect(shinglesOf(new Paragraph(numbered(11).join(' ')))).toBeUndefined();
  const line = 'The mayor came at nine, in the morning: to open the new bridge';
  expect(shinglesOf(new Paragraph(line.toUpperCase()))).toEqual(
    shinglesOf(new Paragraph(line.replace(/[,:]/g, ''))),
  );
});

test('the similarity is symmetric, between 0 and 1, and 1 for the same line', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [x, y] = [of(a), of(b)];
      expect(jaccard(x, x)).toBe(1);
      expect(jaccard(x, y)).toBe(jaccard(y, x));
      expect(jaccard(x, y)).toBeGreaterThanOrEqual(0);
      expect(jaccard(x, y)).toBeLessThanOrEqual(1);
    }),
  );
});

test('finds every pair that is near', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const near = new NearLines<string>(0.9);
      near.find(of(a), 'first');
      expect(near.find(of(b), 'second') !== undefined).toBe(jaccard(of(a), of(b)) >= 0.9);
    }),
  );
});
