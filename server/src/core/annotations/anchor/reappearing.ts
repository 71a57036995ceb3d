import type { Comparison } from './comparison.ts';
import type { Edge, Side, TokenSpan } from './edge.ts';

/** Tokens inside and outside an edge that are looked at. */
const REACH = 5;

/**
 * The edge of a span, with the words just outside it that were cut inside it: where two words changed places, a
 * comparison has one of them stay and the other go. Nobody can be sure then.
 */
export function withReappearing({ draft }: Comparison, span: TokenSpan, edge: Edge, side: Side): Edge {
  const { old, now } = draft;
  const step = side === 'start' ? -1 : 1;
  const cut = new Set<number>();
  for (let inside = 0; inside < REACH; inside++) {
    const o = side === 'start' ? span.first + inside : span.last - inside;
    if (o < span.first || o > span.last) break;
    if (!draft.isLinked(o) && draft.tokenizer.isWord(old.keys[o])) cut.add(old.keys[o] ?? 0);
  }
  if (cut.size === 0) return edge;
  let found = edge;
  let n =
    side === 'start'
      ? tokensBefore(now.starts, now.count, edge.at) - 1
      : tokensBefore(now.ends, now.count, edge.at + 1);
  for (let outside = 0; outside < REACH && draft.from[n] === -1; outside++, n += step) {
    if (!cut.has(now.keys[n] ?? 0)) continue;
    found = { at: (side === 'start' ? now.starts[n] : now.ends[n]) ?? edge.at, sure: false };
  }
  return found;
}

/** How many tokens have an offset below a value. */
export function tokensBefore(offsets: Uint32Array, count: number, value: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
