/** What somebody may say of an item: a category, or a number on a scale. */
export type Value = string | number;

/** Items of which the coders said the same. */
export interface RatingRow {
  /** How many such items there are. */
  readonly count: number;
  /** What each coder said, in the order of the coders; undefined: nothing. A missing value is never a category. */
  readonly values: readonly (Value | undefined)[];
}

/** What two or more coders said of items that were given to them. */
export interface Ratings {
  readonly coders: number;
  readonly rows: readonly RatingRow[];
}

/** How often two coders said this and that of the same item; items that either left out are not in it. */
export type PairTable = ReadonlyMap<Value, ReadonlyMap<Value, number>>;

/** The table of two coders, by their places in the rows. */
export function pairTable({ rows }: Ratings, first: number, second: number): PairTable {
  const table = new Map<Value, Map<Value, number>>();
  for (const { count, values } of rows) {
    const [a, b] = [values[first], values[second]];
    if (a === undefined || b === undefined || count === 0) continue;
    const row = table.get(a) ?? new Map<Value, number>();
    row.set(b, (row.get(b) ?? 0) + count);
    table.set(a, row);
  }
  return table;
}

/** Every pair of coders once, by their places. */
export function pairsOf(coders: number): [number, number][] {
  const pairs: [number, number][] = [];
  for (let a = 0; a < coders; a++) for (let b = a + 1; b < coders; b++) pairs.push([a, b]);
  return pairs;
}

/** The totals of a table: all items, and how often each coder used each category. */
export interface Marginals {
  readonly n: number;
  readonly first: ReadonlyMap<Value, number>;
  readonly second: ReadonlyMap<Value, number>;
  /** Every category that either used. */
  readonly categories: readonly Value[];
}

/** The totals of a table of two coders. */
export function marginals(table: PairTable): Marginals {
  const first = new Map<Value, number>();
  const second = new Map<Value, number>();
  let n = 0;
  for (const [a, row] of table) {
    for (const [b, count] of row) {
      n += count;
      first.set(a, (first.get(a) ?? 0) + count);
      second.set(b, (second.get(b) ?? 0) + count);
    }
  }
  return { n, first, second, categories: [...new Set([...first.keys(), ...second.keys()])] };
}

/** The share of items of which two coders said the same; undefined where they share no item. */
export function sameShare(table: PairTable): number | undefined {
  let same = 0;
  let n = 0;
  for (const [a, row] of table)
    for (const [b, count] of row) {
      n += count;
      if (a === b) same += count;
    }
  return n === 0 ? undefined : same / n;
}

/** How often each value was given to an item. */
export function valueCounts(values: readonly (Value | undefined)[]): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
