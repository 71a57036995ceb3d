import { separatorOf } from '../../formats/csv/separator.ts';
import type { Steps } from '../../steps.ts';
import { contains, type TextRange } from '../../text/range.ts';
import { tableColumns } from '../sources/tableColumns.ts';
import type { LineString } from './jsonLine.ts';
import { cellRanges, tableOf } from './tableRows.ts';

/** A name, alias or id of a table with the entity that it is of. */
export interface TableString extends LineString {
  readonly id: string;
}

/**
 * The name, alias or id of a table at an offset (UTF-16 units of the text; its range is without quotation marks).
 * Undefined elsewhere, and in rows and cells that are not plain to see: of several lines, or with quotation marks in them.
 */
export function* tableStringAt(text: string, offset: number): Steps<TableString | undefined> {
  const from = text.startsWith('\ufeff') ? 1 : 0;
  const separator = separatorOf(text.slice(from));
  const header = lineAt(text, from);
  const columns = tableColumns(unquotedCells(text.slice(header.start, header.end), separator));
  const line = lineAt(text, offset);
  if (line.start === header.start || columns.id < 0) return undefined;
  const row = text.slice(line.start, line.end);
  const id = (unquotedCells(row, separator)[columns.id] ?? '').trim();
  // What looks like a row may be the middle of a cell.
  const rows = id === '' ? [] : ((yield* tableOf(text, id))?.rows ?? []);
  if (!rows.some((r) => r.start === line.start && r.end === line.end)) return undefined;
  const cells = cellRanges(row, separator);
  const at = { start: offset - line.start, end: offset - line.start };
  const column = cells.findIndex((cell) => contains(cell, at));
  const cell = cells[column];
  const inner = cell && withoutQuotes(row, cell);
  if (!inner) return undefined;
  const several = columns.aliases.includes(column) || columns.namesIn.some(([c]) => c === column);
  const what = column === columns.id ? 'id' : column === columns.name ? 'name' : 'alias';
  if (what === 'alias' && !several) return undefined;
  const part = several ? partAt(row, inner, at.start) : inner;
  const trimmed = withoutBlanks(row, part);
  if (!trimmed || !contains(trimmed, at)) return undefined;
  const { start, end } = trimmed;
  return { id, what, value: row.slice(start, end), start: line.start + start, end: line.start + end };
}

function lineAt(text: string, offset: number): TextRange {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const feed = text.indexOf('\n', offset);
  const end = feed < 0 ? text.length : feed;
  return { start, end: text.charCodeAt(end - 1) === 13 && end > start ? end - 1 : end };
}

function unquotedCells(row: string, separator: string): string[] {
  return cellRanges(row, separator).map((cell) => {
    const inner = withoutQuotes(row, cell) ?? cell;
    return row.slice(inner.start, inner.end);
  });
}

/** Undefined where quotation marks stand in the cell itself. */
function withoutQuotes(row: string, { start, end }: TextRange): TextRange | undefined {
  const cell = row.slice(start, end);
  if (!cell.startsWith('"')) return { start, end };
  if (cell.length < 2 || cell.slice(1, -1).includes('"') || !cell.endsWith('"')) return undefined;
  return { start: start + 1, end: end - 1 };
}

function partAt(row: string, { start, end }: TextRange, at: number): TextRange {
  const before = row.lastIndexOf('|', Math.max(start, at) - 1);
  const after = row.indexOf('|', at);
  return { start: before < start ? start : before + 1, end: after < 0 || after > end ? end : after };
}

function withoutBlanks(row: string, { start, end }: TextRange): TextRange | undefined {
  const text = row.slice(start, end);
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const from = start + (text.length - text.trimStart().length);
  return { start: from, end: from + trimmed.length };
}
