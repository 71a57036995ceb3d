import { describe, expect, it } from 'vitest';
import { withIntervals } from '../../../../server/src/core/agreement/corpus/bootstrap.ts';
import type {
  CoderLayer,
  ComparedArticle,
} from '../../../../server/src/core/agreement/corpus/comparedArticle.ts';
import { Features } from '../../../../server/src/core/agreement/corpus/features.ts';
import { figures, labelFigures } from '../../../../server/src/core/agreement/corpus/figures.ts';
import { readSums, type Sums } from '../../../../server/src/core/agreement/corpus/sums.ts';
import { tallyArticle } from '../../../../server/src/core/agreement/corpus/tallyArticle.ts';
import { measuredValue } from '../../../../server/src/core/agreement/measured.ts';
import { MEASURE_NAMES, type MeasureName } from '../../../../server/src/core/agreement/measures.ts';
import { alignSpans } from '../../../../server/src/core/agreement/spans/align.ts';
import type { LabelledSpan } from '../../../../server/src/core/agreement/spans/span.ts';
import { gate } from '../../../../server/src/core/agreement/thresholds.ts';
import { finish } from '../../../../server/src/core/steps.ts';

const ALL = new Set(MEASURE_NAMES);

const span = (start: number, end: number, label: string): LabelledSpan => ({ start, end, label });
const layer = (annotator: string, ...spans: LabelledSpan[]): CoderLayer => ({
  annotator,
  spans,
  items: new Map(),
});
const article = (...layers: CoderLayer[]): ComparedArticle => ({ length: 100, layers });

function sumsOf(articles: readonly ComparedArticle[], coders: readonly string[]): Sums {
  const features = new Features();
  for (const one of articles) features.add(tallyArticle(one, coders));
  return readSums(features.keys, features.sums(), coders.length);
}

function value(sums: Sums, measure: MeasureName, subject = 'spans', label?: string): number | undefined {
  const all = label === undefined ? figures(sums, ALL) : labelFigures(sums, label, ALL);
  const found = all.find((figure) => figure.measure === measure && figure.subject === subject);
  return found && measuredValue(found.measured);
}

