import { describe, expect, it } from 'vitest';
import { sentencesOf, tokenRows } from '../../../../../server/src/core/formats/tokens/sentencesOf.ts';
import { tokenizer } from '../../../../../server/src/core/formats/tokens/tokenizer.ts';

const tokens = (text: string, language = 'und'): string[] =>
  tokenizer(language)
    .split(text)
    .map(({ start, end }) => text.slice(start, end));

describe('tokenizer', () => {
  it('says what a language’s tokens are', () => {
    expect(['id', 'vi', 'vi-VN', 'zh-Hant', 'th', 'und'].map((l) => tokenizer(l).name)).toEqual([
      'words',
      'syllables',
      'syllables',
      'characters',
      'characters',
      'words',
    ]);
  });

  it.each([
    ['words, numbers and marks', 'Harga Rp1.000, kata-kata.', 'Harga Rp 1.000 , kata - kata .'],
    ['Vietnamese syllables', 'Thành phố Hà Nội', 'Thành phố Hà Nội'],
    ['Chinese characters, Latin words among them', '北京NBA赛', '北 京 NBA 赛'],
    ['katakana in runs', 'トヨタの車', 'トヨタ の 車'],
    ['Thai letters with their marks', 'น้ำไทย', 'น้ำ ไ ท ย'],
    ['emoji with what is joined to them', '😀👍🏽👩‍👩‍👧❤️ya🇮🇩🇻🇳', '😀 👍🏽 👩‍👩‍👧 ❤️ ya 🇮🇩 🇻🇳'],
    ['a mark between blanks alone', '— ok', '— ok'],
  ])('splits %s', (_, text, expected) => {
    expect(tokens(text)).toEqual(expected.split(' '));
  });
});

describe('sentencesOf', () => {
  const slices = (text: string, language: string) =>
    sentencesOf(text, language).map(({ start, end }) => text.slice(start, end));

  it('splits the lines of an article into sentences', () => {
    expect(slices('Judul\n\n  Satu. Dua!\nTiga', 'id')).toEqual(['Judul', 'Satu.', 'Dua!', 'Tiga']);
  });

  it('takes the language, not its region or script', () => {
    expect(slices('他来了。她走了。', 'zh-Hant')).toEqual(['他来了。', '她走了。']);
  });
});

describe('tokenRows', () => {
  const text = 'Ini Yahoo! Inc. Dua kata. Tiga.';
  const rows = (start: number, end: number) =>
    tokenRows(text, 'id', tokenizer('id').split(text), [{ start, end }]).map((row) =>
      row.map((t) => text.slice(t.start, t.end)).join(' '),
    );

  it('joins sentences that a span goes over, and only those', () => {
    expect(rows(0, 3)).toEqual(['Ini Yahoo !', 'Inc .', 'Dua kata .', 'Tiga .']);
    expect(rows(4, 15)).toEqual(['Ini Yahoo ! Inc .', 'Dua kata .', 'Tiga .']);
    expect(rows(11, 18)).toEqual(['Ini Yahoo !', 'Inc . Dua kata .', 'Tiga .']);
  });
});
