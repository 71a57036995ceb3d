import type { SchemaElement } from 'hyparquet/src/index.js';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer/src/index.js';
import type { Piece } from '../formats/format.ts';
import { columnElements } from '../formats/parquetElements.ts';
import { type ColumnType, SENTENCE_COLUMNS } from './sentenceColumns.ts';
import type { SentenceRecord } from './sentences.ts';
import type { SentenceWriter } from './sentenceWriter.ts';

/** Rows of a group; some 10 MB. */
const GROUP_ROWS = 10_000;

/** A writer of a Parquet file of sentences, whose row groups are written as they fill up. */
export function parquetWriter(file: string): SentenceWriter {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [
      { name: 'schema', num_children: SENTENCE_COLUMNS.length },
      ...SENTENCE_COLUMNS.flatMap(({ name, type }) => elementsOf(name, type)),
    ],
    statistics: false,
    createdBy: 'pressmark',
  });
  let rows: SentenceRecord[] = [];
  const drain = (): Piece => {
    const content = bytes.getBytes().slice();
    bytes.index = 0;
    return { file, content };
  };
  const flush = (): Piece[] => {
    if (rows.length === 0) return [];
    const columnData = SENTENCE_COLUMNS.map((c) => ({
      name: c.name,
      data: rows.map((row) => c.value(row)),
      offsetIndex: false,
    }));
    // Without `flush` of the bytes this is done at once.
    void writer.write({ columnData, rowGroupSize: rows.length });
    rows = [];
    return [drain()];
  };
  return {
    add(records) {
      rows.push(...records);
      return rows.length >= GROUP_ROWS ? flush() : [];
    },
    end() {
      const pieces = flush();
      void writer.finish();
      return [...pieces, drain()];
    },
  };
}

function elementsOf(name: string, type: ColumnType): SchemaElement[] {
  return type === 'LIST' ? columnElements(name, 'STRING', true) : columnElements(name, type, false);
}
