import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText, TextOffsets } from '../../server/src/core/text/offsets.ts';
import { revisionOf } from '../../server/src/core/text/revision.ts';

/** Texts with every kind of line end, BOMs, astral characters and lone surrogates, some longer than a block. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom('\r', '\n', '\r\n', '\ufeff', '😀', '\ud83d', '\ude00', 'é', 'ab', ' '),
      fc.integer({ min: 0, max: 300 }).map((count) => 'x'.repeat(count)),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

/** Starts of the canonical text's code points in the text itself, and its length, found the slow way. */
function slowStarts(whole: string): number[] {
  const starts: number[] = [];
  for (let unit = whole.startsWith('\ufeff') ? 1 : 0; unit < whole.length; ) {
    starts.push(unit);
    if (whole.startsWith('\r\n', unit)) unit += 2;
    else unit += String.fromCodePoint(whole.codePointAt(unit) ?? 0).length;
  }
  return [...starts, whole.length];
}

describe('TextOffsets', () => {
  it('counts as a slow reference does, from either side', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const offsets = new TextOffsets(whole);
        const starts = slowStarts(whole);
        expect(offsets.codePoints).toBe(starts.length - 1);
        expect(offsets.codePoints).toBe([...canonicalText(whole)].length);
        starts.forEach((start, point) => {
          expect(offsets.toUtf16(point)).toBe(start);
          expect(offsets.toCodePoint(start)).toBe(point);
          expect(offsets.toCodePoint(offsets.toUtf16(point))).toBe(point);
        });
        let point = 0;
        for (let unit = 0; unit <= whole.length; unit++) {
          while ((starts[point + 1] ?? Number.POSITIVE_INFINITY) <= unit) point++;
          expect(offsets.toCodePoint(unit)).toBe(point);
        }
      }),
    );
  });

  it('gives the line and column that the canonical text has', () => {
    fc.assert(
      fc.property(text, fc.nat(2_000), (whole, somewhere) => {
        const offsets = new TextOffsets(whole);
        const point = offsets.toCodePoint(somewhere);
        const before = [...canonicalText(whole)].slice(0, point).join('').split('\n');
        expect(offsets.position(somewhere)).toEqual({
          line: before.length,
          column: [...(before.at(-1) ?? '')].length + 1,
        });
      }),
    );
  });

  it('knows a text by its content: line ends and BOM do not change its revision', () => {
    fc.assert(
      fc.property(text, (whole) => {
        fc.pre(!canonicalText(whole).startsWith('\ufeff'));
        expect(revisionOf(canonicalText(whole))).toBe(revisionOf(whole));
        expect(revisionOf(canonicalText(whole).replaceAll('\n', '\r\n'))).toBe(revisionOf(whole));
      }),
    );
  });
});
