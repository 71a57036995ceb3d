import { cohenKappa, orderDistance, weightedKappa } from '../../server/src/core/agreement/coding/cohen.ts';
import {
  interval,
  type Metric,
  nominal,
  ordinal,
  ratio,
} from '../../server/src/core/agreement/coding/distances.ts';
import { fleissKappa, gwetAC1, randolphKappa } from '../../server/src/core/agreement/coding/fleiss.ts';
import { krippendorffAlpha } from '../../server/src/core/agreement/coding/krippendorff.ts';
import { observedAgreement } from '../../server/src/core/agreement/coding/observed.ts';
import { hubertKappa, lightKappa } from '../../server/src/core/agreement/coding/pairwise.ts';
import {
  marginals,
  pairTable,
  type Ratings,
  type Value,
} from '../../server/src/core/agreement/coding/ratings.ts';
import { bennettS, scottPi } from '../../server/src/core/agreement/coding/scott.ts';
import { bestAlignment } from '../../server/src/core/agreement/gamma/bestAlignment.ts';
import { positionalDissimilarity } from '../../server/src/core/agreement/gamma/dissimilarity.ts';
import { gamma } from '../../server/src/core/agreement/gamma/gamma.ts';
import { type Coefficient, type Measured, measuredValue } from '../../server/src/core/agreement/measured.ts';
import {
  addSpans,
  f1,
  NO_SPANS,
  type SpanMatch,
  tallySpans,
} from '../../server/src/core/agreement/spans/f1.ts';
import {
  binaryAlpha,
  coverage,
  cuAlpha,
  kuAlpha,
  uAlpha,
} from '../../server/src/core/agreement/unitizing/alpha2016.ts';
import { alphaU } from '../../server/src/core/agreement/unitizing/alphaU.ts';
import { tallyUnits } from '../../server/src/core/agreement/unitizing/tally.ts';
import type { Unit } from '../../server/src/core/agreement/unitizing/unit.ts';
import { finish } from '../../server/src/core/steps.ts';

type Row = [number, (Value | null)[]];
type UnitRow = [number, number, number, string];

/** Input with published values: of measures by name, null where a measure is undefined. */
export interface Vector {
  readonly id: string;
  readonly kind: 'coding' | 'unitizing1995' | 'unitizing2016' | 'spans' | 'gamma' | 'gammaPos';
  readonly input: {
    readonly rows?: readonly Row[];
    readonly cats?: readonly Value[];
    readonly coders?: number;
    readonly begin?: number;
    readonly length?: number;
    readonly units?: readonly UnitRow[];
    readonly a?: readonly UnitRow[];
    readonly b?: readonly UnitRow[];
    readonly params?: { readonly alpha: number; readonly beta: number; readonly deltaEmpty: number };
    readonly samples?: readonly (readonly UnitRow[])[];
    readonly deltaEmpty?: number;
    readonly pairs?: readonly [number, number, number, number][];
  };
  readonly expect: Readonly<Record<string, { value: number | number[] | null; tol: number }>>;
  readonly source: string;
  readonly peers?: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
}

/** What our measure of that name gives for a vector: a number, several, or null where it is undefined. */
export function measure(vector: Vector, name: string): number | number[] | null {
  switch (vector.kind) {
    case 'coding':
      return ofRatings(vector, name);
    case 'unitizing1995':
      return ofAlphaU(vector, name);
    case 'unitizing2016':
      return ofUnits(vector, name);
    case 'spans':
      return ofSpans(vector, name);
    case 'gamma':
      return ofGamma(vector, name);
    case 'gammaPos':
      return (vector.input.pairs ?? []).map(([s, e, s2, e2]) =>
        positionalDissimilarity({ start: s, end: e }, { start: s2, end: e2 }, vector.input.deltaEmpty),
      );
  }
}

/** The metric of Artstein & Poesio's example: half as far from `Chck` as from anything else. */
const check: Metric = () => (a, b) => (a === b ? 0 : a === 'Chck' || b === 'Chck' ? 0.5 : 1);

function ratingsOf({ input }: Vector): Ratings {
  const rows = (input.rows ?? []).map(([count, values]) => ({
    count,
    values: values.map((value) => value ?? undefined),
  }));
  return { coders: rows[0]?.values.length ?? 0, rows };
}

