import { separatorOf } from '../../formats/csv/separator.ts';
import { RowReader } from './cells.ts';
import { isJrcLine, jrcNamesReader } from './jrcNames.ts';
import { jsonLinesReader } from './jsonLinesSource.ts';
import { paraNamesColumns, paraNamesReader } from './paraNames.ts';
import type { EntitySink, ReaderOptions, SourceFormat, SourceReader } from './source.ts';
import { tableReader } from './table.ts';
import { wikidataReader } from './wikidata.ts';

/** A reader for a source; `head` is its beginning, by which a table tells its separator. */
export function sourceReader(
  format: SourceFormat,
  head: string,
  sink: EntitySink,
  options: ReaderOptions,
): SourceReader {
  switch (format) {
    case 'jsonl':
      return jsonLinesReader(sink, options);
    case 'csv':
      return tableReader(separatorOf(head), sink, options);
    case 'paranames':
      return paraNamesReader(sink, options);
    case 'jrc':
      return jrcNamesReader(sink, options);
    case 'wikidata':
      return wikidataReader(sink, options);
  }
}

/**
 * What a source is, by its name (without `.gz`) and its beginning; undefined where it is none of these. A table whose
 * columns are those of ParaNames is ParaNames.
 */
export function detectFormat(name: string, head: string): SourceFormat | undefined {
  const plain = head.replace(/^\ufeff/, '');
  const first =
    plain.split(/\r?\n/).find((line) => line.trim() !== '' && !/^(?:#|\/\/)/.test(line.trim())) ?? '';
  const start = first.trimStart();
  if (start.startsWith('[')) return 'wikidata';
  if (start.startsWith('{')) return /"(?:labels|claims|sitelinks)"\s*:/.test(plain) ? 'wikidata' : 'jsonl';
  const cells = firstRow(first, separatorOf(first));
  if (isJrcLine(first.split('\t'))) return 'jrc';
  const columns = paraNamesColumns(cells);
  if (columns !== undefined && columns.english >= 0 && first.includes('\t')) return 'paranames';
  if (/\.(?:csv|tsv|tab)$/i.test(name)) return 'csv';
  if (/\.(?:jsonl|ndjson)$/i.test(name)) return 'jsonl';
  return cells.length >= 3 ? 'csv' : undefined;
}

function firstRow(line: string, separator: string): readonly string[] {
  let cells: readonly string[] = [];
  const reader = new RowReader(separator, (row) => {
    if (cells.length === 0) cells = row;
  });
  reader.line(line, { line: 0, start: 0, end: 0 });
  reader.end();
  return cells;
}
