import { describe, expect, test } from 'vitest';
import { shippedLexicon } from '../../../../support/ruleContext.ts';

const commonness = (language: string, word: string): number | undefined =>
  shippedLexicon.of(language)?.commonness(word);

describe('the shipped lists', () => {
  test.each([
    ['id', 'yang', 5],
    ['id', 'pemerintah', 3],
    ['id', 'hoaks', 1],
    ['id', 'dipertanyakannya', 1],
    ['id', 'the', 1],
    ['id', 'memebr', 0],
    ['en', 'the', 5],
    ['en', "don't", 4],
    ['en', 'don’t', 4],
    ['en', 'isn', 0],
    ['en', 'prioritises', 1],
    ['en', 'prioritizes', 1],
    ['en', "parliament's", 1],
    ['en', 'seperation', 0],
    ['vi', 'của', 5],
    ['vi', 'ngoẹt', 1],
    ['vi', 'cuaả', 0],
    ['de', 'und', 5],
    ['de', 'the', 1],
  ])('%s: “%s” is of class %i', (language, word, expected) => {
    const found = commonness(language, word) ?? 0;
    if (expected < 2) expect(found).toBe(expected);
    else expect(found).toBeGreaterThanOrEqual(expected - 1);
  });

  test('know about all words of three languages, and the commonest of others', () => {
    expect(['id', 'en', 'vi', 'de'].map((tag) => shippedLexicon.of(tag)?.thorough)).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(shippedLexicon.of('tlh')).toBeUndefined();
  });
});
