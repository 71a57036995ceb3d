/**
 * The assignment of rows to columns with the largest sum of gains, each column to one row at most, rows without a gain
 * being left out: the column of each row, or -1. The Hungarian method with potentials (Kuhn 1955, Munkres 1957), time
 * O(rows² · columns). `gain(row, column)`: what the pair is worth; nothing or less is never taken.
 */
export function bestAssignment(
  rows: number,
  columns: number,
  gain: (row: number, column: number) => number,
): Int32Array {
  // Every row may also take a column of its own that is worth nothing.
  const width = columns + rows;
  const cost = (row: number, column: number) =>
    column < columns
      ? -Math.max(0, gain(row, column))
      : column - columns === row
        ? 0
        : Number.POSITIVE_INFINITY;
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(width + 1);
  // Rows and columns count from 1 here; 0 is where a search starts.
  const owner = new Int32Array(width + 1);
  const from = new Int32Array(width + 1);
  for (let row = 1; row <= rows; row++) {
    owner[0] = row;
    let column = 0;
    const least = new Float64Array(width + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(width + 1);
    do {
      used[column] = 1;
      const current = owner[column] ?? 0;
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let other = 1; other <= width; other++) {
        if (used[other]) continue;
        const reduced =
          cost(current - 1, other - 1) - (rowPotential[current] ?? 0) - (columnPotential[other] ?? 0);
        if (reduced < (least[other] ?? 0)) {
          least[other] = reduced;
          from[other] = column;
        }
        if ((least[other] ?? 0) < step) {
          step = least[other] ?? 0;
          next = other;
        }
      }
      for (let other = 0; other <= width; other++) {
        if (used[other]) {
          const held = owner[other] ?? 0;
          rowPotential[held] = (rowPotential[held] ?? 0) + step;
          columnPotential[other] = (columnPotential[other] ?? 0) - step;
        } else {
          least[other] = (least[other] ?? 0) - step;
        }
      }
      column = next;
    } while ((owner[column] ?? 0) !== 0);
    while (column !== 0) {
      const before = from[column] ?? 0;
      owner[column] = owner[before] ?? 0;
      column = before;
    }
  }
  const partners = new Int32Array(rows).fill(-1);
  for (let column = 1; column <= columns; column++) {
    const row = (owner[column] ?? 0) - 1;
    if (row >= 0 && gain(row, column - 1) > 0) partners[row] = column - 1;
  }
  return partners;
}
