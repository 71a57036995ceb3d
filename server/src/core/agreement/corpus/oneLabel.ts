import type { Value } from '../coding/ratings.ts';
import { hasLabel } from './spanItems.ts';
import type { ItemSums } from './sums.ts';

const OTHER = 'other';
const THIS = 'this';

/** The same items with two values only: this label, or another one. */
export function oneLabel({ pairs, coincidences, items, raw }: ItemSums, label: string): ItemSums {
  const merged = (value: Value) => (hasLabel(String(value), label) ? THIS : OTHER);
  const matrix = mergedTable(coincidences, merged);
  const disagreeing = (matrix.get(THIS)?.get(OTHER) ?? 0) + (matrix.get(OTHER)?.get(THIS) ?? 0);
  let all = 0;
  for (const row of matrix.values()) for (const n of row.values()) all += n;
  return {
    pairs: pairs.map((table) => mergedTable(table, merged)),
    coincidences: matrix,
    full: undefined,
    items,
    // An item weighs as many coincidences as it has values: the same for each where two people are compared.
    raw: all === 0 ? raw : 1 - disagreeing / all,
  };
}

type Table = ReadonlyMap<Value, ReadonlyMap<Value, number>>;

function mergedTable(table: Table, merged: (value: Value) => string): Map<string, Map<string, number>> {
  const result = new Map<string, Map<string, number>>();
  for (const [c, row] of table) {
    const cells = result.get(merged(c)) ?? new Map<string, number>();
    result.set(merged(c), cells);
    for (const [k, n] of row) cells.set(merged(k), (cells.get(merged(k)) ?? 0) + n);
  }
  return result;
}
