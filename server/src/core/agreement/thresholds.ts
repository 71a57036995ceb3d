import type { JudgedFigure } from './corpus/bootstrap.ts';
import { measuredValue } from './measured.ts';

/** A figure that a threshold speaks of. */
export interface GatedFigure {
  readonly figure: JudgedFigure;
  /** The least value that is accepted. */
  readonly least: number;
}

export interface Gate {
  /** Below the threshold. */
  readonly missed: readonly GatedFigure[];
  /** Without a value: whether they would be enough nobody can tell. */
  readonly undefined: readonly GatedFigure[];
}

/**
 * Which figures miss their thresholds. A threshold holds for everything that its measure is measured on: `kappa` for
 * the labels of spans, for each document label and each label of sentences. A value is compared as it is, whatever its
 * interval; one that is undefined is told, and misses nothing.
 */
export function gate(figures: readonly JudgedFigure[], thresholds: ReadonlyMap<string, number>): Gate {
  const gated = figures.flatMap((figure) => {
    const least = thresholds.get(figure.measure);
    // Figures of one label rest on less; only of a measure that has no others they are gated.
    const whole = figure.label === undefined || figure.measure === 'kuAlpha';
    return least === undefined || !whole ? [] : [{ figure, least }];
  });
  return {
    missed: gated.filter(({ figure, least }) => (measuredValue(figure.measured) ?? least) < least),
    undefined: gated.filter(({ figure }) => measuredValue(figure.measured) === undefined),
  };
}
