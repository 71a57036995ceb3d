import { locate } from '../core/annotations/locate.ts';
import type { FindingReview, SpanAnnotation } from '../core/annotations/model.ts';
import type { Finding } from '../core/checks/finding.ts';
import { contains, overlaps, type TextRange } from '../core/text/range.ts';
import type { Article } from './articles.ts';
import type { Layer } from './sidecars.ts';

/** A span annotation at its place in the article as it is now. */
export interface PlacedSpan {
  readonly annotation: SpanAnnotation;
  readonly layer: Layer;
  /** UTF-16 units of the article. */
  readonly range: TextRange;
  /** kept and moved are certain; review is a guess that somebody should look at. */
  readonly status: 'kept' | 'moved' | 'review';
}

/** Annotations whose words are nowhere in the article any more: listed, never dropped. */
export interface LostSpan {
  readonly annotation: SpanAnnotation;
  readonly layer: Layer;
}

export interface ArticleAnnotations {
  /** In text order, outer before inner. */
  readonly placed: readonly PlacedSpan[];
  readonly lost: readonly LostSpan[];
}

/** Where the span annotations of all layers stand in the article. */
export function placeAnnotations(article: Article, layers: readonly Layer[]): ArticleAnnotations {
  const placed: PlacedSpan[] = [];
  const lost: LostSpan[] = [];
  for (const layer of layers) {
    for (const { annotation } of layer.sidecar?.annotations ?? []) {
      if (annotation.kind !== 'span') continue;
      const found = locate(annotation, article);
      if (found.range && found.status !== 'orphan') {
        placed.push({ annotation, layer, range: found.range, status: found.status });
      } else {
        lost.push({ annotation, layer });
      }
    }
  }
  placed.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  return { placed, lost };
}

/** The innermost of the spans that hold `range` (an empty range touches the spans at either side). */
export function innermost(spans: readonly PlacedSpan[], range: TextRange): PlacedSpan | undefined {
  return spansAt(spans, range).at(0);
}

/** The spans that hold `range`, innermost first. */
export function spansAt(spans: readonly PlacedSpan[], range: TextRange): PlacedSpan[] {
  return spans
    .filter((s) => contains(s.range, range))
    .sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start));
}

/** The findings that nobody has dismissed in any layer. */
export function undismissed(
  findings: readonly Finding[],
  article: Article,
  layers: readonly Layer[],
): Finding[] {
  const dismissed = layers.flatMap((layer) =>
    (layer.sidecar?.annotations ?? []).flatMap(({ annotation }) =>
      annotation.kind === 'review' && annotation.verdict === 'dismissed'
        ? dismissal(annotation, article)
        : [],
    ),
  );
  if (dismissed.length === 0) return [...findings];
  return findings.filter((f) => !dismissed.some((d) => d.rule === f.rule && overlaps(d.range, f)));
}

function dismissal(review: FindingReview, article: Article): { rule: string; range: TextRange }[] {
  const { range, status } = locate(review, article);
  return range && status !== 'orphan' ? [{ rule: review.rule, range }] : [];
}
