import { separatorOf } from '../../formats/csv/separator.ts';
import type { Steps } from '../../steps.ts';
import type { TextRange } from '../../text/range.ts';
import { RowReader } from '../sources/cells.ts';
import { type TableColumns, tableColumns } from '../sources/tableColumns.ts';

/** A row of a table, with or without quotation marks around its cells (UTF-16 units of the file). */
export interface TableRow extends TextRange {
  /** As they are read. */
  readonly cells: readonly string[];
}

/** A table with the rows about one entity. */
export interface EntityTable {
  readonly separator: string;
  readonly columns: TableColumns;
  readonly rows: readonly TableRow[];
}

/** Lines between two steps. */
const LINES_A_STEP = 2000;

/** The rows of a table about an entity; undefined where its first line names no columns. */
export function* tableOf(text: string, id: string): Steps<EntityTable | undefined> {
  const from = text.startsWith('\ufeff') ? 1 : 0;
  const separator = separatorOf(text.slice(from));
  let columns: TableColumns | undefined;
  const rows: TableRow[] = [];
  const reader = new RowReader(separator, (cells, { start, end }) => {
    if (columns === undefined) columns = tableColumns(cells);
    else if (isId(cells[columns.id] ?? '', id)) rows.push({ cells, start, end });
  });
  for (let start = from, line = 0; start < text.length; line++) {
    const feed = text.indexOf('\n', start);
    const next = feed < 0 ? text.length : feed + 1;
    let end = feed < 0 ? text.length : feed;
    if (text.charCodeAt(end - 1) === 13) end--;
    reader.line(text.slice(start, end), { line, start, end });
    start = next;
    if (line % LINES_A_STEP === 0) yield;
  }
  reader.end();
  return columns === undefined || columns.id < 0 ? undefined : { separator, columns, rows };
}

/** Ids of Wikidata may be written as its addresses. */
function isId(cell: string, id: string): boolean {
  const written = cell.trim();
  return (
    written === id ||
    (/^Q\d+$/.test(id) && /^https?:\/\/www\.wikidata\.org\//.test(written) && written.endsWith(`/${id}`))
  );
}

/** Where the cells of a row stand (UTF-16 units of it), with their quotation marks. */
export function cellRanges(row: string, separator: string): TextRange[] {
  const ranges: TextRange[] = [];
  for (let at = 0; ; ) {
    let close = at;
    if (row[at] === '"') {
      close = row.indexOf('"', at + 1);
      while (close >= 0 && row[close + 1] === '"') close = row.indexOf('"', close + 2);
      if (close < 0) close = at;
    }
    const end = row.indexOf(separator, close);
    ranges.push({ start: at, end: end < 0 ? row.length : end });
    if (end < 0) return ranges;
    at = end + separator.length;
  }
}

/** A text as a cell: between quotation marks where it has the separator or one of them, or begins or ends with a blank. */
export function cellOf(text: string, separator: string): string {
  const plain = !text.includes(separator) && !text.includes('"') && text.trim() === text;
  return plain ? text : `"${text.replaceAll('"', '""')}"`;
}
