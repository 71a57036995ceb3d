import { describe, expect, test } from 'vitest';
import { packWords } from '../../../../../../scripts/data/words/pack.mjs';
import { corrections } from '../../../../../../server/src/core/checks/rules/word/corrections.ts';
import { TableWords } from '../../../../../../server/src/core/text/lexicon/tableWords.ts';
import { readWordTable } from '../../../../../../server/src/core/text/lexicon/wordTable.ts';

const CLASSES = new Map([
  ['pemerintah', 4],
  ['perintah', 3],
  ['memerintah', 1],
  ['harga', 4],
  ['harta', 2],
  ['rumah', 4],
  ['gerilya', 1],
]);
const table = readWordTable(packWords(CLASSES, { thorough: true }));
if (!table) throw new Error('no table');
const words = new TableWords('id', table);

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
