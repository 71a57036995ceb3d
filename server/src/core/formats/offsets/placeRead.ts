import { canonicalText } from '../../text/offsets.ts';
import type { TextRange } from '../../text/range.ts';
import { compareSpans, type DatasetArticle, type DatasetSpan } from '../dataset.ts';
import type { OffsetUnit, ReadArticle, ReadPart, ReadSpan } from '../readArticle.ts';

/** An article that was read, with its annotations at their places. */
export interface PlacedRead {
  /** One for each annotator of the file, in the order in which they occur; `path` is the file's name for it, or empty. */
  readonly articles: readonly DatasetArticle[];
}

/**
 * Puts the annotations of an article that was read at their places: in `text`, the article as it is known here
 * (canonical), or else in the text that the file brings.
 */
export function placeRead(read: ReadArticle, text = canonicalText(read.text ?? '')): PlacedRead {
  const own = read.text ?? text;
  const place = (offset: number): number =>
    read.textIs === 'built' ? sameLetter(own, text, offset) : toUtf16(text, offset, read.unit);
  const annotators = new Set<string | undefined>([read.annotator]);
  for (const item of [...read.spans, ...read.relations, ...read.documentLabels])
    annotators.add(item.annotator ?? read.annotator);
  const articles = [...annotators].map((annotator): DatasetArticle => {
    const ofAnnotator = <T extends { annotator?: string; line: number }>(items: readonly T[]) =>
      items
        .filter((item) => (item.annotator ?? read.annotator) === annotator)
        .map(({ annotator: _, line: __, ...item }) => item);
    return {
      path: read.name ?? '',
      text,
      language: read.language ?? 'und',
      ...(annotator === undefined ? {} : { annotator }),
      spans: read.spans
        .filter((s) => (s.annotator ?? read.annotator) === annotator)
        .map((s) => placedSpan(s, place))
        .sort(compareSpans),
      relations: ofAnnotator(read.relations),
      documentLabels: ofAnnotator(read.documentLabels),
    };
  });
  return { articles };
}

function placedSpan(span: ReadSpan, place: (offset: number) => number): DatasetSpan {
  const { annotator: _, line: __, parts, ...own } = span;
  const placed = parts.map((p: ReadPart): TextRange => ({ start: place(p.start), end: place(p.end) }));
  const hull = { start: placed.at(0)?.start ?? 0, end: placed.at(-1)?.end ?? 0 };
  return { ...own, ...hull, ...(placed.length > 1 ? { parts: placed } : {}) };
}

function toUtf16(text: string, offset: number, unit: OffsetUnit): number {
  if (unit === 'utf16') return offset;
  let at = 0;
  for (let left = offset; left > 0 && at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    left -= unit === 'codePoint' ? 1 : code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}

/** The offset in `text` behind as many characters that are no blanks as there are before `offset` in `built`. */
function sameLetter(built: string, text: string, offset: number): number {
  let letters = 0;
  for (let i = 0; i < offset; i++) if (!/\s/.test(built[i] ?? ' ')) letters++;
  const atStart = offset < built.length && !/\s/.test(built[offset] ?? ' ');
  let at = 0;
  for (; at < text.length && letters > 0; at++) if (!/\s/.test(text[at] ?? ' ')) letters--;
  if (atStart) while (at < text.length && /\s/.test(text[at] ?? '')) at++;
  return at;
}
