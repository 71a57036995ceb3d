import { type Measured, NOTHING_MARKED } from '../measured.ts';
import { type Continuum, type Segment, withGaps } from './unit.ts';

/** Disagreement about where the units of one label are. */
export interface LabelDisagreement {
  readonly label: string;
  readonly observed: number;
  readonly expected: number;
  readonly alpha: Measured;
}

export interface AlphaU {
  /** Over all labels: 1 − Σ observed / Σ expected. */
  readonly measured: Measured;
  readonly labels: readonly LabelDisagreement[];
}

/**
 * Krippendorff's α_U of 1995 (“On the reliability of unitizing continuous data”, eq. 4–8; 2004, chapter 11.6), which
 * judges where units begin and end, label by label. `begin`: the first position. The sums hold third powers of lengths
 * and are computed in whole numbers without limit, so that no length is too long to be exact.
 */
export function alphaU({ coders, length, units }: Continuum, begin = 0): AlphaU {
  const real = units.filter((unit) => unit.end > unit.start);
  const names = [...new Set(real.map((unit) => unit.label))].sort();
  const labels = names.map((label) => {
    const segments = Array.from({ length: coders }, (_, coder) => {
      const own = real.filter((unit) => unit.coder === coder && unit.label === label);
      return withGaps(apart(own), begin, begin + length);
    });
    const observed = observedDisagreement(segments, length);
    const expected = expectedDisagreement(segments, length);
    return { label, observed, expected, alpha: oneMinus(observed, expected) };
  });
  const sum = (pick: (label: LabelDisagreement) => number) => labels.reduce((s, l) => s + pick(l), 0);
  const measured = oneMinus(
    sum((l) => l.observed),
    sum((l) => l.expected),
  );
  return { measured, labels };
}

function oneMinus(observed: number, expected: number): Measured {
  return expected > 0 ? { value: 1 - observed / expected } : NOTHING_MARKED;
}

/** In order; what overlaps within one label and coder is one unit. */
function apart(units: readonly { start: number; end: number; label: string }[]): Segment[] {
  const merged: { start: number; end: number; label: string }[] = [];
  for (const unit of units.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && unit.start < last.end) last.end = Math.max(last.end, unit.end);
    else merged.push({ ...unit });
  }
  return merged;
}

/** D_o of eq. 5: squared differences of what overlaps, squared lengths of units that lie in a gap, per m(m−1)L². */
function observedDisagreement(segments: readonly (readonly Segment[])[], length: number): number {
  let sum = 0n;
  for (const [i, mine] of segments.entries()) {
    for (const theirs of segments.slice(i + 1)) {
      let from = 0;
      for (const a of mine) {
        while ((theirs[from]?.end ?? Number.POSITIVE_INFINITY) <= a.start) from++;
        for (let at = from, b = theirs[at]; b && b.start < a.end; b = theirs[++at]) sum += difference(a, b);
      }
    }
  }
  // Each pair of coders counts in both directions.
  return divide(2n * sum, BigInt(segments.length) * BigInt(segments.length - 1) * BigInt(length) ** 2n);
}

/** δ² of eq. 4, of two segments that overlap. */
function difference(a: Segment, b: Segment): bigint {
  if (a.label !== undefined && b.label !== undefined)
    return BigInt(a.start - b.start) ** 2n + BigInt(a.end - b.end) ** 2n;
  if (a.label !== undefined && b.start <= a.start && a.end <= b.end) return BigInt(a.end - a.start) ** 2n;
  if (b.label !== undefined && a.start <= b.start && b.end <= a.end) return BigInt(b.end - b.start) ** 2n;
  return 0n;
}

/** D_e of eq. 7, all units being thrown over the continuum by chance. */
function expectedDisagreement(segments: readonly (readonly Segment[])[], length: number): number {
  const all = segments.flat();
  const lengths = (label: boolean) =>
    all.filter((s) => (s.label !== undefined) === label).map((s) => s.end - s.start);
  const units = lengths(true);
  const gaps = lengths(false).sort((a, b) => b - a);
  const total = BigInt(segments.length) * BigInt(length);
  // Multiplied by 3, so that it stays whole.
  let sum = 0n;
  let below = total * (total - 1n);
  for (const n of units) {
    const l = BigInt(n);
    let room = 0n;
    for (const gap of gaps) {
      if (gap < n) break;
      room += BigInt(gap) - l + 1n;
    }
    sum += BigInt(units.length - 1) * (2n * l ** 3n - 3n * l ** 2n + l) + 3n * l ** 2n * room;
    below -= l * (l - 1n);
  }
  return divide(2n * sum, 3n * BigInt(length) * below);
}

/** The quotient as the nearest double can be had from whole numbers of any size; 0 where nothing is divided. */
function divide(above: bigint, below: bigint): number {
  if (above === 0n || below <= 0n) return 0;
  const whole = above / below;
  const rest = ((above % below) * 10n ** 20n) / below;
  return Number(whole) + Number(rest) / 1e20;
}
