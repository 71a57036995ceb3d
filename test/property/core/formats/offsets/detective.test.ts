import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partsOf } from '../../../../../server/src/core/formats/dataset.ts';
import { CountedText, type Counting } from '../../../../../server/src/core/formats/offsets/countings.ts';
import { COUNTINGS } from '../../../../../server/src/core/formats/offsets/detection.ts';
import { placeRead } from '../../../../../server/src/core/formats/offsets/placeRead.ts';
import type { OffsetUnit, ReadArticle } from '../../../../../server/src/core/formats/readArticle.ts';

const PIECES = [
  'Ani ',
  'di ',
  'Hà Nội',
  '\n',
  '. ',
  '😀',
  'é',
  'e\u0301',
  '한',
  '\u1112\u1161\u11ab',
  '北',
  'ạ̈',
  'a',
  ' ',
];

/** A text in pieces that no Unicode form joins, some of them marked, and how a file counts it. */
const marked = fc.record({
  pieces: fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 30 }),
  places: fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { minLength: 1, maxLength: 6 }),
  counting: fc.constantFrom(...COUNTINGS.filter((c) => c.lineEnds !== 'asIs')),
  unit: fc.constantFrom<OffsetUnit[]>('codePoint', 'utf16', 'byte'),
});

/** What an offset of the text is under a counting: the length of what stands before it, as that counts. */
function counted(text: string, { unit, lineEnds, form, bom }: Counting): number {
  const formed = form === 'asIs' ? text : text.normalize(form);
  const ended = lineEnds === 'crlf' ? formed.replaceAll('\n', '\r\n') : formed;
  const whole = `${bom ? '\ufeff' : ''}${ended}`;
  if (unit === 'utf16') return whole.length;
  return unit === 'byte' ? Buffer.byteLength(whole) : [...whole].length;
}

function articleOf({
  pieces,
  places,
  counting,
  unit,
}: typeof marked extends fc.Arbitrary<infer T> ? T : never) {
  const text = pieces.join('');
  const at = (n: number) => pieces.slice(0, n % (pieces.length + 1)).join('').length;
  const ranges = places
    .map(([a, b]) => ({ start: Math.min(at(a), at(b)), end: Math.max(at(a), at(b)) }))
    .filter(({ start, end }) => start < end);
  const read: ReadArticle = {
    text,
    textIs: 'given',
    unit,
    line: 1,
    relations: [],
    documentLabels: [],
    spans: ranges.map(({ start, end }, i) => ({
      id: `s${i}`,
      label: 'PER',
      line: i + 1,
      attributes: new Map(),
      parts: [
        {
          start: counted(text.slice(0, start), counting),
          end: counted(text.slice(0, end), counting),
          quote: text.slice(start, end),
        },
      ],
    })),
  };
  return { text, ranges, read, counting };
}

it('finds the unit, the line ends, the form and the mark that a file counts, wherever its quotes tell', () => {
  const seen = { told: 0, open: 0 };
  fc.assert(
    fc.property(marked, (generated) => {
      const { text, ranges, read, counting } = articleOf(generated);
      const { articles, detection, unsure, lost } = placeRead(read);
      expect([unsure, lost]).toEqual([[], []]);
      expect(detection.fitted).toBe(ranges.length);
      expect(detection.fits[COUNTINGS.indexOf(counting)]).toBe(ranges.length);
      if (detection.basis === 'quotes') {
        seen.told++;
        const spans = articles.flatMap((a) => a.spans).toSorted((a, b) => a.id.localeCompare(b.id));
        expect(spans.flatMap(partsOf)).toEqual(ranges);
      } else if (ranges.length > 0) {
        seen.open++;
        const counts = new CountedText(text);
        expect(
          [detection.counting, ...detection.ties].some(
            (c) => counts.sameness(c) === counts.sameness(counting),
          ),
        ).toBe(true);
      }
    }),
    { numRuns: 600 },
  );
  expect(seen.told).toBeGreaterThan(5 * seen.open);
});

it('says the same of every offset as counting what stands before it', () => {
  fc.assert(
    fc.property(marked, fc.nat(30), ({ pieces, counting }, n) => {
      const text = pieces.join('');
      const at = pieces.slice(0, n % (pieces.length + 1)).join('').length;
      const place = new CountedText(text).place(counting, counted(text.slice(0, at), counting));
      expect(place).toEqual({ at, inside: false });
    }),
  );
});

it('takes an offset between the halves of a character for its beginning, and says so', () => {
  const counting = { unit: 'utf16', lineEnds: 'asIs', form: 'asIs', bom: false } as const;
  const text = new CountedText('Anna 😀 Lin');
  expect([5, 6, 7].map((at) => text.place(counting, at))).toEqual([
    { at: 5, inside: false },
    { at: 5, inside: true },
    { at: 7, inside: false },
  ]);
});
