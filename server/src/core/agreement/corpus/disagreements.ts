import { pairsOf } from '../coding/ratings.ts';
import { alignSpans, type SpanDifference } from '../spans/align.ts';
import type { LabelledSpan } from '../spans/span.ts';
import type { CoderLayer, ComparedArticle, Subject } from './comparedArticle.ts';

/** A place in an article of which two people say different things. */
export interface Disagreement {
  readonly a: string;
  readonly b: string;
  readonly kind: SpanDifference | 'value';
  readonly subject: Subject;
  /** What each of them has there. Of `value`: what each says of the item. */
  readonly ofA: LabelledSpan | undefined;
  readonly ofB: LabelledSpan | undefined;
  readonly item: string | undefined;
  readonly valueA: string | undefined;
  readonly valueB: string | undefined;
}

/** All disagreements of an article, pair by pair: spans in text order, then what was said of sentences and the whole. */
export function disagreementsIn({ layers }: ComparedArticle): Disagreement[] {
  return pairsOf(layers.length).flatMap(([first, second]) => {
    const [a, b] = [layers[first], layers[second]];
    return a && b ? [...aboutSpans(a, b), ...aboutItems(a, b)] : [];
  });
}

function aboutSpans(a: CoderLayer, b: CoderLayer): Disagreement[] {
  return alignSpans(a.spans, b.spans).flatMap((pair) =>
    pair.difference === undefined
      ? []
      : [
          {
            a: a.annotator,
            b: b.annotator,
            kind: pair.difference,
            subject: 'spans' as const,
            ofA: pair.a,
            ofB: pair.b,
            item: undefined,
            valueA: undefined,
            valueB: undefined,
          },
        ],
  );
}

function aboutItems(a: CoderLayer, b: CoderLayer): Disagreement[] {
  const found: Disagreement[] = [];
  for (const subject of new Set([...a.items.keys(), ...b.items.keys()])) {
    const [mine, theirs] = [a.items.get(subject), b.items.get(subject)];
    for (const item of new Set([...(mine?.keys() ?? []), ...(theirs?.keys() ?? [])])) {
      const [valueA, valueB] = [mine?.get(item), theirs?.get(item)];
      if (valueA === valueB || valueA === undefined || valueB === undefined) continue;
      found.push({
        a: a.annotator,
        b: b.annotator,
        kind: 'value',
        subject,
        ofA: undefined,
        ofB: undefined,
        item,
        valueA,
        valueB,
      });
    }
  }
  return found;
}
