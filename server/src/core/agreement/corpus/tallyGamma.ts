import type { Steps } from '../../steps.ts';
import { gamma } from '../gamma/gamma.ts';
import { piecesOf } from '../spans/span.ts';
import type { ComparedArticle } from './comparedArticle.ts';
import type { Feature } from './features.ts';

/**
 * What γ over several articles is made from: disorders, observed and by chance, each times the mean number of units per
 * person, so that an article weighs as much as it has units: `gamma, observed|expected|unproved`.
 */
export function* tallyGamma(article: ComparedArticle, coders: readonly string[]): Steps<Feature[]> {
  const layers = article.layers.filter(({ annotator }) => coders.includes(annotator));
  const units = layers.flatMap(({ spans }, coder) =>
    spans.flatMap((span) =>
      piecesOf(span).map(({ start, end }) => ({ coder, start, end, label: span.label })),
    ),
  );
  if (layers.length < 2 || units.length === 0) return [];
  const { observed, expected, optimal } = yield* gamma({
    coders: layers.length,
    length: article.length,
    units,
  });
  if (observed === undefined || expected === undefined) return [];
  const mean = units.length / layers.length;
  return [
    { key: ['gamma', 'observed'], value: mean * observed },
    { key: ['gamma', 'expected'], value: mean * expected },
    { key: ['gamma', 'unproved'], value: optimal ? 0 : 1 },
  ];
}
