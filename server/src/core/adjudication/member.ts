import type {
  Annotation,
  ArticleReview,
  DocumentLabel,
  FindingReview,
  Relation,
  SpanAnnotation,
} from '../annotations/model.ts';
import { withoutConflict } from '../annotations/records/weigh.ts';
import { qualified } from '../annotations/records.ts';
import { lineHash } from '../annotations/serialize.ts';
import { isRefusal } from '../suggestions/refusalLine.ts';
import type { TextRange } from '../text/range.ts';

/** What several people can say about an article, and gold can settle. */
export type Judgeable = SpanAnnotation | Relation | DocumentLabel | FindingReview | ArticleReview;

/** A line of a sidecar at its place in the article as it is now. */
export interface PlacedLine {
  readonly annotation: Annotation;
  /** UTF-16 units of the article; absent where it has no place, or its words are gone. */
  readonly range?: TextRange;
  /** The pieces of a discontinuous span, in order. */
  readonly parts?: readonly TextRange[];
  /** False where the place is a guess that somebody should look at. */
  readonly certain: boolean;
  /** `hashOfLine`, where it is known already. */
  readonly hash?: string;
}

/** What one annotator says about the article. */
export interface AnnotatorLayer {
  /** Empty: the shared sidecar. */
  readonly annotator: string;
  readonly lines: readonly PlacedLine[];
}

/** One person's word in a group. */
export interface Member {
  /** Who says so: the layer's owner, or somebody who accepted the line by a record. */
  readonly annotator: string;
  /** The line: `annotator:id` of its layer. */
  readonly ref: string;
  /** `lineHash` of the line, by which a later change shows. */
  readonly hash: string;
  readonly annotation: Judgeable;
  readonly range?: TextRange;
  readonly parts?: readonly TextRange[];
  readonly certain: boolean;
  /** Equal for words that say the same of the same place: label, boundaries, entity and attributes. */
  readonly content: string;
}

/** True for lines that a group is made of. What somebody does not want to be suggested is nobody else's matter. */
export function isJudgeable(annotation: Annotation): annotation is Judgeable {
  if (annotation.kind === 'unknown' || annotation.kind === 'record' || annotation.kind === 'status')
    return false;
  return !isRefusal(annotation);
}

/** What `was` and `sources` hold of a line: the `lineHash` of what it says, whether somebody has to merge it or not. */
export function hashOfLine(annotation: Annotation): string {
  return lineHash(withoutConflict(annotation));
}

/** A line as a member. `ends`: what stands for the annotations that a relation links, by their ids. */
export function memberOf(
  annotator: string,
  { range, parts, certain, hash }: PlacedLine,
  annotation: Judgeable,
  ends: (id: string) => string = (id) => id,
): Member {
  const ref = qualified(annotator, annotation.id);
  return {
    annotator,
    ref,
    hash: hash ?? hashOfLine(annotation),
    annotation,
    ...(range === undefined ? {} : { range }),
    ...(parts === undefined ? {} : { parts }),
    certain,
    content: contentOf(annotation, { range, parts }, ends) ?? JSON.stringify(['lost', ref]),
  };
}

/**
 * What a line says, as a text that is equal for lines that say the same of the same place; undefined for one whose
 * words are gone. Notes are no part of it: they are for people.
 */
export function contentOf(
  annotation: Judgeable,
  place: { readonly range: TextRange | undefined; readonly parts: readonly TextRange[] | undefined },
  ends: (id: string) => string = (id) => id,
): string | undefined {
  switch (annotation.kind) {
    case 'span': {
      if (!place.range) return undefined;
      const parts = (place.parts ?? []).map((p) => [p.start, p.end]);
      const { label, entity } = annotation;
      const at = [place.range.start, place.range.end];
      return JSON.stringify(['span', at, parts, label, entity ?? null, attributesOf(annotation)]);
    }
    case 'review': {
      if (!place.range) return undefined;
      const { start, end } = place.range;
      return JSON.stringify(['review', [start, end], annotation.rule, annotation.verdict]);
    }
    case 'articleReview':
      return JSON.stringify(['articleReview', annotation.rule, annotation.word ?? null, annotation.verdict]);
    case 'documentLabel':
      return JSON.stringify(['documentLabel', annotation.label, annotation.value]);
    case 'relation': {
      const { from, to, label } = annotation;
      return JSON.stringify(['relation', ends(from), ends(to), label, attributesOf(annotation)]);
    }
  }
}

function attributesOf({ attributes }: SpanAnnotation | Relation): unknown[] {
  return [...(attributes ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
}
