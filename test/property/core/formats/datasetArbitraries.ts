import fc from 'fast-check';
import type { AttributeValue } from '../../../../server/src/core/annotations/model.ts';
import {
  compareSpans,
  type DatasetArticle,
  type DatasetDocumentLabel,
  type DatasetRelation,
  type DatasetSpan,
} from '../../../../server/src/core/formats/dataset.ts';

/** Pieces of news text with everything that shifts offsets or looks like a format's own marks. */
const piece = fc.constantFrom(
  'Bandung ',
  'Hà Nội ',
  'pasar',
  '. ',
  ', ',
  '\n',
  '\n\n',
  ' ',
  '  ',
  '\t',
  '\u00a0',
  '😀',
  '👩‍👩‍👧',
  '🏽',
  'é',
  'e\u0301',
  'ạ̈',
  'السلام ',
  '\u200f',
  'שלום ',
  '北京',
  'ไทย',
  '[',
  ']',
  '(',
  ')',
  '\\',
  '"',
  "'",
  '&',
  '<b>',
  ']]>',
  '{',
  '}',
  '#',
  '|',
  '_',
  '-',
  '*',
  ';',
  '%',
  '\u2028',
  '\u200b',
  '-DOCSTART-',
  'O',
  '0',
  '1,5',
  'T1\tORG',
  "Jum'at ",
  '\ufeff',
  '\u0001',
  '\ufffd',
);

export const anyArticleText = fc
  .oneof(
    { weight: 6, arbitrary: fc.array(piece, { maxLength: 24 }).map((p) => p.join('')) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  )
  .map((text) => text.replace(/\r\n?/g, '\n').replace(/^\ufeff+/, ''));

export const anyLabel = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('PER', 'ORG', 'GPE', 'UNTRANSLATED') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'B-PER',
      'mit Raum',
      'Tên',
      'a:b',
      '<x>',
      'O',
      '__proto__',
      '1',
      'a|b',
      '_',
      '*',
      'x[0]',
    ),
  },
);

const anyNote = fc.constantFrom(
  'sure?',
  'two\nlines',
  'tab\there',
  '"quoted" \\ back',
  '😀',
  ' blanks ',
  '|;=,#',
  'kata&<>',
);
const anyValue: fc.Arbitrary<AttributeValue> = fc.oneof(
  anyNote,
  fc.constantFrom('', 'true', '1', 'null'),
  fc.boolean(),
  fc.constantFrom(0, 1, -2.5, 1e21),
  fc.array(fc.constantFrom('a', 'b c', '', 'x,y', '["z"]'), { maxLength: 3 }),
);
const anyAttributes = fc
  .array(fc.tuple(fc.constantFrom('sure', 'Type', 'with blank', 'x=y', '__proto__', 'label'), anyValue), {
    maxLength: 2,
  })
  .map((entries): ReadonlyMap<string, AttributeValue> => new Map(entries));
const anyEntity = fc.constantFrom('Q42418', 'local:7', 'an id', 'http://example.org/a?b=c#d');

/** How wild the annotations are: plain ones are what every format holds. */
export interface Wildness {
  readonly label?: fc.Arbitrary<string>;
  readonly text?: fc.Arbitrary<string>;
}

/** An article with spans that nest, overlap, stand at one place, are in parts or empty, and with relations and document labels. */
export function anyArticle({
  label = anyLabel,
  text = anyArticleText,
}: Wildness = {}): fc.Arbitrary<DatasetArticle> {
  return text.chain((text) => {
    const borders = bordersOf(text);
    const at = fc.nat(borders.length - 1).map((i) => borders[i] ?? 0);
    const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });
    const anySpan = fc.record({
      places: fc.oneof(
        { weight: 6, arbitrary: fc.array(at, { minLength: 2, maxLength: 2 }) },
        { weight: 1, arbitrary: fc.array(at, { minLength: 4, maxLength: 6 }) },
      ),
      label,
      attributes: anyAttributes,
      note: optional(anyNote),
      entity: optional(anyEntity),
    });
    const anyEnd = fc.nat(12);
    const anyRelation = fc.record({
      from: anyEnd,
      to: anyEnd,
      label,
      attributes: anyAttributes,
      note: optional(anyNote),
    });
    const anyDocumentLabel = fc.record({ label, value: anyValue, note: optional(anyNote) });
    return fc
      .record({
        path: fc.constantFrom('a.txt', '2026/b.txt', '2026/thứ hai.txt', 'with blank.txt', "it's#1.txt"),
        language: fc.constantFrom('id', 'vi', 'und', 'zh-Hant'),
        annotator: optional(fc.constantFrom('ani', 'gold', 'Bảo Nguyễn')),
        spans: fc.array(anySpan, { maxLength: 7 }),
        relations: fc.array(anyRelation, { maxLength: 3 }),
        documentLabels: fc.array(anyDocumentLabel, { maxLength: 2 }),
      })
      .map(({ path, language, annotator, spans, relations, documentLabels }): DatasetArticle => {
        const made = spans.map(
          ({ places, note, entity, ...span }, i): DatasetSpan => ({
            id: `s${i}`,
            ...span,
            ...placesOf(places),
            ...(note === undefined ? {} : { note }),
            ...(entity === undefined ? {} : { entity }),
          }),
        );
        const ids: string[] = made.map((s) => s.id);
        const links: DatasetRelation[] = [];
        for (const [i, { from, to, note, ...relation }] of relations.entries()) {
          const [a, b] = [ids[from % Math.max(1, ids.length)], ids[to % Math.max(1, ids.length)]];
          if (a === undefined || b === undefined) continue;
          links.push({ id: `r${i}`, ...relation, from: a, to: b, ...(note === undefined ? {} : { note }) });
          ids.push(`r${i}`);
        }
        return {
          path,
          text,
          language,
          ...(annotator === undefined ? {} : { annotator }),
          spans: made.sort(compareSpans),
          relations: links,
          documentLabels: documentLabels.map(
            ({ note, ...l }, i): DatasetDocumentLabel => ({
              id: `d${i}`,
              ...l,
              ...(note === undefined ? {} : { note }),
            }),
          ),
        };
      });
  });
}

/** Several articles of different paths, as a dataset has them. */
export function anyDataset(wildness: Wildness = {}): fc.Arbitrary<DatasetArticle[]> {
  return fc.uniqueArray(anyArticle(wildness), { selector: (a) => a.path, maxLength: 3 });
}

/** UTF-16 offsets between code points. */
function bordersOf(text: string): number[] {
  const borders = [0];
  for (const char of text) borders.push((borders.at(-1) ?? 0) + char.length);
  return borders;
}

function placesOf(places: readonly number[]): Pick<DatasetSpan, 'start' | 'end' | 'parts'> {
  const sorted = [...places].sort((a, b) => a - b);
  const parts: { start: number; end: number }[] = [];
  for (let i = 0; i + 1 < sorted.length; i += 2) {
    const part = { start: sorted[i] ?? 0, end: sorted[i + 1] ?? 0 };
    const last = parts.at(-1);
    if (sorted.length > 2 && part.start === part.end) continue;
    if (last && last.end >= part.start) parts[parts.length - 1] = { start: last.start, end: part.end };
    else parts.push(part);
  }
  const hull = { start: parts.at(0)?.start ?? sorted[0] ?? 0, end: parts.at(-1)?.end ?? sorted[0] ?? 0 };
  return parts.length > 1 ? { ...hull, parts } : hull;
}
