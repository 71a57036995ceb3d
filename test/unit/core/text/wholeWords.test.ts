import { describe, expect, it } from 'vitest';
import { wholeWords } from '../../../../server/src/core/text/wholeWords.ts';

const found = (text: string, words: string) =>
  wholeWords(text, words).map(({ start, end }) => text.slice(start, end));

describe('wholeWords', () => {
  it('finds words, no parts of longer ones', () => {
    expect(wholeWords('Bali, Balinese, Bali.', 'Bali')).toEqual([
      { start: 0, end: 4 },
      { start: 16, end: 20 },
    ]);
    expect(found('𝐀Bali Bali𝐀 Bali', 'Bali')).toEqual(['Bali']);
    expect(found('bali BALI', 'Bali')).toEqual([]);
  });

  it('takes a line end for a blank, but no empty line', () => {
    expect(found('Joko\nWidodo, Joko  Widodo, Joko\r\nWidodo', 'Joko Widodo')).toHaveLength(3);
    expect(found('Joko\n\nWidodo. Joko     Widodo. JokoWidodo', 'Joko Widodo')).toEqual([]);
  });

  it('finds nothing for nothing, and the next place behind a failed one', () => {
    expect(found('a b', ' \n')).toEqual([]);
    expect(found('New York New Yorker New York', 'New York')).toHaveLength(2);
    expect(found('New New York', 'New York')).toEqual(['New York']);
  });
});
