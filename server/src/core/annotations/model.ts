/**
 * What a sidecar's lines say. Offsets are Unicode code points of the article as UTF-8 without BOM, line ends counted
 * as one LF, `end` exclusive: what Python's `text[start:end]` gives. `id` never changes and orders the file.
 */

/** A key that this version does not know, with its value as JSON without blanks: written back as it came. */
export interface ExtraMember {
  readonly key: string;
  readonly json: string;
}

export type AttributeValue = string | number | boolean | readonly string[];

/** The revision and the surroundings by which a place in a changed article is found again. */
export interface Anchor {
  readonly start: number;
  readonly end: number;
  /** The quote, line ends as LF. */
  readonly text: string;
  /** Up to 32 code points on either side of the quote. */
  readonly before: string;
  readonly after: string;
  /** First 12 hex digits of the git blob id of the LF text that the offsets refer to. */
  readonly rev: string;
}

interface Kept {
  readonly id: string;
  /** Keys that this version does not know, in their order. */
  readonly extra: readonly ExtraMember[];
}

/** A label on a stretch of the article. */
export interface SpanAnnotation extends Kept, Anchor {
  readonly kind: 'span';
  readonly label: string;
  /** The pieces of a discontinuous span, in order; `start`–`end` then is the hull. */
  readonly parts?: readonly { readonly start: number; readonly end: number }[];
  readonly attributes?: ReadonlyMap<string, AttributeValue>;
  readonly note?: string;
  /** Id of the entity that it names. */
  readonly entity?: string;
}

/** A labelled link from one annotation to another, by their ids. */
export interface Relation extends Kept {
  readonly kind: 'relation';
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly attributes?: ReadonlyMap<string, AttributeValue>;
  readonly note?: string;
}

/** A value for the article as a whole. */
export interface DocumentLabel extends Kept {
  readonly kind: 'documentLabel';
  readonly label: string;
  readonly value: AttributeValue;
  readonly note?: string;
}

export type Verdict = 'dismissed' | 'confirmed';

/** A person's word on a finding of a rule. */
export interface FindingReview extends Kept, Anchor {
  readonly kind: 'review';
  readonly rule: string;
  readonly verdict: Verdict;
  readonly note?: string;
}

/** A person's word on all findings of a rule in the article, or on those that read the same. */
export interface ArticleReview extends Kept {
  readonly kind: 'articleReview';
  readonly rule: string;
  /** Only findings that mark exactly this, in any letter case. */
  readonly word?: string;
  readonly verdict: 'dismissed';
  readonly note?: string;
}

/** A person's word on another person's annotation. Exactly one of `set`, `delete`, `accept` is there. */
export interface AnnotationRecord extends Kept {
  readonly kind: 'record';
  /** Id of the annotation that it speaks of. */
  readonly ref: string;
  /** Keys to change, with their new values as JSON. */
  readonly set?: readonly ExtraMember[];
  readonly delete?: true;
  readonly accept?: true;
  /** Hash of the line that it speaks of. */
  readonly was: string;
  readonly note?: string;
}

/** A line of a shape that this version does not know: shown as a problem, written back as it came. */
export interface UnknownAnnotation {
  readonly kind: 'unknown';
  /** Its id; empty where it has none. */
  readonly id: string;
  /** The line as JSON without blanks. */
  readonly json: string;
}

export type KnownAnnotation =
  | SpanAnnotation
  | Relation
  | DocumentLabel
  | FindingReview
  | ArticleReview
  | AnnotationRecord;
export type Annotation = KnownAnnotation | UnknownAnnotation;

/** The order of a sidecar: by id, by UTF-16 units, so that every machine sorts alike. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The annotations in the order of a sidecar; those of equal ids keep their order. */
export function sortById<T extends { readonly id: string }>(annotations: readonly T[]): T[] {
  return [...annotations].sort((a, b) => compareIds(a.id, b.id));
}
