import {
  type FileMetaData,
  parquetMetadata,
  parquetReadObjects,
  parquetSchema,
  type SchemaTree,
} from 'hyparquet/src/index.js';
import { type Message, msg } from '../../message.ts';
import type { InputFile, ReadItem, ReadOptions } from '../format.ts';
import { metadataNames } from './features.ts';
import { chosenNames } from './options.ts';
import { CONTRADICTS, problemOf } from './parquetChecks.ts';
import { uncompress } from './parquetPages.ts';
import { noColumns, RowReader, TAG_COLUMNS, TOKEN_COLUMNS } from './readRows.ts';

/** Reads a Parquet file of tokens and tags, row group by row group. */
export async function* readParquet(file: InputFile, { options }: ReadOptions): AsyncGenerator<ReadItem> {
  const opened = openedFile(file.bytes);
  if ('template' in opened) {
    yield problem('parquet/unreadable', opened);
    return;
  }
  const { metadata, schema } = opened;
  const chosen = chosenNames(options);
  const json = metadata.key_value_metadata?.find((pair) => pair.key === 'huggingface')?.value ?? '';
  const reader = new RowReader({
    column: options.get('column') || 'ner_tags',
    namesOf: (column) => chosen ?? metadataNames(json, column),
  });
  const columns = columnsToRead(schema, options.get('column') || 'ner_tags');
  const lists = columns.filter((c) => c.isList).map((c) => c.name);
  if (!TOKEN_COLUMNS.some((c) => lists.includes(c)) || !lists.some((c) => !OTHER_LISTS.has(c))) {
    const all = schema.children.map((c) => c.element.name);
    yield { kind: 'problem', problem: noColumns(all, 1) };
    return;
  }
  const damage = damageOf(
    metadata,
    file.bytes,
    schema.children.filter((t) => columns.some((c) => c.name === t.element.name)),
  );
  if (damage) {
    yield problem('parquet/unreadable', damage);
    return;
  }
  let first = 0;
  for (const { num_rows } of metadata.row_groups) {
    const next = first + Number(num_rows);
    const rows = await rowsBetween(file.bytes, metadata, columns, first, next);
    if ('template' in rows) {
      yield problem('parquet/unreadable', rows);
      return;
    }
    for (const [i, members] of rows.entries()) {
      yield* reader.row({ members, line: first + i + 1 });
      if (reader.givenUp) return;
    }
    first = next;
  }
  yield* reader.end();
}

/** Columns of rows that are no tags. */
const OTHER_LISTS: ReadonlySet<string> = new Set([...TOKEN_COLUMNS, 'starts', 'ends']);
const OTHER_COLUMNS: ReadonlySet<string> = new Set([
  ...OTHER_LISTS,
  'id',
  'text',
  'article',
  'sentence',
  'language',
  'annotator',
]);

/** The columns of a file that rows are read from: plain values, and lists of such. */
function columnsToRead(schema: SchemaTree, column: string): { name: string; isList: boolean }[] {
  const tags = [column, ...TAG_COLUMNS];
  return schema.children.flatMap(({ element, children }) => {
    const { name } = element;
    const [list] = children;
    const isList = children.length === 1 && list !== undefined && list.children.length <= 1;
    const isTag =
      isList &&
      tags.some((tag) => name === tag || (/^_\d{1,3}$/.test(name.slice(tag.length)) && name.startsWith(tag)));
    if (!isTag && !OTHER_COLUMNS.has(name)) return [];
    return children.length === 0 || isList ? [{ name, isList }] : [];
  });
}

/** The metadata at the end of the file, or why there is none. */
function openedFile(bytes: Uint8Array): { metadata: FileMetaData; schema: SchemaTree } | Message {
  const mark = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < 12 || mark(0) !== 'PAR1')
    return msg('This is no Parquet file. Export it again, or name its format with “--from”.');
  if (mark(bytes.length - 4) !== 'PAR1')
    return msg('The end of this Parquet file is missing. Was it cut short? Download or export it again.');
  try {
    // Its look for places on maps believes the number of columns that the file claims.
    const metadata = parquetMetadata(bytes, { geoparquet: false });
    const most = metadata.schema.length;
    if (
      metadata.schema.some(({ name, num_children: n = 0 }) => typeof name !== 'string' || n < 0 || n >= most)
    )
      return CONTRADICTS;
    return { metadata, schema: parquetSchema(metadata) };
  } catch (error) {
    return broken(error);
  }
}

function damageOf(
  metadata: FileMetaData,
  bytes: Uint8Array,
  wanted: readonly SchemaTree[],
): Message | undefined {
  try {
    return problemOf(metadata, bytes, wanted);
  } catch (error) {
    return broken(error);
  }
}

/**
 * The rows of a row group. Its columns are read one after the other: where two fail at once, the library leaves one of
 * the failures to nobody, which ends a process.
 */
async function rowsBetween(
  bytes: Uint8Array,
  metadata: FileMetaData,
  columns: readonly { readonly name: string }[],
  rowStart: number,
  rowEnd: number,
): Promise<Map<string, unknown>[] | Message> {
  const rows: Map<string, unknown>[] = [];
  try {
    for (const { name } of columns) {
      const values = await parquetReadObjects({
        file: {
          byteLength: bytes.length,
          slice: (start, end) => new Uint8Array(bytes.subarray(start, end)).buffer,
        },
        metadata,
        columns: [name],
        rowStart,
        rowEnd,
        compressors: { SNAPPY: uncompress },
      });
      for (const [i, value] of values.entries()) {
        const row = rows[i] ?? new Map<string, unknown>();
        rows[i] = row;
        row.set(name, value[name]);
      }
    }
  } catch (error) {
    return broken(error);
  }
  return rows;
}

function broken(error: unknown): Message {
  const reason = error instanceof Error ? error.message : String(error);
  return msg('This Parquet file is damaged ({0}). Download or export it again.', reason.slice(0, 120));
}

function problem(code: string, message: Message): ReadItem {
  return { kind: 'problem', problem: { code, severity: 'error', message } };
}
