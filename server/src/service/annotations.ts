import { canonicalSlice } from '../core/annotations/create.ts';
import { hasSurroundings } from '../core/annotations/locate.ts';
import type { Anchor, SpanAnnotation } from '../core/annotations/model.ts';
import { refusedLabel } from '../core/suggestions/suggestion.ts';
import { contains, type TextRange } from '../core/text/range.ts';
import type { AnchorUse } from './anchoring/anchoring.ts';
import type { AnchorPlace } from './anchorPlaces.ts';
import type { Article } from './articles.ts';
import { type Refusal, Refusals } from './refusals.ts';
import type { Layer } from './sidecars.ts';
import { type Standing, type Standings, shownAnnotation } from './standings.ts';
import { type GivenVerdict, type PastVerdict, Verdicts } from './verdicts.ts';

/** A span annotation at its place in the article as it is now. */
export interface PlacedSpan {
  /** With other people's records applied. */
  readonly annotation: SpanAnnotation;
  readonly layer: Layer;
  /** UTF-16 units of the article. */
  readonly range: TextRange;
  /** kept and moved are certain; review is a guess that somebody should look at. */
  readonly status: AnchorPlace['status'];
  /** What people say about it, if anybody does: its owner's own version is `standing.annotation`. */
  readonly standing?: Standing;
}

/** True for a tag that somebody has said to be wrong, and nobody has contradicted: shown struck, until its owner acts. */
export function isStruck({ standing }: PlacedSpan | LostSpan): boolean {
  return standing !== undefined && standing.now === undefined;
}

/** A tag as its owner has it, without what others say. */
export function ownVersion({ annotation, standing }: PlacedSpan | LostSpan): SpanAnnotation {
  return standing?.annotation.kind === 'span' ? standing.annotation : annotation;
}

/** Annotations whose words are nowhere in the article any more: listed, never dropped. */
export interface LostSpan {
  readonly annotation: SpanAnnotation;
  readonly layer: Layer;
  /** Where its words or their surroundings were last, as far as that is known: a UTF-16 unit of the article. */
  readonly near?: number;
  readonly standing?: Standing;
}

export interface ArticleAnnotations {
  /** In text order, outer before inner. */
  readonly placed: readonly PlacedSpan[];
  readonly lost: readonly LostSpan[];
  /** What people say about the findings. */
  readonly verdicts: Verdicts;
  /** What people do not want to be suggested. */
  readonly refusals: Refusals;
  /** What people say about each other's annotations. */
  readonly standings: Standings;
}

/** Where the annotations of all layers stand in the article, with people's records applied. */
export function placeAnnotations(
  article: Article,
  layers: readonly Layer[],
  standings: Standings,
): ArticleAnnotations {
  const placed: PlacedSpan[] = [];
  const lost: LostSpan[] = [];
  const given: GivenVerdict[] = [];
  const past: PastVerdict[] = [];
  const refused: Refusal[] = [];
  for (const layer of layers) {
    for (const { annotation } of layer.sidecar?.annotations ?? []) {
      if (annotation.kind === 'articleReview') {
        const { id, rule, verdict, word } = annotation;
        const label = refusedLabel(rule);
        const about = { id, layer, ...(word === undefined ? {} : { word }) };
        if (label === undefined) given.push({ ...about, rule, verdict });
        else refused.push({ ...about, label });
        continue;
      }
      if (annotation.kind === 'span') {
        const standing = standings.of(annotation);
        const said = standing ? { standing } : {};
        const shown = shownAnnotation(annotation, standing);
        const place = article.places.of(layer.uri, annotation.id, shown, article);
        if (place) placed.push({ annotation: shown, layer, ...place, ...said });
        else lost.push({ annotation, layer, ...nearOf(article, layer, shown), ...said });
      }
      if (annotation.kind !== 'review') continue;
      const { id, rule, verdict, start, text } = annotation;
      const place = article.places.of(layer.uri, id, annotation, article);
      const range = place && !isStrayGuess(annotation, place, article) ? place.range : undefined;
      const label = refusedLabel(rule);
      if (label !== undefined) {
        // A suggestion that somebody confirmed is none that they refused; only other programs write such lines.
        if (range && verdict === 'dismissed') refused.push({ id, layer, label, range });
      } else if (range) given.push({ id, layer, rule, verdict, range });
      else past.push({ layer, rule, verdict, start, text });
    }
  }
  placed.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  const verdicts = new Verdicts(article.text, given, past);
  return { placed, lost, verdicts, refusals: new Refusals(article.text, refused), standings };
}

function nearOf({ places }: Article, layer: Layer, annotation: SpanAnnotation): { readonly near?: number } {
  const near = places.near(layer.uri, annotation.id, annotation);
  return near === undefined ? {} : { near };
}

/** All annotations of the layers that have a place, as `placeAnnotations` looks for them. */
export function anchorsOf(layers: readonly Layer[], standings: Standings): AnchorUse[] {
  return layers.flatMap(({ uri, sidecar }) =>
    (sidecar?.annotations ?? []).flatMap(({ annotation }): AnchorUse[] => {
      if (annotation.kind === 'review') return [{ sidecar: uri, id: annotation.id, anchor: annotation }];
      if (annotation.kind !== 'span') return [];
      const anchor = shownAnnotation(annotation, standings.of(annotation));
      return [{ sidecar: uri, id: annotation.id, anchor }];
    }),
  );
}

/** A verdict whose words are gone must not fall upon the same words elsewhere, of which nobody has spoken. */
function isStrayGuess(anchor: Anchor, { range, status }: AnchorPlace, { text }: Article): boolean {
  if (status !== 'review') return false;
  const isQuote = canonicalSlice(text, range.start, range.end) === anchor.text;
  return isQuote && !hasSurroundings(anchor, text, range);
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
