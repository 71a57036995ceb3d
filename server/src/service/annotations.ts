import type { SpanAnnotation } from '../core/annotations/model.ts';
import type { Finding } from '../core/checks/finding.ts';
import { contains, overlaps, type TextRange } from '../core/text/range.ts';
import type { AnchorPlace } from './anchorPlaces.ts';
import type { Article } from './articles.ts';
import type { Layer } from './sidecars.ts';

/** A span annotation at its place in the article as it is now. */
export interface PlacedSpan {
  readonly annotation: SpanAnnotation;
  readonly layer: Layer;
  /** UTF-16 units of the article. */
  readonly range: TextRange;
  /** kept and moved are certain; review is a guess that somebody should look at. */
  readonly status: AnchorPlace['status'];
}

/** Annotations whose words are nowhere in the article any more: listed, never dropped. */
export interface LostSpan {
  readonly annotation: SpanAnnotation;
  readonly layer: Layer;
}

/** A finding that somebody has dismissed, at its place. */
export interface Dismissal {
  readonly rule: string;
  readonly range: TextRange;
}

export interface ArticleAnnotations {
  /** In text order, outer before inner. */
  readonly placed: readonly PlacedSpan[];
  readonly lost: readonly LostSpan[];
  readonly dismissals: readonly Dismissal[];
}

/** Where the annotations of all layers stand in the article. */
export function placeAnnotations(article: Article, layers: readonly Layer[]): ArticleAnnotations {
  const placed: PlacedSpan[] = [];
  const lost: LostSpan[] = [];
  const dismissals: Dismissal[] = [];
  for (const layer of layers) {
    for (const { annotation } of layer.sidecar?.annotations ?? []) {
      if (annotation.kind !== 'span' && annotation.kind !== 'review') continue;
      const place = article.places.of(layer.uri, annotation.id, annotation, article);
      if (annotation.kind === 'span') {
        if (place) placed.push({ annotation, layer, ...place });
        else lost.push({ annotation, layer });
      } else if (place && annotation.verdict === 'dismissed') {
        dismissals.push({ rule: annotation.rule, range: place.range });
      }
    }
  }
  placed.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  return { placed, lost, dismissals };
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
export function undismissed(findings: readonly Finding[], dismissals: readonly Dismissal[]): Finding[] {
  if (dismissals.length === 0) return [...findings];
  return findings.filter((f) => !dismissals.some((d) => d.rule === f.rule && overlaps(d.range, f)));
}
