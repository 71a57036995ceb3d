import Papa from 'papaparse';

/** A cell of a table; undefined is an empty one. */
export type Cell = string | number | undefined;

/** Rows of a table as RFC 4180 has them, except that lines end in LF. */
export function tableRows(rows: readonly (readonly Cell[])[], separator = ','): string {
  if (rows.length === 0) return '';
  const texts = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? guarded(cell) : String(cell ?? ''))),
  );
  return `${Papa.unparse(texts, { delimiter: separator, newline: '\n' })}\n`;
}

/**
 * A text as a cell that no spreadsheet carries out: one takes what begins with `=`, `+`, `-`, `@`, a tab or a CR for a
 * formula (OWASP, “CSV Injection”). Such a text gets an apostrophe before it, and so do those that begin with one, and
 * the text that is there but empty; `unguarded` takes it away.
 */
export function guarded(text: string): string {
  return text === '' || /^[=+\-@\t\r']/.test(text) ? `'${text}` : text;
}

/** The text that `guarded` made a cell of; undefined for an empty cell. */
export function unguarded(cell: string | undefined): string | undefined {
  if (cell === undefined || cell === '') return undefined;
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

/** A row of a table that is read, at its 1-based line. `isBroken`: a quotation mark in it has no partner. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly line: number;
  readonly isBroken: boolean;
}

/** Rows that are parsed at once: few enough that a large file is never held as rows as a whole. */
const BATCH = 2000;

/** The rows of a table, a few at a time. A last empty line is none. */
export function* readTable(text: string, separator: string): Generator<TableRow> {
  const newline = lineEndOf(text);
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const { data, errors, meta } = Papa.parse(text.slice(at), {
      delimiter: separator,
      newline,
      preview: BATCH,
      fastMode: false,
    });
    if (meta.cursor === 0) return;
    at += meta.cursor;
    const broken = new Set(errors.map((e) => e.row));
    for (const [i, cells] of data.entries()) {
      const isLastLine = at >= text.length && i === data.length - 1;
      if (isLastLine && cells.length === 1 && cells[0] === '') return;
      yield { cells, line, isBroken: broken.has(i) };
      line += 1 + cells.reduce((sum, cell) => sum + lineEnds(cell), 0);
    }
  }
}

/** How the lines of a table end: as its first one does. */
function lineEndOf(text: string): '\r' | '\n' | '\r\n' {
  const lf = text.indexOf('\n');
  if (lf < 0) return text.includes('\r') ? '\r' : '\n';
  return text[lf - 1] === '\r' ? '\r\n' : '\n';
}

function lineEnds(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++;
  return count;
}
