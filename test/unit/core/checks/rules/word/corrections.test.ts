import { describe, expect, test } from 'vitest';
import { corrections } from '../../../../../../server/src/core/checks/rules/word/corrections.ts';
import type { Commonness, LanguageWords } from '../../../../../../server/src/core/text/lexicon/lexicon.ts';

const CLASSES = new Map<string, Commonness>([
  ['pemerintah', 4],
  ['perintah', 3],
  ['memerintah', 1],
  ['harga', 4],
  ['harta', 2],
  ['rumah', 4],
  ['gerilya', 1],
]);
const words: LanguageWords = {
  commonness: (word) => CLASSES.get(word) ?? 0,
  listed: (word) => CLASSES.get(word) ?? 0,
};

describe('corrections', () => {
  test.each([
    ['pemreintah', ['pemerintah'], 'two swapped'],
    ['pemeerintah', ['pemerintah'], 'one too many'],
    ['pemrintah', ['pemerintah', 'perintah'], 'one too few, or one too many'],
    ['pemerimtah', ['pemerintah'], 'one changed'],
    ['urmah', ['rumah'], 'the first two swapped'],
    ['gerlya', [], 'a rare word, too short to tell'],
    ['gerrilya', ['gerilya'], 'a rare word'],
    ['hatga', ['harga'], 'commoner than harta, which is too rare for five letters'],
    ['xumah', [], 'the first letter changed'],
    ['rumahkuu', [], 'two edits'],
  ])('%s → %j (%s)', (word, expected) => {
    expect(corrections(word, words)).toEqual(expected);
  });

  test('offers rare words for long ones', () => {
    expect(corrections('memerintahh', words)).toEqual(['memerintah']);
  });
});
