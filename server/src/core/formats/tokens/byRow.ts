import type { TextRange } from '../../text/range.ts';

/** Things on tokens of an article, by the row in which each begins; places are 0-based among all tokens of the rows. */
export function byRow<T extends { readonly first: number }>(
  rows: readonly (readonly TextRange[])[],
  items: readonly T[],
): { readonly row: readonly TextRange[]; readonly from: number; readonly items: readonly T[] }[] {
  const inOrder = [...items].sort((a, b) => a.first - b.first);
  let from = 0;
  let next = 0;
  return rows.map((row) => {
    const start = from;
    from += row.length;
    const begin = next;
    while (next < inOrder.length && (inOrder[next]?.first ?? 0) < from) next++;
    return { row, from: start, items: inOrder.slice(begin, next) };
  });
}
