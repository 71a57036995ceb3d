import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../../../../../server/src/core/checks/catalogue.ts';
import { fusedWords } from '../../../../../../server/src/core/checks/rules/fused/word/split.ts';
import { fusedSyllables } from '../../../../../../server/src/core/checks/rules/fused/word/vietnamese.ts';
import { findingsOf } from '../../../../../support/examples.ts';
import { ruleContext, shippedLexicon } from '../../../../../support/ruleContext.ts';

const likeliest = (word: string, language: string) =>
  (language === 'vi'
    ? fusedSyllables(word, shippedLexicon.of('vi'))
    : fusedWords(word, language, shippedLexicon.of(language)))[0]?.join(' ');

describe('the likeliest split', () => {
  test.each([
    ['id', 'sudahpulang', 'sudah pulang'],
    ['id', 'untukmembantu', 'untuk membantu'],
    ['id', 'yangtelahpergi', 'yang telah pergi'],
    ['en', 'becausethey', 'because they'],
    ['en', 'governmentwill', 'government will'],
    ['en', 'saidthatthey', 'said that they'],
    ['vi', 'khôngđược', 'không được'],
    ['vi', 'ngườidânđã', 'người dân đã'],
    ['vi', 'trongnăm', 'trong năm'],
    ['vi', 'quanhnhà', 'quanh nhà'],
  ])('%s: %s', (language, word, expected) => {
    expect(likeliest(word, language)).toBe(expected);
  });

  test.each([
    ['id', 'antarkota'],
    ['id', 'kamerawan'],
    ['id', 'mikroplastik'],
    ['en', 'bookshelves'],
    ['en', 'nonpartisan'],
    ['en', 'overtired'],
    ['en', 'crimefighter'],
    ['vi', 'ôtô'],
    ['vi', 'xăngđan'],
    ['vi', 'nghiêng'],
    ['de', 'hausundhof'],
  ])('%s: none of %s', (language, word) => {
    expect(likeliest(word, language)).toBeUndefined();
  });
});

const rule = CATALOGUE.find((r) => r.code === 'fused/word');

test('what the article has three times, or the dictionary, is a name', () => {
  if (rule === undefined) throw new Error('no rule');
  const found = (text: string, accepted: string[] = []) =>
    findingsOf(rule, text, ruleContext('id', accepted)).map(
      (f) => `${f.severity} ${text.slice(f.start, f.end)}`,
    );
  expect(found('Dia sudahpulang.\nKami sudahpulang.')).toEqual([
    'warning sudahpulang',
    'warning sudahpulang',
  ]);
  expect(found('Dia sudahpulang.\nKami sudahpulang.\nSaya sudahpulang.')).toEqual([]);
  expect(found('Dia sudahpulang.', ['sudahpulang'])).toEqual([]);
});

test('in Vietnamese accents make it an error, without them it is a warning', () => {
  if (rule === undefined) throw new Error('no rule');
  const text = 'Cầu nàyđã xong, theotin của xã và comité.';
  const found = findingsOf(rule, text, ruleContext('vi'));
  expect(found.map((f) => `${f.severity} ${text.slice(f.start, f.end)}`)).toEqual([
    'error nàyđã',
    'warning theotin',
  ]);
});
