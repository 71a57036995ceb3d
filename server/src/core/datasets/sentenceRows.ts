import { tableRows } from '../formats/csv/table.ts';
import { jsonLine } from '../formats/jsonLines.ts';
import { type Cell, SENTENCE_COLUMNS } from './sentenceColumns.ts';
import { parquetWriter } from './sentenceParquet.ts';
import type { SentenceRecord } from './sentences.ts';
import type { SentenceWriter } from './sentenceWriter.ts';

/** How sentences are written. */
export const SENTENCE_FORMATS = ['jsonl', 'csv', 'parquet'] as const;
export type SentenceFormat = (typeof SENTENCE_FORMATS)[number];

/** A writer of `name.jsonl`, `name.csv` or `name.parquet`. In CSV a list is JSON in its cell. */
export function sentenceWriter(format: SentenceFormat, name: string): SentenceWriter {
  const file = `${name}.${format}`;
  switch (format) {
    case 'jsonl':
      return {
        add: (records) => [{ file, content: records.map((r) => jsonLine(recordOf(r))).join('') }],
        end: () => [],
      };
    case 'csv': {
      let head = `${tableRows([SENTENCE_COLUMNS.map((c) => c.name)])}`;
      const takeHead = () => {
        const taken = head;
        head = '';
        return taken;
      };
      return {
        add: (records) => [
          { file, content: takeHead() + (records.length > 0 ? tableRows(records.map(cells)) : '') },
        ],
        end: () => [{ file, content: takeHead() }],
      };
    }
    case 'parquet':
      return parquetWriter(file);
  }
}

function recordOf(record: SentenceRecord): ReadonlyMap<string, Cell> {
  return new Map(SENTENCE_COLUMNS.map((c) => [c.name, c.value(record)]));
}

function cells(record: SentenceRecord): (string | number | undefined)[] {
  return SENTENCE_COLUMNS.map((c) => {
    const value = c.value(record);
    if (value === null) return undefined;
    if (typeof value === 'boolean') return value ? 'true' : 'false';
    return typeof value === 'object' ? JSON.stringify(value) : value;
  });
}
