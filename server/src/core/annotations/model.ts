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

/** The three sides of a line that git could not merge: each the line as JSON, null where that side had none. */
export interface Conflict {
  readonly base: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
}

interface Kept {
  readonly id: string;
  /** There while somebody has to decide between two versions of the line; the line itself is then ours. */
  readonly conflict?: Conflict;
  /** Keys that this version does not know, in their order. */
  readonly extra: readonly ExtraMember[];
}

/** How a line of the gold layer came to be: all said so, most said so, or somebody decided. */
export const DECISIONS = ['unanimous', 'majority', 'decided'] as const;
export type Decision = (typeof DECISIONS)[number];

/** What lines of the gold layer say of how they came to be. */
export interface Judged {
  /**
   * The annotations that it was made from, each as `annotator:id@hash` (`:id@hash` for the shared layer), where `hash`
   * is the `lineHash` of the annotation as it was then; `annotator:id` where that is not known.
   */
  readonly sources?: readonly string[];
  readonly decision?: Decision;
  /** Who decided. */
  readonly by?: string;
}

/** A label on a stretch of the article. */
export interface SpanAnnotation extends Kept, Anchor, Judged {
  readonly kind: 'span';
  readonly label: string;
  /** The pieces of a discontinuous span, in order; `start`–`end` then is the hull. */
  readonly parts?: readonly { readonly start: number; readonly end: number }[];
  readonly attributes?: ReadonlyMap<string, AttributeValue>;
  readonly note?: string;
  /** Id of the entity that it names. */
  readonly entity?: string;
  /** Of a suggestion that `pressmark suggest` wrote: how sure it is, 0–1. `by` then says from what it was told. */
  readonly score?: number;
}

/** A labelled link from one annotation to another, by their ids. */
export interface Relation extends Kept, Judged {
  readonly kind: 'relation';
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly attributes?: ReadonlyMap<string, AttributeValue>;
  readonly note?: string;
}

/** A value for the article as a whole. */
export interface DocumentLabel extends Kept, Judged {
  readonly kind: 'documentLabel';
  readonly label: string;
  readonly value: AttributeValue;
  readonly note?: string;
}

export type Verdict = 'dismissed' | 'confirmed';

/** A person's word on a finding of a rule. */
export interface FindingReview extends Kept, Anchor, Judged {
  readonly kind: 'review';
  readonly rule: string;
  readonly verdict: Verdict;
  readonly note?: string;
}

/** A person's word on all findings of a rule in the article, or on those that read the same. */
export interface ArticleReview extends Kept, Judged {
  readonly kind: 'articleReview';
  readonly rule: string;
  /** Only findings that mark exactly this, in any letter case. */
  readonly word?: string;
  readonly verdict: 'dismissed';
  readonly note?: string;
}

/**
 * A person's word on an annotation, mostly another person's. Exactly one of `set`, `delete`, `accept`, `comment`,
 * `resolved` is there. In the gold layer `delete` says that the annotation was looked at and is not gold.
 */
export interface AnnotationRecord extends Kept {
  readonly kind: 'record';
  /** The annotation that it speaks of: its id, or `annotator:id` where several layers have that id. */
  readonly ref: string;
  /** Keys to change, with their new values as JSON. */
  readonly set?: readonly ExtraMember[];
  readonly delete?: true;
  readonly accept?: true;
  /** A contribution to the thread about the annotation. */
  readonly comment?: string;
  /** Ends the thread (true), or takes it up again (false). */
  readonly resolved?: boolean;
  /** `lineHash` of the line that it speaks of, as it was then. */
  readonly was: string;
  readonly note?: string;
  /** Who says it, where the file does not tell: in the shared and in the gold layer. */
  readonly by?: string;
  /** When, as ISO 8601 in UTC; orders a thread. */
  readonly time?: string;
}

/** How far a person is with an article. */
export const ARTICLE_STATES = ['open', 'done', 'reviewed'] as const;
export type ArticleState = (typeof ARTICLE_STATES)[number];

/** The id of the one line of a sidecar that says how far its person is. It sorts behind all others. */
export const STATUS_ID = 'status';

/** A person's word on how far they are with the article. */
export interface ArticleStatus extends Kept {
  readonly kind: 'status';
  readonly status: ArticleState;
  /** The revision of the article that it was said of. */
  readonly rev: string;
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
  | AnnotationRecord
  | ArticleStatus;
export type Annotation = KnownAnnotation | UnknownAnnotation;

/** The order of a sidecar: by id, by UTF-16 units, so that every machine sorts alike. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The annotations in the order of a sidecar; those of equal ids keep their order. */
export function sortById<T extends { readonly id: string }>(annotations: readonly T[]): T[] {
  return [...annotations].sort((a, b) => compareIds(a.id, b.id));
}
