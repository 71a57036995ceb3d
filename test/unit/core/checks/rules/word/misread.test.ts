import { expect, test } from 'vitest';
import { misreadOf } from '../../../../../../server/src/core/checks/rules/word/misread.ts';
import type { Commonness, LanguageWords } from '../../../../../../server/src/core/text/lexicon/lexicon.ts';

/** Words with how common they are. */
function wordsOf(list: Readonly<Record<string, Commonness>>): LanguageWords {
  const find = (word: string): Commonness => (Object.hasOwn(list, word) ? (list[word] ?? 0) : 0);
  return { commonness: find, listed: find };
}

test('reads the letters as a scanner takes them', () => {
  const words = wordsOf({ modern: 3, clear: 3, dear: 4, house: 4, with: 5 });
  expect(misreadOf('rnodern', words)).toBe('modern');
  expect(misreadOf('liouse', words)).toBe('house');
  expect(misreadOf('vvith', words)).toBe('with');
  expect(misreadOf('hovse', words)).toBeUndefined();
});

test('takes the commoner of two words', () => {
  const words = wordsOf({ modest: 2, moclest: 2, modcst: 3 });
  expect(misreadOf('moclcst', wordsOf({ modcst: 2, moclest: 3 }))).toBe('moclest');
  expect(misreadOf('modcst', words)).toBe('modest');
});

test('asks a short word to become a common one, and passes over the shortest', () => {
  const words = wordsOf({ dorm: 2, form: 3, me: 5 });
  expect(misreadOf('clorm', words)).toBeUndefined();
  expect(misreadOf('forrn', words)).toBe('form');
  expect(misreadOf('rne', words)).toBeUndefined();
});
