import { describe, expect, it } from 'vitest';
import { ParagraphCache, splitArticle } from '../../../../server/src/core/text/article.ts';

const shown = (text: string): string[] =>
  splitArticle(text, new ParagraphCache()).map((placed) => placed.paragraph.text);

describe('splitArticle', () => {
  it('makes a paragraph of every line that is not blank, without outer blanks and BOM', () => {
    const text = '\ufeff Satu dua. \r\n\r\n \t\rTiga.\nEmpat.';
    const placed = splitArticle(text, new ParagraphCache());
    expect(placed.map((p) => [p.start, p.paragraph.text, p.index])).toEqual([
      [2, 'Satu dua.', 0],
      [19, 'Tiga.', 1],
      [25, 'Empat.', 2],
    ]);
  });

  it('gives nothing for a blank text', () => {
    expect(shown('')).toEqual([]);
    expect(shown('\ufeff \n\u00a0\r\n')).toEqual([]);
  });

  it.each(['\n', '\r\n', '\r'])('joins lines that were broken at a width (line end %j)', (lineEnd) => {
    const first = [
      'The council met on Monday to hear how the harbour would be',
      'dredged before the winter, and who would pay for the boats that',
      'lie there all year. Nobody spoke for the owners, though several',
      'of them had come, and the plan was passed without a change by',
      'nine votes to two.',
    ];
    const second = ['Work starts in May and is to', 'end in June.'];
    const text = [...first, '', ...second].join(lineEnd);
    expect(shown(text)).toEqual([first.join(lineEnd), second.join(lineEnd)]);
  });

  it('does not join a list, verse or short lines that end sentences', () => {
    const lines = ['apples', 'pears and plums from the garden', 'nuts', 'eggs', 'milk of the day', 'bread'];
    expect(shown(lines.join('\n'))).toEqual(lines);
  });

  it('cuts a line of a megabyte, and an edit at its start leaves nearly all pieces as they were', () => {
    const line = Array.from({ length: 20_000 }, (_, i) => `Kalimat nomor ${i * 7919} ada di sini.`).join(' ');
    const cache = new ParagraphCache();
    const before = splitArticle(line, cache);
    expect(before.length).toBeGreaterThan(100);
    expect(Math.max(...before.map((p) => p.paragraph.text.length))).toBeLessThanOrEqual(20_000);
    const kept = new Set(before.map((p) => p.paragraph));
    const after = splitArticle(`Baru. ${line}`, cache);
    expect(after.filter((p) => !kept.has(p.paragraph)).length).toBeLessThan(8);
  });

  it('cuts a line without blanks, but inside no character', () => {
    const text = `x${'😀'.repeat(25_000)}`;
    const pieces = shown(text);
    expect(pieces.join('')).toBe(text);
    expect(pieces.every((piece) => piece.isWellFormed() && piece.length <= 20_000)).toBe(true);
  });
});

describe('ParagraphCache', () => {
  it('gives the same paragraph again while it is in use, and lets go of it two splits later', () => {
    const cache = new ParagraphCache();
    const [first] = splitArticle('Satu.\nDua.', cache);
    const again = splitArticle('Nol.\nSatu.', cache)[1];
    expect(again?.paragraph).toBe(first?.paragraph);
    expect(again?.start).toBe(5);
    splitArticle('Nol.', cache);
    splitArticle('Nol.', cache);
    expect(cache.size).toBe(1);
    expect(splitArticle('Satu.', cache)[0]?.paragraph).not.toBe(first?.paragraph);
  });
});
