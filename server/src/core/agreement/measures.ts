import { type Message, msg } from '../message.ts';
import type { SpanMatch } from './spans/f1.ts';

/** A measure that people can ask for, by the name that the command line and the project file know. */
export interface Measure {
  readonly name: string;
  readonly title: Message;
  /** What it measures: spans, or what was said of given items. */
  readonly of: 'spans' | 'items';
}

const SPAN_MEASURES = [
  { name: 'f1', title: msg('F1, same boundaries and label') },
  { name: 'boundary', title: msg('F1, same boundaries') },
  { name: 'overlap', title: msg('F1, same label and overlap') },
  { name: 'partial', title: msg('F1, overlap counts half') },
  { name: 'chars', title: msg('F1, characters') },
  { name: 'uAlpha', title: msg('Unitizing α (uα)') },
  { name: 'binaryAlpha', title: msg('Unitizing α, marked or not (|uα)') },
  { name: 'cuAlpha', title: msg('Unitizing α, labels of what both marked (cuα)') },
  { name: 'kuAlpha', title: msg('Unitizing α, one label against the others ((k)uα)') },
  { name: 'gamma', title: msg('Gamma (γ)') },
] as const;

const ITEM_MEASURES = [
  { name: 'raw', title: msg('Raw agreement') },
  { name: 'kappa', title: msg('Cohen’s κ') },
  { name: 'pi', title: msg('Scott’s π') },
  { name: 'ac1', title: msg('Gwet’s AC1') },
  { name: 'fleiss', title: msg('Fleiss’ κ') },
  { name: 'alpha', title: msg('Krippendorff’s α') },
] as const;

export type SpanMeasure = (typeof SPAN_MEASURES)[number]['name'];
export type ItemMeasure = (typeof ITEM_MEASURES)[number]['name'];
export type MeasureName = SpanMeasure | ItemMeasure;

/** Every measure, in the order in which they are shown. */
export const MEASURES: readonly (Measure & { readonly name: MeasureName })[] = [
  ...SPAN_MEASURES.map((m) => ({ ...m, of: 'spans' as const })),
  ...ITEM_MEASURES.map((m) => ({ ...m, of: 'items' as const })),
];

/** The names that `--measure`, `--fail-under` and the project file take. */
export const MEASURE_NAMES: readonly MeasureName[] = MEASURES.map(({ name }) => name);

/** The F1 measures with the matches that they count. */
export const MATCH_OF: ReadonlyMap<string, SpanMatch> = new Map([
  ['f1', 'strict'],
  ['boundary', 'boundary'],
  ['overlap', 'overlap'],
  ['partial', 'partial'],
  ['chars', 'chars'],
]);

/** True where a name is that of a measure. */
export function isMeasure(name: string): name is MeasureName {
  return (MEASURE_NAMES as readonly string[]).includes(name);
}
