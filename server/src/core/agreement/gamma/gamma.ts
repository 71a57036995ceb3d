import { SeededRandom } from '../../statistics/seededRandom.ts';
import type { Steps } from '../../steps.ts';
import { belowChance, type Coefficient, NOTHING_MARKED, noCoefficient } from '../measured.ts';
import type { Continuum, Unit } from '../unitizing/unit.ts';
import { bestAlignment } from './bestAlignment.ts';
import { EVEN_WEIGHTS, type GammaWeights } from './dissimilarity.ts';
import { samplerModel, sampleUnits } from './sampler.ts';

export interface GammaOptions {
  readonly weights?: GammaWeights;
  /** How many continua chance makes; absent: 30, as many as the authors' own program begins with. */
  readonly samples?: number;
  readonly seed?: number;
}

export interface Gamma extends Coefficient {
  /** False where an alignment could not be proved to be the best. */
  readonly optimal: boolean;
}

/**
 * γ = 1 − disorder / expected disorder, of units that may overlap. Mathet, Widlöcher & Métivier 2015, “The unified and
 * holistic method gamma (γ) for inter-annotator agreement measure and alignment”, Computational Linguistics 41(3),
 * eq. 7. Chance is a sample of continua after `samplerModel`, the same for the same seed. Its observed and expected
 * values are disorders.
 */
export function* gamma(continuum: Continuum, options: GammaOptions = {}): Steps<Gamma> {
  const { weights = EVEN_WEIGHTS, samples = 30, seed = 1 } = options;
  const units = continuum.units.filter((unit) => unit.end > unit.start);
  if (units.length === 0) return { ...noCoefficient(NOTHING_MARKED), optimal: true };
  const model = samplerModel({ ...continuum, units });
  const random = new SeededRandom(seed);
  const made: Unit[][] = [];
  for (let tries = 0; made.length < samples && tries < 100 * samples; tries++) {
    const sample = sampleUnits(model, random);
    if (sample.length > 0) made.push(sample);
  }
  const { optimal, ...result } = yield* gammaOverSamples(continuum, made, weights);
  return { ...result, optimal };
}

/** γ with the mean disorder of given continua for what chance would make. */
export function* gammaOverSamples(
  { coders, units }: Continuum,
  samples: readonly (readonly Unit[])[],
  weights: GammaWeights = EVEN_WEIGHTS,
): Steps<Gamma> {
  const best = bestAlignment(units, coders, weights);
  let { optimal } = best;
  let sum = 0;
  for (const sample of samples) {
    yield;
    const chance = bestAlignment(sample, coders, weights);
    optimal &&= chance.optimal;
    sum += chance.disorder;
  }
  const expected = samples.length === 0 ? 0 : sum / samples.length;
  return { ...belowChance(best.disorder, expected, NOTHING_MARKED), optimal };
}
