import type { TextRange } from '../../text/range.ts';
import { SCHEMES, type Scheme, tagsOf } from '../conll/schemes.ts';
import type { DatasetArticle } from '../dataset.ts';
import type { WriteOptions } from '../format.ts';
import type { Loss } from '../loss.ts';
import { byRow } from '../tokens/byRow.ts';
import { tokenLayers } from '../tokens/tokenLayers.ts';

/** A row of a data set for token classification: a sentence, or an article. */
export interface TokenRow {
  /** `2026/a.txt#0`, with the annotator before where there is one: `ani:2026/a.txt#0`. */
  readonly id: string;
  readonly tokens: readonly string[];
  /** For each column of tags the tag of every token. */
  readonly tags: readonly (readonly string[])[];
  /** The row's stretch of the article with the blanks behind it: rows put together give the article. */
  readonly text: string;
  /** Where tokens stand in `text`, in code points. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly article: string;
  /** 0-based place in the article. */
  readonly sentence: number;
  readonly language: string;
  readonly annotator: string | null;
  /** What tokens are. */
  readonly tokenizer: string;
}

/** What columns a file has. */
export interface RowColumns {
  readonly tagColumns: readonly string[];
  /** Whether tags are numbers. */
  readonly withIds: boolean;
}

/** What options say of rows. */
export interface RowChoices {
  readonly scheme: Scheme;
  readonly wholeArticles: boolean;
  readonly tagColumns: readonly string[];
}

/** The choices of `options`, checked before. */
export function rowChoices({ options }: Pick<WriteOptions, 'options'>): RowChoices {
  const column = options.get('column') || 'ner_tags';
  const layers = Number(options.get('layers') ?? '1');
  return {
    scheme: SCHEMES.find((s) => s === options.get('scheme')) ?? 'iob2',
    wholeArticles: options.get('rows') === 'article',
    tagColumns: Array.from({ length: layers }, (_, i) => tagColumn(column, i)),
  };
}

/** The name of the column of a layer: `ner_tags`, `ner_tags_2` … */
export function tagColumn(column: string, layer: number): string {
  return layer === 0 ? column : `${column}_${layer + 1}`;
}

/** The rows of an article, and what is lost in them. */
export function rowsOf(
  article: DatasetArticle,
  { align }: Pick<WriteOptions, 'align'>,
  { scheme, wholeArticles, tagColumns }: RowChoices,
): { readonly rows: readonly TokenRow[]; readonly losses: readonly Loss[] } {
  const { text, path, language, annotator } = article;
  const { tokenizer, rows, layers, losses } = tokenLayers(article, align, tagColumns.length);
  // An article of blanks has a row too: the data set would lack it.
  const tokenRows = wholeArticles || rows.length === 0 ? [rows.flat()] : rows;
  const byLayer = layers.map((layer) => byRow(tokenRows, layer));
  const prefix = annotator === undefined ? '' : `${annotator}:`;
  const inUnits = !PAIR.test(text);
  let from = 0;
  const written = tokenRows.map((row, at): TokenRow => {
    const start = from;
    const end = tokenRows[at + 1]?.[0]?.start ?? text.length;
    from = end;
    const tags = byLayer.map((layer) => {
      const { from = 0, items = [] } = layer[at] ?? {};
      const spans = items.map((s) => ({ first: s.first - from, last: s.last - from, label: s.span.label }));
      return tagsOf(spans, row.length, scheme);
    });
    return {
      id: `${prefix}${path}#${at}`,
      tokens: row.map((t) => text.slice(t.start, t.end)),
      tags,
      text: text.slice(start, end),
      ...(inUnits ? unitsFrom(start, row) : codePointsFrom(text, start, row)),
      article: path,
      sentence: at,
      language,
      annotator: annotator ?? null,
      tokenizer: tokenizer.name,
    };
  });
  return { rows: written, losses };
}

const PAIR = /[\ud800-\udbff]/;

/** Where tokens stand from `from` on, where units are code points. */
function unitsFrom(from: number, row: readonly TextRange[]): { starts: number[]; ends: number[] } {
  return { starts: row.map((t) => t.start - from), ends: row.map((t) => t.end - from) };
}

/** Where tokens stand, in code points from `from` (UTF-16) on. */
function codePointsFrom(
  text: string,
  from: number,
  row: readonly TextRange[],
): { starts: number[]; ends: number[] } {
  let unit = from;
  let count = 0;
  const upTo = (end: number): number => {
    for (; unit < end; count++) unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
    return count;
  };
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { start, end } of row) {
    starts.push(upTo(start));
    ends.push(upTo(end));
  }
  return { starts, ends };
}
