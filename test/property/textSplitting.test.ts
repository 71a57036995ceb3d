import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ParagraphCache, splitArticle } from '../../server/src/core/text/article.ts';
import type { TextRange } from '../../server/src/core/text/range.ts';
import { splitSentences } from '../../server/src/core/text/sentences.ts';
import { splitTokens } from '../../server/src/core/text/tokens.ts';

const word = fc.constantFrom(
  'Dr',
  'No',
  'A',
  'J',
  'ia',
  'Mereka',
  'không',
  'U.S',
  '3',
  '1.234,5',
  '😀',
  '\ud800',
  'हिन्दी',
  '他说',
  'ไทย',
  'x'.repeat(50),
  "don't",
);
const mark = fc.constantFrom(
  '.',
  '. ',
  '! ',
  '? ',
  '… ',
  '。',
  '।',
  '"',
  '” ',
  '« ',
  ' »',
  '(',
  ') ',
  ' ',
  '\n',
  '\r\n',
  '\t',
  '\u00a0',
  '-',
  "'",
);
const text = fc
  .array(fc.oneof(word, mark, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 80 })
  .map((parts) => parts.join(''));
const language = fc.constantFrom(
  'id',
  'vi',
  'en',
  'de',
  'fr',
  'zh',
  'hi',
  'th',
  'km',
  'und',
  '',
  '__proto__',
);

/** In order, apart, not empty, without outer blanks, and all of the text that is not blank. */
function expectCover(whole: string, ranges: readonly TextRange[]): void {
  let at = 0;
  for (const { start, end } of ranges) {
    expect(start).toBeGreaterThanOrEqual(at);
    expect(end).toBeGreaterThan(start);
    expect(whole.slice(at, start).trim()).toBe('');
    expect(whole.slice(start, end).trim()).toBe(whole.slice(start, end));
    at = end;
  }
  expect(whole.slice(at).trim()).toBe('');
}

describe('splitSentences', () => {
  it('covers the text in order', () => {
    fc.assert(fc.property(text, language, (whole, tag) => expectCover(whole, splitSentences(whole, tag))));
  });
});

describe('splitTokens', () => {
  it('covers the text in order, each with its own text', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const tokens = splitTokens(whole);
        expectCover(whole, tokens);
        for (const token of tokens) expect(token.text).toBe(whole.slice(token.start, token.end));
      }),
    );
  });
});

describe('splitArticle', () => {
  it('covers the article in order, each paragraph being the article’s text at its place', () => {
    const article = fc.array(fc.tuple(text, fc.constantFrom('\n', '\r\n', '\r', '\n\n', '')), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(article, fc.constantFrom('', '\ufeff'), (parts, bom) => {
        const whole = bom + parts.flat().join('');
        const placed = splitArticle(whole, new ParagraphCache());
        expectCover(
          whole,
          placed.map((p) => ({ start: p.start, end: p.start + p.paragraph.text.length })),
        );
        placed.forEach((p, index) => {
          expect(p.index).toBe(index);
          expect(whole.startsWith(p.paragraph.text, p.start)).toBe(true);
        });
      }),
    );
  });

  it('gives the same with a cache that has seen other texts', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (articles) => {
        const cache = new ParagraphCache();
        const shown = (whole: string, with_: ParagraphCache) =>
          splitArticle(whole, with_).map((p) => [p.start, p.paragraph.text]);
        for (const whole of articles) expect(shown(whole, cache)).toEqual(shown(whole, new ParagraphCache()));
      }),
    );
  });

  it('cuts long lines into pieces that together are the line', () => {
    const line = fc.array(fc.oneof(word, mark), { minLength: 3, maxLength: 30 }).map((parts) =>
      parts
        .join('')
        .replace(/[\r\n]/g, ' ')
        .padEnd(1, 'x')
        .repeat(400),
    );
    fc.assert(
      fc.property(line, (whole) => {
        const placed = splitArticle(whole, new ParagraphCache());
        expectCover(
          whole,
          placed.map((p) => ({ start: p.start, end: p.start + p.paragraph.text.length })),
        );
        for (const p of placed) expect(p.paragraph.text.length).toBeLessThanOrEqual(20_000);
      }),
      { numRuns: 30 },
    );
  });
});

describe('splitting after an edit', () => {
  const line = fc.oneof(
    fc.constant(`${'Kalimat yang panjang sekali '.repeat(6)}ini.`),
    fc.constant('pendek dan tidak selesai karena barisnya dipotong di'),
    text,
  );
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r', '\n\n', '');
  const article = fc
    .array(fc.tuple(line, lineEnd), { maxLength: 12 })
    .map((lines) => lines.map(([words, end]) => words + end).join(''));
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(40),
    insert: fc.oneof(lineEnd, text),
  });

  it('gives what splitting the new text anew gives', () => {
    fc.assert(
      fc.property(article, fc.array(edit, { minLength: 1, maxLength: 5 }), (start, edits) => {
        const cache = new ParagraphCache();
        let now = start;
        splitArticle(now, cache);
        for (const { at, cut, insert } of edits) {
          const from = Math.floor(at * now.length);
          now = now.slice(0, from) + insert + now.slice(from + cut);
          const shown = (c: ParagraphCache) =>
            splitArticle(now, c).map((p) => [p.index, p.start, p.paragraph.text]);
          expect(shown(cache)).toEqual(shown(new ParagraphCache()));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every paragraph that the edit did not touch', () => {
    const long = 'Sebuah kalimat yang cukup panjang untuk sebuah baris berita. '.repeat(4).trim();
    const lines = Array.from({ length: 50 }, (_, i) => `${i} ${long}`);
    const cache = new ParagraphCache();
    const before = splitArticle(lines.join('\n'), cache);
    lines[20] = 'Baru.';
    const after = splitArticle(lines.join('\n'), cache);
    expect(after.filter((p, i) => p.paragraph !== before[i]?.paragraph).map((p) => p.index)).toEqual([20]);
  });
});
