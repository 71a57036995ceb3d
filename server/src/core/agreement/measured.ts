import { type Message, msg } from '../message.ts';

/** A value of a measure, or why there is none: never NaN, never an infinite number. */
export type Measured = { readonly value: number } | { readonly undefined: Message };

/** A coefficient that corrects for chance, with what it is made from. */
export interface Coefficient {
  readonly measured: Measured;
  /** The raw agreement (of the alphas: the observed disagreement); undefined where there is nothing to compare. */
  readonly observed: number | undefined;
  /** What chance alone would give, in the same sense. */
  readonly expected: number | undefined;
}

/** The number of a measure, or undefined where it has none. */
export function measuredValue(measured: Measured): number | undefined {
  return 'value' in measured ? measured.value : undefined;
}

export const NOTHING_COMPARED: Measured = {
  undefined: msg('There is nothing that two people both judged.'),
};

export const ONE_CATEGORY: Measured = {
  undefined: msg(
    'Everybody always said the same one thing, so chance alone would agree as well: there is nothing to correct for (0/0). Report the raw agreement.',
  ),
};

export const NOTHING_MARKED: Measured = { undefined: msg('Nobody marked anything.') };

/**
 * (observed − expected) / (1 − expected), the form that Cohen's κ, Scott's π, Bennett's S, Fleiss' κ and Gwet's AC1
 * share (Artstein & Poesio 2008, eq. 1). Where chance cannot disagree it is 0/0: `otherwise` says why.
 */
export function aboveChance(observed: number, expected: number, otherwise = ONE_CATEGORY): Coefficient {
  const room = 1 - expected;
  const measured = room <= ROUNDING ? otherwise : { value: (observed - expected) / room };
  return { measured, observed, expected };
}

/** 1 − observed/expected disagreement, the form of Krippendorff's alphas and of weighted κ. */
export function belowChance(observed: number, expected: number, otherwise = ONE_CATEGORY): Coefficient {
  const measured = expected <= 0 ? otherwise : { value: 1 - observed / expected };
  return { measured, observed, expected };
}

/** The coefficient of data that has none. */
export function noCoefficient(why: Measured): Coefficient {
  return { measured: why, observed: undefined, expected: undefined };
}

/** What sums of shares miss 1 by in doubles; the least true difference, of one item in ten million, is far above. */
const ROUNDING = 1e-14;
