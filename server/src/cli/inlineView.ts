import type { DatasetSpan } from '../core/formats/dataset.ts';
import { writeInline } from '../core/formats/inline/write.ts';
import { type ArticleAnnotations, isStruck, type LostSpan, type PlacedSpan } from '../service/annotations.ts';
import type { Article } from '../service/articles.ts';
import type { Layer } from '../service/sidecars.ts';

/** An article with its tags in it. */
export interface InlineView {
  readonly text: string;
  /** How many annotations it cannot hold: they cross another one, have a gap, or have no place in the text any more. */
  readonly left: number;
  /** How many it leaves out because somebody says that they are wrong, and nobody contradicts. */
  readonly struck: number;
}

/** The article with the spans of the layers in it, as the format `inline` writes them. */
export function inlineView(
  article: Article,
  annotations: ArticleAnnotations,
  layers: readonly Layer[],
): InlineView {
  const wanted = <S extends PlacedSpan | LostSpan>(spans: readonly S[]) =>
    spans.filter((s) => layers.includes(s.layer));
  const placed = wanted(annotations.placed);
  const standing = placed.filter((s) => !isStruck(s));
  const spans = standing.filter((s) => !s.annotation.parts).map(datasetSpan);
  const { text, losses } = writeInline({ text: article.text, spans, relations: [], documentLabels: [] });
  const crossing = losses.filter((l) => l.kind === 'span').length;
  const gaps = standing.length - spans.length;
  return {
    text,
    left: wanted(annotations.lost).length + gaps + crossing,
    struck: placed.length - standing.length,
  };
}

function datasetSpan({ annotation, range }: PlacedSpan): DatasetSpan {
  const { id, label, note, entity, attributes = new Map() } = annotation;
  return {
    id,
    label,
    start: range.start,
    end: range.end,
    attributes,
    ...(note === undefined ? {} : { note }),
    ...(entity === undefined ? {} : { entity }),
  };
}
