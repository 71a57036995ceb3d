import { type Cell, tableRows } from '../core/formats/csv/table.ts';

export type { Cell };

/** A table with a head as RFC 4180 has it, except that lines end in LF; UTF-8 without byte order mark. */
export function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const filled = (cell: Cell): Cell => (cell === '' ? undefined : cell);
  return tableRows([head, ...rows.map((row) => row.map(filled))]);
}
