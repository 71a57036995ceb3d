import { type Message, msg } from '../../message.ts';
import type { ProblemSeverity } from '../../problem.ts';
import type { ReadItem } from '../format.ts';
import type { TableRow } from './table.ts';

/** A problem of a table, at its line. */
export function tableProblem(
  severity: ProblemSeverity,
  code: string,
  message: Message,
  line: number,
): ReadItem {
  return { kind: 'problem', problem: { severity, code, message, line } };
}

/** A row, or what is wrong with it. */
export type Checked = { readonly row: TableRow } | { readonly item: ReadItem };

/** The rows that have as many cells as the head: in others, cells may have shifted, and nobody knows which. */
export function* wholeRows(rows: Iterable<TableRow>, width: number): Generator<Checked> {
  for (const row of rows) {
    const { cells, line, isBroken } = row;
    if (isBroken) {
      const message = msg(
        'A quotation mark has no partner, so that this row may have swallowed others. Double every quotation mark inside a quoted cell.',
      );
      yield { item: tableProblem('error', 'csv/quotes', message, line) };
    } else if (cells.length === 1 && cells[0]?.trim() === '') continue;
    else if (cells.length === width) yield { row };
    else {
      const message = msg(
        'This row has {0} cells, the head has {1}: cells may have shifted. Quote cells that hold the separator.',
        cells.length,
        width,
      );
      yield { item: tableProblem('error', 'csv/cells', message, line) };
    }
  }
}
