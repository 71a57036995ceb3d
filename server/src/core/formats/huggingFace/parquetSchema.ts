import type { SchemaElement } from 'hyparquet/src/index.js';
import type { ColumnSource } from 'hyparquet-writer/src/index.js';
import { columnElements, type ParquetPrimitive } from '../parquetElements.ts';
import type { TokenRow } from './rows.ts';
import type { TagNames } from './tagNames.ts';

/** A column: its name, what it holds, and its value in a row. */
interface Column {
  readonly name: string;
  readonly type: ParquetPrimitive;
  readonly isList: boolean;
  valueOf(row: TokenRow): unknown;
}

/** The columns of our rows in Parquet. Numbers of tags are 64 bits wide, as `ClassLabel` has them. */
export function columnsOf(tagColumns: readonly string[], names: TagNames): readonly Column[] {
  const text = (name: keyof TokenRow): Column => ({
    name,
    type: 'STRING',
    isList: false,
    valueOf: (r) => r[name],
  });
  const places = (name: 'starts' | 'ends'): Column => ({
    name,
    type: 'INT32',
    isList: true,
    valueOf: (r) => r[name],
  });
  return [
    text('id'),
    { name: 'tokens', type: 'STRING', isList: true, valueOf: (r) => r.tokens },
    ...tagColumns.map(
      (name, i): Column => ({
        name,
        type: 'INT64',
        isList: true,
        valueOf: (r) => (r.tags[i] ?? []).map((tag) => BigInt(names.idOf(tag))),
      }),
    ),
    text('text'),
    places('starts'),
    places('ends'),
    text('article'),
    { name: 'sentence', type: 'INT32', isList: false, valueOf: (r) => r.sentence },
    text('language'),
    text('annotator'),
    text('tokenizer'),
  ];
}

/** The columns as the elements of a Parquet schema. */
export function schemaOf(columns: readonly Column[]): SchemaElement[] {
  return [
    { name: 'schema', num_children: columns.length },
    ...columns.flatMap(({ name, type, isList }) => columnElements(name, type, isList)),
  ];
}

/** The values of rows by columns. */
export function columnData(columns: readonly Column[], rows: readonly TokenRow[]): ColumnSource[] {
  return columns.map((column) => ({
    name: column.name,
    data: rows.map((row) => column.valueOf(row)),
    offsetIndex: false,
  }));
}
