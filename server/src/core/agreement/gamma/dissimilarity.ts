import type { Unit } from '../unitizing/unit.ts';

/** What γ's dissimilarities weigh. */
export interface GammaWeights {
  /** Of where units are. */
  readonly alpha: number;
  /** Of which labels they bear. */
  readonly beta: number;
  /** Of a unit that has no counterpart. */
  readonly deltaEmpty: number;
}

/** The weights of Mathet et al. 2015: both count alike. */
export const EVEN_WEIGHTS: GammaWeights = { alpha: 1, beta: 1, deltaEmpty: 1 };

type Stretch = Pick<Unit, 'start' | 'end'>;

/**
 * How far apart two units are: ((|starts apart| + |ends apart|) / sum of lengths)² · Δ_∅. Mathet, Widlöcher & Métivier
 * 2015, “The unified and holistic method gamma (γ)”, eq. 3; it does not depend on the scale.
 */
export function positionalDissimilarity(a: Stretch, b: Stretch, deltaEmpty = 1): number {
  const apart = Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
  if (apart === 0) return 0;
  return (apart / (a.end - a.start + b.end - b.start)) ** 2 * deltaEmpty;
}

/** α·positional + β·categorical dissimilarity (2015, eq. 4 and 5), labels being the same or not. */
export function dissimilarity(a: Unit, b: Unit, { alpha, beta, deltaEmpty }: GammaWeights): number {
  const categorical = a.label === b.label ? 0 : deltaEmpty;
  return alpha * positionalDissimilarity(a, b, deltaEmpty) + beta * categorical;
}
