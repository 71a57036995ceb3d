import { type Measured, NOTHING_MARKED } from '../measured.ts';
import { maximumMatching } from './matching.ts';
import { boundariesOf, type LabelledSpan, overlapping, piecesOf } from './span.ts';

/**
 * How the spans of two people match in one text. Tallies of several texts add up. Two people's F1 is the same in both
 * directions: 2·matches / (spans of one + spans of the other); taken for the truth, either gives precision and recall.
 */
export interface SpanTally {
  readonly a: number;
  readonly b: number;
  /** Same boundaries and same label. */
  readonly strict: number;
  /** Same boundaries, whatever the label. */
  readonly boundary: number;
  /** Same label and at least one character in common, each span with one partner at most. */
  readonly overlap: number;
  /** Whatever the label: 1 for the same boundaries, ½ for at least one character in common. */
  readonly partial: number;
  /** Characters that bear a label in one person's, in the other's, in both. */
  readonly charsA: number;
  readonly charsB: number;
  readonly chars: number;
}

/** The ways to count a match: the names of SemEval-2013 task 9.1 for the same are strict, exact, type and partial. */
export type SpanMatch = 'strict' | 'boundary' | 'overlap' | 'partial' | 'chars';

export const NO_SPANS: SpanTally = {
  a: 0,
  b: 0,
  strict: 0,
  boundary: 0,
  overlap: 0,
  partial: 0,
  charsA: 0,
  charsB: 0,
  chars: 0,
};

/** F1 by one way to count; undefined where neither marked anything. */
export function f1(tally: SpanTally, match: SpanMatch): Measured {
  const all = match === 'chars' ? tally.charsA + tally.charsB : tally.a + tally.b;
  return all === 0 ? NOTHING_MARKED : { value: (2 * tally[match]) / all };
}

/** Tallies two people's spans in one text. */
export function tallySpans(a: readonly LabelledSpan[], b: readonly LabelledSpan[]): SpanTally {
  const boundary = sameKeys(a, b, boundariesOf);
  const sameLabel = overlapping(a, b, (one, other) => one.label === other.label);
  const [charsA, charsB, chars] = characters(a, b);
  return {
    a: a.length,
    b: b.length,
    strict: sameKeys(a, b, (span) => `${boundariesOf(span)} ${span.label}`).pairs,
    boundary: boundary.pairs,
    overlap: pairs(maximumMatching(sameLabel, b.length)),
    // Whoever has a partner with the same boundaries loses nothing by taking it: a swap never scores less.
    partial:
      boundary.pairs +
      pairs(
        maximumMatching(
          overlapping(boundary.restA, boundary.restB, () => true),
          boundary.restB.length,
        ),
      ) /
        2,
    charsA,
    charsB,
    chars,
  };
}

/** The sum of two tallies, the second one `times` times. */
export function addSpans(x: SpanTally, y: SpanTally, times = 1): SpanTally {
  return {
    a: x.a + times * y.a,
    b: x.b + times * y.b,
    strict: x.strict + times * y.strict,
    boundary: x.boundary + times * y.boundary,
    overlap: x.overlap + times * y.overlap,
    partial: x.partial + times * y.partial,
    charsA: x.charsA + times * y.charsA,
    charsB: x.charsB + times * y.charsB,
    chars: x.chars + times * y.chars,
  };
}

interface SameKeys {
  readonly pairs: number;
  readonly restA: LabelledSpan[];
  readonly restB: LabelledSpan[];
}

/** Pairs spans of equal keys; one that stands twice needs two partners. */
function sameKeys(
  a: readonly LabelledSpan[],
  b: readonly LabelledSpan[],
  key: (span: LabelledSpan) => string,
): SameKeys {
  const open = new Map<string, number>();
  for (const span of b) open.set(key(span), (open.get(key(span)) ?? 0) + 1);
  const restA = a.filter((span) => {
    const left = open.get(key(span)) ?? 0;
    open.set(key(span), left - 1);
    return left <= 0;
  });
  const taken = new Map<string, number>();
  for (const span of a) taken.set(key(span), (taken.get(key(span)) ?? 0) + 1);
  const restB = b.filter((span) => {
    const left = taken.get(key(span)) ?? 0;
    taken.set(key(span), left - 1);
    return left <= 0;
  });
  return { pairs: a.length - restA.length, restA, restB };
}

function pairs(partners: Int32Array): number {
  return partners.reduce((sum, partner) => (partner === -1 ? sum : sum + 1), 0);
}

/** Labelled characters of each, and of both, label by label; one that bears a label twice counts once. */
function characters(a: readonly LabelledSpan[], b: readonly LabelledSpan[]): [number, number, number] {
  const labels = new Set([...a, ...b].map((span) => span.label));
  const sums: [number, number, number] = [0, 0, 0];
  for (const label of labels) {
    const [mine, theirs] = [stretches(a, label), stretches(b, label)];
    sums[0] += lengthOf(mine);
    sums[1] += lengthOf(theirs);
    sums[2] += lengthOf(mine) + lengthOf(theirs) - lengthOf(union([...mine, ...theirs]));
  }
  return sums;
}

/** From `start` to before `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

function stretches(spans: readonly LabelledSpan[], label: string): Stretch[] {
  return union(spans.filter((span) => span.label === label).flatMap(piecesOf));
}

/** The stretches that are in any of some, in order, each once. */
export function union(spans: readonly Stretch[]): Stretch[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((x, y) => x.start - y.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

function lengthOf(spans: readonly Stretch[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
