import { SeededRandom } from '../../statistics/seededRandom.ts';
import type { Steps } from '../../steps.ts';
import { measuredValue } from '../measured.ts';
import type { Features } from './features.ts';
import type { Figure } from './figures.ts';
import { readSums, type Sums } from './sums.ts';

/** An interval that holds the true value in 95 of 100 corpora like this one. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A figure with its interval; undefined where too few articles were compared to tell, or the figure has no value. */
export interface JudgedFigure extends Figure {
  readonly interval: Interval | undefined;
}

/** So many corpora are drawn: enough for the 2.5th percentile (Efron & Tibshirani 1993, section 13.3). */
const DRAWS = 1000;
/** Of fewer articles the draws hardly differ, and the interval would say more than anybody can know. */
const LEAST_ARTICLES = 5;
/** An interval over draws most of which have no value would be one over something else. */
const LEAST_DEFINED = 0.95;

/**
 * The figures with percentile bootstrap intervals at 95 % (Efron 1979; Efron & Tibshirani 1993, chapter 13): articles
 * are drawn with replacement, since what stands in one article is not independent, and every figure is computed anew
 * from each draw. The same seed gives the same intervals.
 */
export function* withIntervals(
  features: Features,
  coders: number,
  compute: (sums: Sums) => readonly Figure[],
  { draws = DRAWS, seed = 1 }: { readonly draws?: number; readonly seed?: number } = {},
): Steps<JudgedFigure[]> {
  const read = (times?: Uint32Array) => compute(readSums(features.keys, features.sums(times), coders));
  const made = read();
  if (features.drawable < LEAST_ARTICLES) return made.map((figure) => ({ ...figure, interval: undefined }));
  const random = new SeededRandom(seed);
  const drawn = new Map<string, number[]>();
  for (let draw = 0; draw < draws; draw++) {
    const times = new Uint32Array(features.drawable);
    for (let i = 0; i < times.length; i++) {
      const at = random.below(times.length);
      times[at] = (times[at] ?? 0) + 1;
    }
    for (const figure of read(times)) {
      const value = measuredValue(figure.measured);
      if (value === undefined) continue;
      const name = nameOf(figure);
      const values = drawn.get(name);
      if (values) values.push(value);
      else drawn.set(name, [value]);
    }
    yield;
  }
  return made.map((figure) => ({
    ...figure,
    interval:
      measuredValue(figure.measured) === undefined
        ? undefined
        : percentiles(drawn.get(nameOf(figure)) ?? [], draws),
  }));
}

function nameOf({ subject, measure, label = '' }: Figure): string {
  return JSON.stringify([subject, measure, label]);
}

function percentiles(values: number[], draws: number): Interval | undefined {
  if (values.length < LEAST_DEFINED * draws) return undefined;
  const sorted = values.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}
