import { parseJson } from '../../json/scan.ts';
import { msg } from '../../message.ts';
import type { ReadItem } from '../format.ts';
import { membersOf } from '../jsonLines.ts';
import { extraName } from '../records/extras.ts';
import { given, RecordArticle, type RelationDraft, type SpanDraft } from '../records/recordArticle.ts';
import { itemsOf } from '../records/recordReader.ts';
import { attributesOf } from '../records/values.ts';
import type { Column, ColumnPlaces } from './columns.ts';
import type { Checked } from './rows.ts';
import { unguarded } from './table.ts';
import { cellParts, cellValue } from './values.ts';

/** Gives the text of a cell of a row; undefined where it is empty. */
type Get = (column: Column) => string | undefined;

/** An article whose rows are being read. */
interface Open {
  readonly key: string;
  readonly path: string | undefined;
  readonly annotator: string | undefined;
  readonly language: string | undefined;
  readonly text: string | undefined;
  readonly line: number;
  readonly article: RecordArticle;
}

/** Reads rows with a `kind`: those of one article and annotator stand together, the article's own first. */
export function* ownRows(rows: Iterable<Checked>, places: ColumnPlaces): Generator<ReadItem> {
  let open: Open | undefined;
  for (const checked of rows) {
    if ('item' in checked) {
      yield checked.item;
      continue;
    }
    const { cells, line } = checked.row;
    const get: Get = (column) => unguarded(cells[places.get(column) ?? -1]);
    const isArticle = get('kind') === 'article';
    const key = JSON.stringify([get('path'), get('annotator')]);
    if (!open || isArticle || key !== open.key) {
      if (open) yield* closed(open);
      // The text of an article is the one cell that may be empty and there.
      const text = isArticle ? (get('text') ?? '') : undefined;
      open = {
        key,
        path: get('path'),
        annotator: get('annotator'),
        language: get('language'),
        text,
        line,
        article: new RecordArticle(line, text),
      };
    }
    if (!isArticle) addRow(open.article, get, line);
  }
  if (open) yield* closed(open);
}

function closed({ article, path, annotator, language, text, line }: Open): Iterable<ReadItem> {
  return itemsOf(article, {
    textIs: 'given',
    unit: 'codePoint',
    unitIs: 'stated',
    line,
    ...given({ name: path, text, language, annotator }),
  });
}

function addRow(article: RecordArticle, get: Get, line: number): void {
  const [id, note] = [get('id'), get('note')];
  const names = id === undefined ? [] : [extraName(id)];
  switch (get('kind')) {
    case 'span': {
      const draft = article.addSpan({
        start: offsetIn(get('start')),
        end: offsetIn(get('end')),
        label: get('label'),
        quote: get('text'),
        entity: get('entity'),
        note,
        id,
        names,
        line,
      });
      if (draft) addDetails(article, draft, get);
      return;
    }
    case 'relation': {
      const [from, to] = [extraName(get('from')), extraName(get('to'))];
      const draft = article.addRelation({ label: get('label'), from, to, note, id, names, line });
      if (draft) addAttributes(article, draft, get);
      return;
    }
    case 'label': {
      const label = get('label');
      if (label !== undefined)
        article.addDocumentLabel(label, cellValue(get('value') ?? ''), { note, id }, line);
      else article.report('warning', 'record/label', NO_LABEL, line);
      return;
    }
    default: {
      const message = msg(
        'There are no rows of the kind “{0}”: write article, span, relation or label. The row was left out.',
        (get('kind') ?? '').slice(0, 40),
      );
      article.report('warning', 'csv/kind', message, line);
    }
  }
}

const NO_LABEL = msg('An annotation has no label. Give it one; it was left out.');

function addDetails(article: RecordArticle, draft: SpanDraft, get: Get): void {
  addAttributes(article, draft, get);
  const cell = get('parts');
  if (cell === undefined) return;
  const given = cellParts(cell);
  const parts = given.flatMap(([start, end]) => article.partOf(start, end, draft.label, draft.line) ?? []);
  if (parts.length === given.length && parts.every((p, i) => p.start >= (parts[i - 1]?.end ?? 0)))
    draft.parts = parts;
}

function addAttributes(article: RecordArticle, draft: SpanDraft | RelationDraft, get: Get): void {
  const cell = get('attributes');
  if (cell === undefined) return;
  const members = membersOf(parseJson(cell)?.value);
  if (!members) {
    const message = msg(
      'The attributes of a “{0}” are no JSON object, such as {1}. They were left out.',
      draft.label,
      '{"sure":"yes"}',
    );
    article.report('warning', 'csv/attributes', message, draft.line);
  }
  for (const [name, value] of attributesOf(members)) draft.attributes.set(name, value);
}

/** An offset of a cell; the cell itself where it is none, so that the problem can show it. */
export function offsetIn(cell: string | undefined): unknown {
  return cell !== undefined && /^\s*\d{1,15}(?:\.0+)?\s*$/.test(cell) ? Number(cell) : cell;
}
