import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTexts } from '../../../server/src/core/annotations/anchor/compareTexts.ts';
import { anchorOf } from '../../../server/src/core/annotations/create.ts';
import { canonicalText } from '../../../server/src/core/text/offsets.ts';

const word = fc.constantFrom(
  'kota',
  'Kabul',
  'dan',
  'hujan',
  'Đà',
  'Nẵng',
  'the',
  'rain',
  '会',
  '议',
  '😀',
  '12',
);
const between = fc.constantFrom(' ', ' ', ' ', ', ', '. ', '.\n', '\n\n');
const prose = fc
  .array(fc.tuple(word, between), { minLength: 1, maxLength: 40 })
  .map((pieces) => pieces.flat().join(''));
const anything = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  prose,
  fc
    .array(fc.constantFrom('\r', '\n', '\ufeff', '\ud83d', 'a', ' ', '\u0301', 'Ã', '©'), { maxLength: 20 })
    .map((all) => all.join('')),
);

const anchorAt = (text: string, from: number, length: number) => {
  const start = Math.min(from, text.length);
  return anchorOf({
    article: text,
    range: { start, end: Math.min(text.length, start + length) },
    suffix: '',
  });
};

test('keeps every place of the same text', () => {
  fc.assert(
    fc.property(anything, fc.nat(40), fc.nat(20), (text, from, length) => {
      const anchor = anchorAt(text, from, length);
      const { status, range } = compareTexts(text, text).locate(anchor);
      expect(status).toBe('kept');
      expect(canonicalText(` ${text.slice(range?.start, range?.end)}`).slice(1)).toBe(anchor.text);
    }),
  );
});

test('never throws, and finds places inside the text between whole code points', () => {
  fc.assert(
    fc.property(anything, anything, fc.nat(40), fc.nat(20), (old, text, from, length) => {
      const { range } = compareTexts(old, text).locate(anchorAt(old, from, length));
      if (!range) return;
      expect(range.start).toBeGreaterThanOrEqual(0);
      expect(range.end).toBeGreaterThanOrEqual(range.start);
      expect(range.end).toBeLessThanOrEqual(text.length);
      for (const offset of [range.start, range.end]) {
        expect(
          /[\ud800-\udbff]$/.test(text.slice(0, offset)) && /^[\udc00-\udfff]/.test(text.slice(offset)),
        ).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
});

test('moves a span exactly with what is put far before and behind it', () => {
  const span = 'Utusan Zabihullah Mujahid tiba di bandara.';
  fc.assert(
    fc.property(prose, prose, prose, prose, (left, right, before, behind) => {
      const old = `${left}\n${span} Sepuluh mobil menunggu.\n${right}`;
      const text = `${before}\n${left}\n${span} Sepuluh mobil menunggu.\n${right}\n${behind}`;
      const at = old.indexOf('Zabihullah');
      const found = compareTexts(old, text).locate(anchorAt(old, at, 'Zabihullah Mujahid'.length));
      const start = text.indexOf('Zabihullah');
      expect(found.range).toEqual({ start, end: start + 'Zabihullah Mujahid'.length });
      expect(['kept', 'moved']).toContain(found.status);
    }),
  );
});

test('finds all words again in a text that is canonically the same', () => {
  const words = prose.map((text) => `${text} selesai`);
  fc.assert(
    fc.property(words, fc.nat(), (old, pick) => {
      const all = [...old.matchAll(/[\p{L}\p{N}]+/gu)];
      const match = all[pick % all.length];
      if (!match) return;
      const text = old.normalize('NFD').replace(/\n/g, '\r\n');
      const { status, range } = compareTexts(old, text).locate(anchorAt(old, match.index, match[0].length));
      expect(['kept', 'moved']).toContain(status);
      expect(text.slice(range?.start, range?.end).normalize('NFC')).toBe(match[0]);
      expect(range?.start).toBe(old.slice(0, match.index).normalize('NFD').replace(/\n/g, '\r\n').length);
    }),
  );
});

test('places no deleted sentence silently, though its words stand elsewhere', () => {
  fc.assert(
    fc.property(prose, prose, fc.array(word, { minLength: 1, maxLength: 6 }), (left, right, words) => {
      const sentence = `Qatar ${words.join(' ')} Qatar.`;
      const old = `${left}\n${sentence}\nSelesai sudah. ${right}`;
      const text = `${left}\nSelesai sudah. ${right}`;
      const start = left.length + 1;
      const { status } = compareTexts(old, text).locate(anchorAt(old, start, sentence.length));
      expect(['orphan', 'review']).toContain(status);
    }),
  );
});

test('the parts of a span are found where the span over them is', () => {
  fc.assert(
    fc.property(prose, prose, fc.nat(30), fc.nat(20), (old, text, from, length) => {
      const anchor = anchorAt(old, from, length);
      const comparison = compareTexts(old, text);
      expect(comparison.locateRange(anchor)).toEqual(comparison.locate(anchor));
    }),
  );
});
