import { expect, test } from 'vitest';
import type { CommonWords } from '../../../../../server/src/core/text/commonWords.ts';
import { NearWords } from '../../../../../server/src/core/text/language/nearWords.ts';

const LISTS: Readonly<Record<string, ReadonlySet<string>>> = {
  id: new Set(['yang', 'karena', 'uang']),
  ms: new Set(['yang', 'kerana', 'wang']),
};
const commonWords: CommonWords = {
  of: (language) => LISTS[language],
  has: (language, word) => LISTS[language]?.has(word) === true,
};
const near = new NearWords(commonWords);

test('a language is spoken for by words that only it has', () => {
  expect(near.speakFor('ms', 'id', 'Kerana wang yang hilang.')).toBe(true);
  expect(near.speakFor('ms', 'id', 'Kerana uang yang hilang.')).toBe(false);
  expect(near.speakFor('ms', 'id', 'Orang yang hilang.')).toBe(false);
  expect(near.speakFor('mk', 'bg', 'Orang yang hilang.')).toBe(true);
});

test('their share is of all words', () => {
  expect(near.share('ms', 'id', 'Kerana wang, yang hilang')).toBe(0.5);
  expect(near.share('ms', 'id', '…')).toBe(0);
  expect(near.share('mk', 'bg', 'Kerana wang')).toBe(0);
});
