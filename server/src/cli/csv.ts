/** A cell of a table; undefined is an empty one. */
export type Cell = string | number | undefined;

/** A table with a head as RFC 4180 has it, except that lines end in LF; UTF-8 without byte order mark. */
export function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows].map((row) => `${row.map(written).join(',')}\n`).join('');
}

function written(cell: Cell): string {
  const text = String(cell ?? '');
  // A spreadsheet takes a text that begins like this for a formula and carries it out.
  const safe = typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
