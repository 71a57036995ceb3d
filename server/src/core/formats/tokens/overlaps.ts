import { msg } from '../../message.ts';
import { contains, type TextRange } from '../../text/range.ts';
import type { Reason } from '../loss.ts';

/** What stands nowhere else than in one layer of labels, one per token, and what has no place beside it. */
export interface Resolved<T> {
  /** In text order, not overlapping. */
  readonly kept: readonly T[];
  /** In the order in which they came, with what they have to give way to. */
  readonly others: readonly { readonly item: T; readonly reason: Reason }[];
}

/**
 * Which of spans that share characters stay where a character can have one label only: the longest first, of equally
 * long ones the one that begins first, then the one that comes first in the list. So an outer span outlives what is
 * nested in it. None may be empty.
 */
export function resolveOverlaps<T extends TextRange>(spans: readonly T[]): Resolved<T> {
  const byLength = spans
    .map((item, place) => ({ item, place }))
    .sort(
      (a, b) =>
        b.item.end - b.item.start - (a.item.end - a.item.start) ||
        a.item.start - b.item.start ||
        a.place - b.place,
    );
  // Between two neighbouring places nothing begins or ends: such a cell belongs to one that is kept, or to none.
  const places = new Map(
    [...new Set(spans.flatMap((s) => [s.start, s.end]))].sort((a, b) => a - b).map((at, i) => [at, i]),
  );
  const owners: (T | undefined)[] = new Array<undefined>(places.size);
  const others: { item: T; place: number; reason: Reason }[] = [];
  for (const { item, place } of byLength) {
    const first = places.get(item.start) ?? 0;
    const behind = places.get(item.end) ?? 0;
    // None that was kept before is shorter: it covers an end of this one, or nothing of it.
    const rival = owners[first] ?? owners[behind - 1];
    if (rival) others.push({ item, place, reason: reasonOf(item, rival) });
    else owners.fill(item, first, behind);
  }
  return {
    kept: [...new Set(owners)].filter((item) => item !== undefined),
    others: others.sort((a, b) => a.place - b.place).map(({ item, reason }) => ({ item, reason })),
  };
}

/** Several layers of labels: what has no place in the first goes into the second, and so on; `others` as of the last. */
export function resolveLayers<T extends TextRange>(
  spans: readonly T[],
  layers: number,
): { readonly layers: readonly (readonly T[])[]; readonly others: Resolved<T>['others'] } {
  const filled: (readonly T[])[] = [];
  let others: Resolved<T>['others'] = spans.map((item) => ({ item, reason: OVERLAP }));
  while (filled.length < layers) {
    const resolved = resolveOverlaps(others.map((o) => o.item));
    filled.push(resolved.kept);
    others = resolved.others;
  }
  return { layers: filled, others };
}

function reasonOf(item: TextRange, rival: TextRange): Reason {
  if (item.start === rival.start && item.end === rival.end) return SAME_PLACE;
  return contains(rival, item) ? NESTING : OVERLAP;
}

const SAME_PLACE: Reason = {
  code: 'same-place',
  message: msg('Another label stands on the same words, and each word can have only so many.'),
};
const NESTING: Reason = {
  code: 'nesting',
  message: msg('It lies inside a longer one, and each word can have only so many labels.'),
};
const OVERLAP: Reason = {
  code: 'overlap',
  message: msg('It overlaps a longer one, and each word can have only so many labels.'),
};
