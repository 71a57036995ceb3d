import { canonicalText } from '../../text/offsets.ts';
import type { TextRange } from '../../text/range.ts';
import { compareSpans, type DatasetArticle, type DatasetSpan } from '../dataset.ts';
import type { ReadArticle, ReadPart, ReadSpan } from '../readArticle.ts';
import { CountedText, type Counting } from './countings.ts';
import { alignLetters } from './sameLetters.ts';

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
  const place = placer(read, text);
  const annotators = new Set<string | undefined>();
  for (const item of [...read.spans, ...read.relations, ...read.documentLabels])
    annotators.add(item.annotator ?? read.annotator);
  if (annotators.size === 0) annotators.add(read.annotator);
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

/** Where a part lies in `text`, UTF-16 units. */
function placer(read: ReadArticle, text: string): (part: ReadPart) => TextRange {
  const letters = read.textIs === 'built' ? alignLetters(read.text ?? text, text) : undefined;
  if (letters) return ({ start, end }) => letters.range(start, end);
  const counted = new CountedText(canonicalText(read.text ?? text), read.text);
  const counting: Counting = {
    unit: read.textIs === 'built' ? 'utf16' : read.unit,
    lineEnds: 'asIs',
    form: 'asIs',
    bom: read.text?.startsWith('\ufeff') === true,
  };
  return ({ start, end }) => ({
    start: counted.place(counting, start).at,
    end: counted.place(counting, end).at,
  });
}

function placedSpan(span: ReadSpan, place: (part: ReadPart) => TextRange): DatasetSpan {
  const { annotator: _, line: __, parts, ...own } = span;
  const placed = parts.map(place);
  const hull = { start: placed.at(0)?.start ?? 0, end: placed.at(-1)?.end ?? 0 };
  return { ...own, ...hull, ...(placed.length > 1 ? { parts: placed } : {}) };
}
