import { cohenKappa } from '../coding/cohen.ts';
import { fleissOfItems, gwetOfItems } from '../coding/fleiss.ts';
import { alphaOf } from '../coding/krippendorff.ts';
import type { PairTable } from '../coding/ratings.ts';
import { scottPi } from '../coding/scott.ts';
import {
  belowChance,
  type Coefficient,
  type Measured,
  measuredValue,
  NOTHING_COMPARED,
  NOTHING_MARKED,
} from '../measured.ts';
import { MATCH_OF, type MeasureName } from '../measures.ts';
import { f1 } from '../spans/f1.ts';
import { binaryAlpha, cuAlpha, kuAlpha, uAlpha, valueAlpha } from '../unitizing/alpha2016.ts';
import { NO, NOT_GIVEN, type Subject } from './comparedArticle.ts';
import { oneLabel } from './oneLabel.ts';
import { hasLabel } from './spanItems.ts';
import type { ItemSums, Sums } from './sums.ts';
import { ALL_LABELS } from './tallyArticle.ts';

/** A value of a measure, with the raw agreement beside it and how much it rests on. */
export interface Figure {
  readonly subject: Subject;
  /** The label that it is about; undefined: all of them. */
  readonly label: string | undefined;
  readonly measure: MeasureName;
  readonly measured: Measured;
  /** The share on which people simply agree; undefined where the measure is such a share itself, or nothing compared. */
  readonly raw: number | undefined;
  /** Spans of both, or items. */
  readonly n: number;
}

/**
 * The figures of all labels together, for the measures asked for. Sentence and document labels that nobody gave are
 * left out.
 */
export function figures(sums: Sums, measures: ReadonlySet<MeasureName>): Figure[] {
  const used = [...sums.items].filter(([subject, items]) => subject !== 'labels' && isUsed(items));
  return [
    ...spanFigures(sums, ALL_LABELS, measures),
    ...itemFigures('labels', sums.items.get('labels') ?? NO_ITEMS, measures),
    ...used
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([subject, items]) => itemFigures(subject, items, measures)),
  ];
}

const NO_ITEMS: ItemSums = { pairs: [], coincidences: new Map(), full: undefined, items: 0, raw: 0 };

function isUsed({ coincidences }: ItemSums): boolean {
  return [...coincidences.keys()].some((value) => value !== NO && value !== NOT_GIVEN);
}

/** The figures of one label: its spans alone, and the label against all others as one. */
export function labelFigures(sums: Sums, label: string, measures: ReadonlySet<MeasureName>): Figure[] {
  const items = sums.items.get('labels');
  // Those that count items which everybody judged would have to be counted anew for each label.
  const ofLabels = new Set([...measures].filter((measure) => measure !== 'fleiss' && measure !== 'ac1'));
  return [
    ...spanFigures(sums, label, measures),
    ...itemFigures('labels', oneLabel(items ?? NO_ITEMS, label), ofLabels, label),
  ];
}

/** The labels of which there are spans, sorted. */
export function labelsIn({ spans }: Sums): string[] {
  return [...spans.keys()].filter((label) => label !== ALL_LABELS).sort();
}

function spanFigures(
  { spans, units, gamma }: Sums,
  label: string,
  measures: ReadonlySet<MeasureName>,
): Figure[] {
  const tally = spans.get(label);
  const n = (tally?.a ?? 0) + (tally?.b ?? 0);
  const made: Figure[] = [];
  const one = label !== ALL_LABELS;
  const about = one ? label : undefined;
  const add = (measure: MeasureName, measured: Measured, raw?: number) => {
    made.push({ subject: 'spans', label: about, measure, measured, raw, n });
  };
  for (const measure of measures) {
    const match = MATCH_OF.get(measure);
    // Of one label “same boundaries” and “same boundaries and label” are the same.
    if (match !== undefined && !(one && (measure === 'boundary' || measure === 'partial')))
      add(measure, tally ? f1(tally, match) : NOTHING_MARKED);
  }
  const alpha = (measure: MeasureName, compute: () => Coefficient) => {
    if (!measures.has(measure)) return;
    const { measured, observed } = compute();
    add(measure, measured, observed === undefined ? undefined : 1 - observed);
  };
  alpha('uAlpha', () => (one ? valueAlpha(units, (value) => hasLabel(value, label)) : uAlpha(units)));
  if (one) {
    alpha('kuAlpha', () => kuAlpha(units, label));
  } else {
    alpha('binaryAlpha', () => binaryAlpha(units));
    alpha('cuAlpha', () => cuAlpha(units));
    if (measures.has('gamma'))
      add(
        'gamma',
        gamma ? belowChance(gamma.observed, gamma.expected, NOTHING_MARKED).measured : NOTHING_MARKED,
      );
  }
  return made;
}

function itemFigures(
  subject: Subject,
  items: ItemSums,
  measures: ReadonlySet<MeasureName>,
  label?: string,
): Figure[] {
  const raw = items.items === 0 ? undefined : items.raw;
  const values: Partial<Record<MeasureName, () => Measured>> = {
    raw: () => (raw === undefined ? NOTHING_COMPARED : { value: raw }),
    kappa: () => meanOfPairs(items.pairs, cohenKappa),
    pi: () => meanOfPairs(items.pairs, scottPi),
    ac1: () => gwetOfItems(items.full).measured,
    fleiss: () => fleissOfItems(items.full).measured,
    alpha: () => alphaOf(items.coincidences).measured,
  };
  return [...measures].flatMap((measure) => {
    const value = values[measure];
    return value
      ? [
          {
            subject,
            label,
            measure,
            measured: value(),
            raw: measure === 'raw' ? undefined : raw,
            n: items.items,
          },
        ]
      : [];
  });
}

/** The mean over the pairs that have a value (Light 1971, where every pair has one); else why the first has none. */
function meanOfPairs(pairs: readonly PairTable[], measure: (table: PairTable) => Coefficient): Measured {
  const all = pairs.map((table) => measure(table).measured);
  const values = all.map(measuredValue).filter((value) => value !== undefined);
  if (values.length === 0) return all[0] ?? NOTHING_COMPARED;
  return { value: values.reduce((sum, value) => sum + value, 0) / values.length };
}
