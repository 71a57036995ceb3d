import { describe, expect, test } from 'vitest';
import { wordBookOf } from '../../../../../server/src/core/text/lexicon/lexicon.ts';
import { NO_WORD, WordBook } from '../../../../../server/src/core/text/lexicon/wordBook.ts';
import { splitTokens } from '../../../../../server/src/core/text/tokens.ts';

/** What the verdicts say of each token of a text. */
function read(book: WordBook, text: string, judge: (word: string) => number): number[] {
  const tokens = splitTokens(text);
  const numbers = book.numbersOf(tokens);
  const verdicts = book.verdicts('length', judge);
  return tokens.map((token, i) => verdicts.of(numbers[i] ?? NO_WORD, token));
}

describe('WordBook', () => {
  test('asks once for each word as it is written, and never for marks and numbers', () => {
    const asked: string[] = [];
    const judge = (word: string) => asked.push(word) && word.length;
    const book = new WordBook('id', 'lists');
    expect(read(book, 'Kata itu, kata 12 Kata.', judge)).toEqual([4, 3, 0, 4, 0, 4, 0]);
    expect(read(book, 'itu kata', judge)).toEqual([3, 4]);
    expect(asked).toEqual(['Kata', 'itu', 'kata']);
  });

  test('judges a word that is too long to be kept each time', () => {
    const long = 'a'.repeat(41);
    const asked: string[] = [];
    const judge = (word: string) => asked.push(word) && word.length;
    expect(read(new WordBook('id', ''), `${long} ${long}`, judge)).toEqual([41, 41]);
    expect(asked).toEqual([long, long]);
  });

  test('forgets words where there are too many, and is right about all of them', () => {
    const book = new WordBook('id', '');
    for (let from = 0; from < 60_000; from += 5_000) {
      const words = Array.from({ length: 5_000 }, (_, i) =>
        [...String(from + i)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join(''),
      );
      const text = words.join(' ');
      expect(read(book, text, (word) => word.length)).toEqual(words.map((word) => word.length));
    }
  });

  test('gives one key for one name', () => {
    const book = new WordBook('id', 'lists');
    expect(book.key('odd')).toBe('odd id lists');
    expect(wordBookOf({ key: 'lists', of: () => undefined }, 'id').key('odd')).toBe('odd id lists');
  });
});
