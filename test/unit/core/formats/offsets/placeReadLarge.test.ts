import { describe, expect, it } from 'vitest';
import { placeRead, placeReadInSteps } from '../../../../../server/src/core/formats/offsets/placeRead.ts';
import { alignLetters } from '../../../../../server/src/core/formats/offsets/sameLetters.ts';
import type { ReadArticle, ReadSpan } from '../../../../../server/src/core/formats/readArticle.ts';
import { formatMessage } from '../../../../../server/src/core/message.ts';

// Each of these takes minutes where the work grows faster than the file.

function read(text: string, spans: readonly ReadSpan[], more: Partial<ReadArticle> = {}): ReadArticle {
  const none = { relations: [], documentLabels: [] };
  return { text, textIs: 'given', unit: 'codePoint', ...none, spans, line: 1, ...more };
}
const span = (i: number, start: number, end: number, quote?: string): ReadSpan => ({
  id: `s${i}`,
  label: 'PER',
  parts: [{ start, end, ...(quote === undefined ? {} : { quote }) }],
  attributes: new Map(),
  line: i + 1,
});
const many = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i));

describe('a quote that stands elsewhere', () => {
  it('is put at the nearest of its places, however many there are', () => {
    const text = 'Ani  pergi. '.repeat(3000);
    const { articles, unsure } = placeRead(
      read(text, [span(0, 30_001, 30_010, 'Ani pergi'), span(1, 0, 9, text.slice(0, 11))]),
    );
    expect(articles[0]?.spans.map(({ start, end }) => [start, end])).toEqual([
      [0, 11],
      [30_000, 30_010],
    ]);
    expect(unsure.map((u) => formatMessage(u.doubt.message))[0]).toBe(
      '“Ani pergi” does not stand at 30001–30010. It stands at least 100 times in the text; the nearest place was taken.',
    );
  });

  it('is found for each of many annotations', () => {
    const text = `${'x '.repeat(300_000)}Ani pergi. Budi datang.`;
    const spans = many(5000, (i) => span(i, 2 * i, 2 * i + 3, 'Ani'));
    const placed = placeRead(read(text, spans));
    expect(placed.articles[0]?.spans.every((s) => s.start === 600_000)).toBe(true);
    expect(placed.unsure).toHaveLength(5000);
  });

  it('is not looked for in whole articles that claim to be it', () => {
    const text = 'é '.repeat(200_000);
    const spans = many(500, (i) => span(i, 0, 400_000 - i, 'é b'));
    expect(placeRead(read(text, spans)).lost).toHaveLength(500);
  });
});

describe('an article of many annotations', () => {
  it('may have as many annotators', () => {
    const spans = many(10_000, (i) => ({ ...span(i, 0, 3), annotator: `a${i}` }));
    const { articles } = placeRead(read('Ani', spans));
    expect(articles.map((a) => [a.annotator, a.spans.length]).slice(0, 2)).toEqual([
      ['a0', 1],
      ['a1', 1],
    ]);
    expect(articles).toHaveLength(10_000);
  });

  it('loses all that hangs on what is lost', () => {
    const relations = many(20_000, (i) => ({
      id: `r${i}`,
      label: 'k',
      from: i === 0 ? 's9' : `r${i - 1}`,
      to: 's0',
      attributes: new Map(),
      line: 1,
    })).reverse();
    const placed = placeRead(read('Ani', [span(0, 0, 3)], { relations }));
    expect(placed.lost).toHaveLength(20_000);
    expect(formatMessage(placed.lost.at(-1)?.doubt.message ?? { template: '', args: [] })).toBe(
      'What it links is not there: s9.',
    );
  });

  it('is placed in steps, also where the article is another one', () => {
    const from = many(3000, (i) => `Kata ke-${i} ada di sini.`).join('\n');
    const text = from.replace('ke-1500 ', 'ke-1500 baru ');
    const work = placeReadInSteps(read(from, [span(0, 0, 4)]), text);
    let count = 0;
    for (let step = work.next(); !step.done; step = work.next()) count++;
    expect(count).toBeGreaterThan(10);
  });
});

describe('texts that differ in their blanks', () => {
  it('are aligned however long these are', () => {
    const blanks = alignLetters(`a${'\u00a0'.repeat(200_000)}b`, `a${' '.repeat(200_000)}b`);
    expect(blanks?.range(200_001, 200_002)).toEqual({ start: 200_001, end: 200_002 });
    expect(blanks?.range(1, 5)).toEqual({ start: 200_001, end: 200_001 });
    const kept = alignLetters('a \u00a0b', 'a  \u00a0 b');
    expect(kept?.range(2, 3)).toEqual({ start: 3, end: 4 });
    const empty = alignLetters(`a${' '.repeat(100_000)}b`, 'ab');
    for (let i = 1; i < 20_000; i++) expect(empty?.range(i, i + 1).start).toBe(1);
  });
});
