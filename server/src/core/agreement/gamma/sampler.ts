import type { SeededRandom } from '../../statistics/seededRandom.ts';
import type { Continuum, Unit } from '../unitizing/unit.ts';

/** What chance knows about a continuum: how many units, how long, how far apart, with which labels. */
export interface SamplerModel {
  readonly coders: number;
  readonly count: Spread;
  readonly length: Spread;
  /** From the end of a unit to the start of the next one of the same coder; negative where they overlap. */
  readonly gap: Spread;
  readonly labels: readonly string[];
}

interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

/** What a continuum's units have in common; the model of pygamma-agreement's statistical sampler (Titeux & Riad 2021). */
export function samplerModel({ coders, units }: Continuum): SamplerModel {
  const counts = new Array<number>(coders).fill(0);
  for (const { coder } of units) counts[coder] = (counts[coder] ?? 0) + 1;
  // With a gap of nothing in it, so that there is one where each coder has one unit.
  const gaps = [0];
  for (let coder = 0; coder < coders; coder++) {
    const own = units
      .filter((unit) => unit.coder === coder)
      .sort((a, b) => a.start - b.start || a.end - b.end);
    for (const [i, unit] of own.entries()) {
      const before = own[i - 1];
      if (before) gaps.push(unit.start - before.end);
    }
  }
  return {
    coders,
    count: spread(counts),
    length: spread(units.map((unit) => unit.end - unit.start)),
    gap: spread(gaps),
    labels: units.map((unit) => unit.label),
  };
}

/** A continuum as chance would make it after the model: each coder's number of units, gaps and lengths are normal. */
export function sampleUnits(
  { coders, count, length, gap, labels }: SamplerModel,
  random: SeededRandom,
): Unit[] {
  const units: Unit[] = [];
  for (let coder = 0; coder < coders; coder++) {
    const many = Math.abs(Math.trunc(random.normal(count.mean, count.deviation)));
    let at = 0;
    for (let i = 0; i < many; i++) {
      const start = at + random.normal(gap.mean, gap.deviation);
      const long = Math.abs(random.normal(length.mean, length.deviation));
      const end = start + (long > 0 ? long : length.mean);
      units.push({ coder, start, end, label: labels[random.below(labels.length)] ?? '' });
      at = end;
    }
  }
  return units;
}

function spread(numbers: readonly number[]): Spread {
  if (numbers.length === 0) return { mean: 0, deviation: 0 };
  const mean = numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
  const variance = numbers.reduce((sum, n) => sum + (n - mean) ** 2, 0) / numbers.length;
  return { mean, deviation: Math.sqrt(variance) };
}
