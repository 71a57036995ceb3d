import type { Random } from './random.ts';

/** A share with the interval that it lies in with 95 % confidence; 0–1. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const Z = 1.959963984540054;

/**
 * Wilson's score interval for a share (E. B. Wilson 1927); unlike the normal one it is right for few cases and for
 * shares near 0 and 1. Without cases: the whole range.
 */
export function wilson(hits: number, cases: number): Interval {
  if (cases === 0) return { value: Number.NaN, low: 0, high: 1 };
  const p = hits / cases;
  const z2 = Z * Z;
  const middle = p + z2 / (2 * cases);
  const spread = Z * Math.sqrt((p * (1 - p)) / cases + z2 / (4 * cases * cases));
  const norm = 1 + z2 / cases;
  return {
    value: p,
    low: Math.max(0, (middle - spread) / norm),
    high: Math.min(1, (middle + spread) / norm),
  };
}

/** What was reported of what is damaged. */
export interface Counts {
  /** Damaged and reported. */
  readonly hit: number;
  /** Damaged and not reported. */
  readonly miss: number;
  /** Reported and not damaged. */
  readonly wrong: number;
}

export function total(all: readonly Counts[]): Counts {
  let [hit, miss, wrong] = [0, 0, 0];
  for (const one of all) {
    hit += one.hit;
    miss += one.miss;
    wrong += one.wrong;
  }
  return { hit, miss, wrong };
}

/** The harmonic mean of precision and recall, 0–1; not a number where there is nothing to find or to report. */
export function f1({ hit, miss, wrong }: Counts): number {
  return (2 * hit) / (2 * hit + miss + wrong);
}

export const precision = ({ hit, wrong }: Counts): Interval => wilson(hit, hit + wrong);
export const recall = ({ hit, miss }: Counts): Interval => wilson(hit, hit + miss);

/** F1 with the middle 95 % of 1,000 samples of the groups (articles), drawn with replacement. */
export function bootstrappedF1(groups: readonly Counts[], random: Random): Interval {
  const value = f1(total(groups));
  const samples: number[] = [];
  for (let i = 0; i < 1_000; i++) {
    samples.push(f1(total(groups.map((own) => groups[random.below(groups.length)] ?? own))));
  }
  samples.sort((a, b) => a - b);
  return { value, low: samples[25] ?? value, high: samples[974] ?? value };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** As a percentage with its interval: `98.5 (97.9–99.0)`. */
export function percent({ value, low, high }: Interval): string {
  return `${(100 * value).toFixed(1)} (${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)})`;
}
