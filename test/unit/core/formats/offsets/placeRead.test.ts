import { describe, expect, it } from 'vitest';
import { placeRead } from '../../../../../server/src/core/formats/offsets/placeRead.ts';
import type { OffsetUnit, ReadArticle } from '../../../../../server/src/core/formats/readArticle.ts';

function read(
  text: string,
  places: readonly (readonly [number, number])[],
  { unit = 'codePoint', textIs = 'given' }: { unit?: OffsetUnit; textIs?: 'given' | 'built' } = {},
): ReadArticle {
  return {
    text,
    textIs,
    unit,
    line: 1,
    relations: [],
    documentLabels: [],
    spans: places.map(([start, end], i) => ({
      id: `s${i}`,
      label: 'PER',
      line: i + 1,
      attributes: new Map(),
      parts: [{ start, end }],
    })),
  };
}

function words(article: ReadArticle, text?: string): string[] {
  return placeRead(article, text).articles.flatMap((a) =>
    a.spans.map((s) => `${s.start}:${a.text.slice(s.start, s.end)}`),
  );
}

describe('a text that the file gives', () => {
  it('counts what the format’s definition says', () => {
    expect(words(read('😀 Ani', [[2, 5]]))).toEqual(['3:Ani']);
    expect(words(read('😀 Ani', [[3, 6]], { unit: 'utf16' }))).toEqual(['3:Ani']);
    expect(words(read('😀 Ani', [[5, 8]], { unit: 'byte' }))).toEqual(['3:Ani']);
  });

  it('counts its line ends as they stand in it', () => {
    expect(words(read('a\r\nAni', [[3, 6]]))).toEqual(['2:Ani']);
    expect(words(read('a\rAni', [[2, 5]]))).toEqual(['2:Ani']);
  });

  it('counts a byte order mark that stands in it', () => {
    expect(words(read('\ufeffAni', [[1, 4]]))).toEqual(['0:Ani']);
  });
});

describe('a text that was put together from tokens', () => {
  const built = { textIs: 'built' } as const;

  it('is the article’s but for blanks', () => {
    const text = '“Ani”,  kata\n\nBudi.';
    const article = read(
      '“ Ani ” , kata\nBudi .',
      [
        [0, 7],
        [2, 5],
        [15, 19],
        [15, 21],
      ],
      built,
    );
    expect(words(article, text)).toEqual(['0:“Ani”', '1:Ani', '14:Budi.', '14:Budi']);
  });

  it('keeps a token that is a rare blank', () => {
    expect(words(read('a \u00a0 b', [[2, 3]], built), 'a\u00a0b')).toEqual(['1:\u00a0']);
    expect(words(read('a \u00a0 b', [[2, 3]], built), 'a \u00a0b')).toEqual(['2:\u00a0']);
  });

  it('has empty spans before the character that they stand before', () => {
    const text = ' a  b ';
    const article = read(
      'a b',
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [3, 3],
      ],
      built,
    );
    expect(words(article, text)).toEqual(['1:', '2:', '4:', '5:']);
  });
});