describe('figures over articles', () => {
  const first = article(
    layer('a', span(0, 5, 'PER'), span(10, 15, 'ORG')),
    layer('b', span(0, 5, 'PER'), span(10, 15, 'GPE')),
  );
  const second = article(
    layer('a', span(20, 30, 'PER')),
    layer('b', span(20, 30, 'PER'), span(40, 50, 'ORG')),
  );

  it('are those of the sums, not the mean of articles', () => {
    const sums = sumsOf([first, second], ['a', 'b']);
    expect(value(sums, 'f1')).toBeCloseTo(4 / 7, 12);
    expect(value(sums, 'raw', 'labels')).toBeCloseTo(2 / 3, 12);
    expect(value(sums, 'f1', 'spans', 'PER')).toBe(1);
    expect(value(sums, 'f1', 'spans', 'ORG')).toBe(0);
    expect(value(sums, 'kappa', 'labels', 'PER')).toBe(1);
    expect(value(sums, 'fleiss', 'labels', 'PER')).toBeUndefined();
  });

  it('of three people sum matches over pairs, and take items as missing where somebody has not done the article', () => {
    const three = article(...first.layers, layer('c', span(0, 5, 'PER'), span(10, 15, 'GPE')));
    const sums = sumsOf([three, second], ['a', 'b', 'c']);
    expect(value(sums, 'f1')).toBeCloseTo((2 * (1 + 1 + 2 + 1)) / (12 + 3), 12);
    expect(value(sums, 'raw', 'labels')).toBeCloseTo((1 + 1 / 3 + 1) / 3, 12);
    // Only the two stretches of the first article were judged by all three.
    expect(value(sums, 'fleiss', 'labels')).toBeCloseTo(
      (2 / 3 - 0.5 * 0.5 - (1 / 3) ** 2 - (1 / 6) ** 2) / (1 - 0.25 - 1 / 9 - 1 / 36),
      12,
    );
  });

  it('treat a stretch with two labels as one value, and give each of them the stretch', () => {
    const both = article(
      layer('a', span(0, 5, 'PER'), span(0, 5, 'ORG')),
      layer('b', span(0, 5, 'ORG'), span(0, 5, 'PER')),
    );
    const sums = sumsOf([both], ['a', 'b']);
    expect(value(sums, 'raw', 'labels')).toBe(1);
    expect(value(sums, 'uAlpha', 'spans', 'PER')).toBe(1);
  });

  it('of gaps compare the pieces', () => {
    const gapped = (from: number) => ({
      ...span(0, 20, 'PER'),
      parts: [
        { start: 0, end: 4 },
        { start: from, end: 20 },
      ],
    });
    const sums = sumsOf([article(layer('a', gapped(16)), layer('b', gapped(12)))], ['a', 'b']);
    expect(value(sums, 'f1')).toBe(0);
    expect(value(sums, 'overlap')).toBe(1);
    expect(value(sums, 'chars')).toBeCloseTo(16 / 20, 12);
  });

  it('of gaps take what lies in one for no overlap', () => {
    const gapped = { ...span(0, 20, 'PER'), parts: [span(0, 4, ''), span(16, 20, '')] };
    const within = span(6, 10, 'PER');
    const sums = sumsOf([article(layer('a', gapped), layer('b', within))], ['a', 'b']);
    expect(value(sums, 'overlap')).toBe(0);
    expect(value(sums, 'partial')).toBe(0);
    expect(alignSpans([gapped], [within]).map(({ difference }) => difference)).toEqual(['onlyA', 'onlyB']);
  });

  it('are the same for a corpus that is dealt out in groups', () => {
    const many = Array.from({ length: 2002 }, (_, i) => (i % 2 === 0 ? first : second));
    const features = new Features();
    for (const one of many) features.add(tallyArticle(one, ['a', 'b']));
    expect([features.articles, features.drawable]).toEqual([2002, 2000]);
    expect(value(readSums(features.keys, features.sums(), 2), 'f1')).toBeCloseTo(4 / 7, 12);
  });

  it('have an interval around the value, and a threshold looks at the value', () => {
    const features = new Features();
    for (let i = 0; i < 20; i++) features.add(tallyArticle(i % 2 === 0 ? first : second, ['a', 'b']));
    const judged = finish(
      withIntervals(features, 2, (sums) => figures(sums, new Set(['f1'])), { draws: 200 }),
    );
    const [f1] = judged;
    expect(f1?.interval?.low).toBeLessThan(4 / 7);
    expect(f1?.interval?.high).toBeGreaterThan(4 / 7);
    expect(gate(judged, new Map([['f1', 0.6]])).missed).toHaveLength(1);
    expect(gate(judged, new Map([['f1', 0.57]])).missed).toHaveLength(0);
  });
});

describe('which span stands for which', () => {
  it('takes what agrees most first', () => {
    const a = [
      span(0, 5, 'PER'),
      span(10, 20, 'ORG'),
      span(30, 35, 'LOC'),
      span(50, 60, 'PER'),
      span(80, 85, 'PER'),
    ];
    const b = [
      span(0, 5, 'PER'),
      span(0, 5, 'ORG'),
      span(10, 18, 'ORG'),
      span(30, 35, 'GPE'),
      span(55, 65, 'ORG'),
    ];
    expect(
      alignSpans(a, b).map(({ a: one, b: other, difference }) => [one?.start, other?.end, difference]),
    ).toEqual([
      [0, 5, undefined],
      [undefined, 5, 'onlyB'],
      [10, 18, 'boundary'],
      [30, 35, 'label'],
      [50, 65, 'labelAndBoundary'],
      [80, undefined, 'onlyA'],
    ]);
  });
});
