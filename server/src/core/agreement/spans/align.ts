import { maximumMatching } from './matching.ts';
import { boundariesOf, type LabelledSpan, overlapping } from './span.ts';

/**
 * How two people's spans differ: one of them marked nothing there, they gave the same stretch two labels, they gave the
 * same label to two stretches that overlap, or both label and boundaries differ.
 */
export type SpanDifference = 'onlyA' | 'onlyB' | 'label' | 'boundary' | 'labelAndBoundary';

export interface SpanPair<T> {
  readonly a: T | undefined;
  readonly b: T | undefined;
  /** Undefined: they agree. */
  readonly difference: SpanDifference | undefined;
}

/**
 * Which span of one person stands for which of the other: first those with the same boundaries and label, then the same
 * boundaries, then the same label where they overlap, then what overlaps at all, in each step as many as can be paired.
 * In text order.
 */
export function alignSpans<T extends LabelledSpan>(a: readonly T[], b: readonly T[]): SpanPair<T>[] {
  const pairs: SpanPair<T>[] = [];
  let [restA, restB] = [a, b];
  const step = (difference: SpanDifference | undefined, may: (one: T, other: T) => boolean) => {
    const partners = maximumMatching(overlapping(restA, restB, may), restB.length);
    const taken = new Set<T>();
    for (const [place, partner] of partners.entries()) {
      const [one, other] = [restA[place], restB[partner]];
      if (!one || !other) continue;
      pairs.push({ a: one, b: other, difference });
      taken.add(one).add(other);
    }
    restA = restA.filter((span) => !taken.has(span));
    restB = restB.filter((span) => !taken.has(span));
  };
  const sameBoundaries = (one: T, other: T) => boundariesOf(one) === boundariesOf(other);
  step(undefined, (one, other) => one.label === other.label && sameBoundaries(one, other));
  step('label', sameBoundaries);
  step('boundary', (one, other) => one.label === other.label);
  step('labelAndBoundary', () => true);
  for (const one of restA) pairs.push({ a: one, b: undefined, difference: 'onlyA' });
  for (const other of restB) pairs.push({ a: undefined, b: other, difference: 'onlyB' });
  const start = ({ a: one, b: other }: SpanPair<T>) =>
    Math.min(one?.start ?? Number.POSITIVE_INFINITY, other?.start ?? Number.POSITIVE_INFINITY);
  return pairs.sort((x, y) => start(x) - start(y));
}
