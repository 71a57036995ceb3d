import { msg } from '../message.ts';
import type { InputFile, ReadItem, ReadOptions } from './format.ts';
import { membersOf } from './jsonLines.ts';
import type { OffsetUnit } from './readArticle.ts';
import { addExtras } from './records/extras.ts';
import { given, RecordArticle } from './records/recordArticle.ts';
import { aboutOf, itemsOf, noText, readRecords } from './records/recordReader.ts';
import { listOf, nameOf, textOf } from './records/values.ts';

type Members = ReadonlyMap<string, unknown>;

/** Longer ones are no names of classes: they are what sequence-to-sequence projects have people write. */
const LONGEST_CLASS = 100;

/** Two UTF-16 units, one code point. */
const ASTRAL = /[\u{10000}-\u{10ffff}]/u;

/**
 * Reads what doccano exports: `label` or `entities` (triples or objects) with `relations`, `labels` and `cats` of
 * classified texts, the `annotations` of its first version, and `Comments`.
 */
export function* readDoccano(file: InputFile, { options }: ReadOptions): Generator<ReadItem> {
  let isTold = false;
  yield* readRecords(
    file,
    (value, line) => {
      const record = membersOf(value);
      if (!record) return undefined;
      const text = record.get('text') ?? record.get('data');
      if (typeof text !== 'string') return noText(line);
      const meta = membersOf(record.get('meta'));
      const said = meta?.get('offsets');
      const isStated = said === 'utf16' || said === 'codePoints';
      const unit: OffsetUnit =
        (isStated ? said : options.get('offsets')) === 'codePoints' ? 'codePoint' : 'utf16';
      const article = new RecordArticle(line, text);
      if (!isTold && said === undefined && ASTRAL.test(text)) {
        isTold = true;
        article.report('information', 'doccano/offsets', UNCERTAIN);
      }
      addAnnotations(article, record, meta, options.get('strings') === 'texts');
      const about = aboutOf(meta, text, unit, line);
      const annotator = about.annotator ?? textOf(record.get('username'));
      return itemsOf(article, {
        ...about,
        ...(isStated ? { unitIs: 'stated' } : {}),
        ...given({ annotator }),
      });
    },
    msg('This is no doccano record. One is an object with “text” and “label” or “entities”, on one line.'),
  );
}

const UNCERTAIN = msg(
  'This text has characters that doccano counts as two, and Python as one. If the labels behind them stand wrong, import the file with the option offsets=codePoints.',
);

function addAnnotations(
  article: RecordArticle,
  record: Members,
  meta: Members | undefined,
  isTexts: boolean,
): void {
  const names = new Map<string, unknown>();
  const entries = ['entities', 'label', 'labels', 'annotations'].flatMap((key) => listed(record.get(key)));
  for (const entry of entries) addEntry(article, entry, names, isTexts);
  for (const value of listOf(record.get('relations'))) {
    const relation = membersOf(value);
    if (!relation) continue;
    article.addRelation({
      label: relation.get('type') ?? relation.get('label'),
      from: spanName(relation.get('from_id')),
      to: spanName(relation.get('to_id')),
    });
  }
  for (const cat of listOf(record.get('cats'))) if (typeof cat === 'string') names.set(cat, 1);
  addExtras(article, meta?.get('pressmark') ?? record.get('pressmark'), names);
  for (const value of listed(record.get('Comments'))) {
    const comment = textOf(value) ?? textOf(membersOf(value)?.get('comment'));
    if (comment !== undefined) article.addDocumentLabel('comment', comment);
  }
}

/** A list, or one text that stands for a list of one. */
function listed(value: unknown): readonly unknown[] {
  return typeof value === 'string' && value !== '' ? [value] : listOf(value);
}

/** A span as `[start, end, label]` or as an object, or a class of the text. */
function addEntry(
  article: RecordArticle,
  entry: unknown,
  names: Map<string, unknown>,
  isTexts: boolean,
): void {
  if (typeof entry === 'string') {
    if (!isTexts && entry.length <= LONGEST_CLASS) names.set(entry, 1);
    else
      article.report(
        'warning',
        'doccano/text',
        msg('A text that somebody wrote for this record was left out: only labels are read.'),
      );
    return;
  }
  const own = membersOf(entry);
  if (own && !own.has('start_offset')) {
    const name = nameOf(own.get('label'));
    if (name !== undefined) names.set(name, 1);
    else
      article.report(
        'warning',
        'record/label',
        msg('An annotation has no label. Give it one; it was left out.'),
      );
    return;
  }
  const list = listOf(entry);
  if (!own && list.length < 3) {
    const message = msg('A label must be [start, end, name]. Correct it; it was left out.');
    article.report('warning', 'doccano/label', message);
    return;
  }
  article.addSpan({
    start: own ? own.get('start_offset') : list[0],
    end: own ? own.get('end_offset') : list[1],
    label: own ? own.get('label') : list[2],
    annotator: nameOf(own?.get('user')),
    id: nameOf(own?.get('id')),
    names: own?.has('id') ? [spanName(own.get('id'))] : [],
  });
}

function spanName(id: unknown): string {
  return `id:${String(id)}`;
}
