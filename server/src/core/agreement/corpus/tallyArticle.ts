import { coincidences } from '../coding/krippendorff.ts';
import { pairsOf, type RatingRow, valueCounts } from '../coding/ratings.ts';
import { type SpanTally, tallySpans } from '../spans/f1.ts';
import { type LabelledSpan, piecesOf } from '../spans/span.ts';
import { tallyUnits } from '../unitizing/tally.ts';
import type { CoderLayer, ComparedArticle, Subject } from './comparedArticle.ts';
import type { Feature } from './features.ts';
import { labelItems } from './spanItems.ts';

/** The place of the tally over all labels among those by label. No label is empty. */
export const ALL_LABELS = '';

/**
 * Everything that the measures need of one article, as numbers that add up over articles:
 * `span, label, field` matches of spans over all pairs of people · `length, c, k`, `square, c` and `shared, c` the
 * tally of the unitizing alphas · `pair, subject, a, b, value, value` tables of pairs · `coincidence, subject, c, k` ·
 * `full, subject, items|pairs` and `given, subject, value` of items that everybody judged · `raw, subject, items|sum`.
 * `coders`: who is compared where; items count as judged by everybody where all of them did.
 */
export function* tallyArticle(article: ComparedArticle, coders: readonly string[]): Iterable<Feature> {
  const layers = article.layers.filter(({ annotator }) => coders.includes(annotator));
  if (layers.length < 2) return;
  yield* spanFeatures(layers);
  yield* unitFeatures(layers, article.length);
  yield* itemFeatures('labels', layers, layers.map(labelItems), coders);
  const subjects = new Set(layers.flatMap(({ items }) => [...items.keys()]));
  for (const subject of subjects) {
    const values = layers.map(({ items }) => items.get(subject) ?? new Map<string, string>());
    yield* itemFeatures(subject, layers, values, coders);
  }
}

function* spanFeatures(layers: readonly CoderLayer[]): Iterable<Feature> {
  for (const [first, second] of pairsOf(layers.length)) {
    const [a, b] = [layers[first]?.spans ?? [], layers[second]?.spans ?? []];
    yield* tallyFeatures(ALL_LABELS, tallySpans(a, b));
    const [ofA, ofB] = [byLabel(a), byLabel(b)];
    for (const label of new Set([...ofA.keys(), ...ofB.keys()]))
      yield* tallyFeatures(label, tallySpans(ofA.get(label) ?? [], ofB.get(label) ?? []));
  }
}

function byLabel(spans: readonly LabelledSpan[]): Map<string, LabelledSpan[]> {
  const groups = new Map<string, LabelledSpan[]>();
  for (const span of spans) {
    const group = groups.get(span.label);
    if (group) group.push(span);
    else groups.set(span.label, [span]);
  }
  return groups;
}

function* tallyFeatures(label: string, tally: SpanTally): Iterable<Feature> {
  for (const [field, value] of Object.entries(tally))
    if (value !== 0) yield { key: ['span', label, field], value };
}

function* unitFeatures(layers: readonly CoderLayer[], length: number): Iterable<Feature> {
  const units = layers.flatMap(({ spans }, coder) =>
    spans.flatMap((span) =>
      piecesOf(span).map(({ start, end }) => ({ coder, start, end, label: span.label })),
    ),
  );
  const tally = tallyUnits({ coders: layers.length, length, units });
  for (const [c, row] of tally.lengths) for (const [k, value] of row) yield { key: ['length', c, k], value };
  for (const [c, value] of tally.squares) yield { key: ['square', c], value };
  for (const [c, value] of tally.sharedSquares) yield { key: ['shared', c], value };
}

function* itemFeatures(
  subject: Subject,
  layers: readonly CoderLayer[],
  values: readonly ReadonlyMap<string, string>[],
  coders: readonly string[],
): Iterable<Feature> {
  const rows = rowsOf(values).filter((row) => row.values.filter((v) => v !== undefined).length > 1);
  for (const row of rows) {
    yield* pairFeatures(subject, layers, row);
    let agreeing = 0;
    let given = 0;
    const counts = valueCounts(row.values);
    for (const n of counts.values()) {
      agreeing += n * (n - 1);
      given += n;
    }
    yield { key: ['raw', subject, 'items'], value: 1 };
    yield { key: ['raw', subject, 'sum'], value: agreeing / (given * (given - 1)) };
    if (given < coders.length) continue;
    yield { key: ['full', subject, 'items'], value: 1 };
    yield { key: ['full', subject, 'pairs'], value: agreeing };
    for (const [value, n] of counts) yield { key: ['given', subject, String(value)], value: n };
  }
  for (const [c, row] of coincidences({ coders: layers.length, rows }))
    for (const [k, value] of row) yield { key: ['coincidence', subject, String(c), String(k)], value };
}

function* pairFeatures(
  subject: Subject,
  layers: readonly CoderLayer[],
  { values }: RatingRow,
): Iterable<Feature> {
  for (const [first, second] of pairsOf(layers.length)) {
    const [a, b] = [values[first], values[second]];
    if (a === undefined || b === undefined) continue;
    const names = [layers[first]?.annotator ?? '', layers[second]?.annotator ?? ''];
    yield { key: ['pair', subject, ...names, String(a), String(b)], value: 1 };
  }
}

function rowsOf(values: readonly ReadonlyMap<string, string>[]): RatingRow[] {
  const items = new Set(values.flatMap((of) => [...of.keys()]));
  return [...items].map((item) => ({ count: 1, values: values.map((of) => of.get(item)) }));
}