function ofRatings(vector: Vector, name: string): number | null {
  const ratings = ratingsOf(vector);
  const table = pairTable(ratings, 0, 1);
  const { categories } = marginals(table);
  const order = vector.input.cats ?? categories.toSorted((a, b) => Number(a) - Number(b));
  const coefficients: Record<string, () => Coefficient> = {
    cohenKappa: () => cohenKappa(table),
    scottPi: () => scottPi(table),
    bennettS: () => bennettS(table),
    weightedKappaLinear: () => weightedKappa(table, orderDistance(order, 1)),
    weightedKappaQuadratic: () => weightedKappa(table, orderDistance(order, 2)),
    'weightedKappa:chck': () => weightedKappa(table, check(new Map())),
    fleissKappa: () => fleissKappa(ratings),
    randolphKappa: () => randolphKappa(ratings),
    ac1: () => gwetAC1(ratings),
    lightKappa: () => lightKappa(ratings),
    hubertKappa: () => hubertKappa(ratings),
    alphaNominal: () => krippendorffAlpha(ratings, nominal),
    alphaOrdinal: () => krippendorffAlpha(ratings, ordinal),
    alphaInterval: () => krippendorffAlpha(ratings, interval),
    alphaRatio: () => krippendorffAlpha(ratings, ratio),
    'alpha:chck': () => krippendorffAlpha(ratings, check),
  };
  const parts: Record<string, () => number | undefined> = {
    observed: () => measuredValue(observedAgreement(ratings)),
    expectedKappa: () => cohenKappa(table).expected,
    expectedPi: () => scottPi(table).expected,
    fleissObserved: () => fleissKappa(ratings).observed,
    fleissExpected: () => fleissKappa(ratings).expected,
    Do: () => krippendorffAlpha(ratings).observed,
    De: () => krippendorffAlpha(ratings).expected,
  };
  const coefficient = coefficients[name];
  if (coefficient) return number(coefficient().measured);
  const part = parts[name];
  if (!part) throw new Error(`no measure ${name}`);
  return part() ?? null;
}

function unitsOf(rows: readonly UnitRow[] = []): Unit[] {
  return rows.map(([coder, start, end, label]) => ({ coder, start, end, label }));
}

function continuumOf({ input: { coders = 2, length = 0, units } }: Vector) {
  return { coders, length, units: unitsOf(units) };
}

function ofAlphaU(vector: Vector, name: string): number | null {
  const result = alphaU(continuumOf(vector), vector.input.begin);
  if (name === 'alphaU') return number(result.measured);
  const [, label, part] = name.split('.');
  const found = result.labels.find((l) => l.label === label);
  if (!found) throw new Error(`no label ${label}`);
  return part === 'Do' ? found.observed : part === 'De' ? found.expected : number(found.alpha);
}

function ofUnits(vector: Vector, name: string): number | null {
  const tally = tallyUnits(continuumOf(vector));
  const [measureName, label = ''] = name.split('.');
  switch (measureName) {
    case 'uAlpha':
      return number(uAlpha(tally).measured);
    case 'binaryU':
      return number(binaryAlpha(tally).measured);
    case 'cuAlpha':
      return number(cuAlpha(tally).measured);
    case 'kuAlpha':
      return number(kuAlpha(tally, label).measured);
    case 'coverage':
      return number(coverage(tally));
    default:
      throw new Error(`no measure ${name}`);
  }
}

const MATCHES: Readonly<Record<string, SpanMatch>> = {
  strictF1: 'strict',
  exactBoundaryF1: 'boundary',
  overlapF1: 'overlap',
  partialHalfF1: 'partial',
  charF1: 'chars',
};

function ofSpans({ input: { a = [], b = [] } }: Vector, name: string): number | null {
  const match = MATCHES[name];
  if (!match) throw new Error(`no measure ${name}`);
  const texts = new Set([...a, ...b].map(([text]) => text));
  const tallies = [...texts].map((text) =>
    tallySpans(unitsOf(a.filter(([t]) => t === text)), unitsOf(b.filter(([t]) => t === text))),
  );
  return number(
    f1(
      tallies.reduce((sum, tally) => addSpans(sum, tally), NO_SPANS),
      match,
    ),
  );
}

function ofGamma(vector: Vector, name: string): number | number[] | null {
  const { coders = 2, params, samples } = vector.input;
  if (!params) throw new Error('no weights');
  const disorder = (units: readonly UnitRow[] = []) => {
    const best = bestAlignment(unitsOf(units), coders, params);
    if (!best.optimal) throw new Error('not proved to be the best');
    return best.disorder;
  };
  switch (name) {
    case 'disorder':
      return disorder(vector.input.units);
    case 'sampleDisorders':
      return (samples ?? []).map(disorder);
    case 'gammaApprox':
      return number(finish(gamma(continuumOf(vector), { weights: params, seed: 7 })).measured);
    default:
      throw new Error(`no measure ${name}`);
  }
}

function number(measured: Measured): number | null {
  return measuredValue(measured) ?? null;
}
