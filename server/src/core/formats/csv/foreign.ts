import { msg } from '../../message.ts';
import type { ReadItem } from '../format.ts';
import { given, RecordArticle } from '../records/recordArticle.ts';
import { itemsOf } from '../records/recordReader.ts';
import type { Column, Head } from './columns.ts';
import { offsetIn } from './own.ts';
import { type Checked, tableProblem } from './rows.ts';

type Get = (column: Column) => string | undefined;

interface Gathered {
  readonly line: number;
  readonly path: string | undefined;
  readonly annotator: string | undefined;
  readonly rows: {
    readonly get: Get;
    readonly line: number;
    readonly others: readonly (readonly [string, string])[];
  }[];
}

/**
 * Reads tables of others. With places: a row is a span; rows of one path, or of one text, make an article, wherever
 * they stand. Without places: a row is an article with its label. Columns that are not known become attributes.
 */
export function* foreignRows(rows: Iterable<Checked>, head: Head): Generator<ReadItem> {
  const hasPlaces = head.places.has('start');
  const articles = new Map<string, Gathered>();
  for (const checked of rows) {
    if ('item' in checked) {
      yield checked.item;
      continue;
    }
    const { cells, line } = checked.row;
    const get: Get = (column) => cells[head.places.get(column) ?? -1] || undefined;
    const others = head.others.flatMap(({ name, at }) => (cells[at] ? [[name, cells[at]] as const] : []));
    if (!hasPlaces) {
      yield* classified(get, line);
      continue;
    }
    const whole = wholeText(get, head);
    const key = JSON.stringify([get('path') ?? whole, get('annotator')]);
    const article = articles.get(key) ?? { line, path: get('path'), annotator: get('annotator'), rows: [] };
    article.rows.push({ get, line, others });
    articles.set(key, article);
  }
  for (const article of articles.values()) yield* spansOf(article, head);
}

/** The text of the whole article, where a row has it: what is too long to be the words of the span. */
function wholeText(get: Get, { places }: Head): string | undefined {
  const text = get('text');
  if (text === undefined || places.has('quote')) return text;
  const length = Number(get('end')) - Number(get('start'));
  return text.length === length || [...text].length === length ? undefined : text;
}

function spansOf({ line, path, annotator, rows }: Gathered, head: Head): Iterable<ReadItem> {
  const text = rows.map(({ get }) => wholeText(get, head)).find((t) => t !== undefined);
  const article = new RecordArticle(line, text);
  for (const { get, line, others } of rows) {
    const own = get('text');
    const draft = article.addSpan({
      start: offsetIn(get('start')),
      end: offsetIn(get('end')),
      label: get('label'),
      quote: get('quote') ?? (own === text ? undefined : own),
      entity: get('entity'),
      note: get('note'),
      id: get('id'),
      line,
    });
    for (const [name, value] of others) draft?.attributes.set(name, value);
  }
  const language = rows.map(({ get }) => get('language')).find((l) => l !== undefined);
  return itemsOf(article, {
    textIs: 'given',
    unit: 'codePoint',
    line,
    ...given({ name: path, text, language, annotator }),
  });
}

function* classified(get: Get, line: number): Generator<ReadItem> {
  const text = get('text');
  if (text === undefined) {
    const message = msg('This row has no text. Fill its cell, or take the row out; it was left out.');
    yield tableProblem('warning', 'record/no-text', message, line);
    return;
  }
  const article = new RecordArticle(line, text);
  const label = get('label');
  // doccano joins several classes so.
  for (const name of label?.split('#') ?? [])
    if (name !== '') article.addDocumentLabel(name, true, { note: get('note') });
  yield* itemsOf(article, {
    text,
    textIs: 'given',
    unit: 'codePoint',
    line,
    ...given({ name: get('path'), language: get('language'), annotator: get('annotator') }),
  });
}
