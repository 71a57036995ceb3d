import type { Message } from '../message.ts';
import type { DatasetDocumentLabel, DatasetRelation, DatasetSpan } from './dataset.ts';

/** Why a format cannot hold something as it is. Stable codes: they stand in reports that scripts read. */
export const LOSS_REASONS = [
  // What the span is like.
  'overlap',
  'nesting',
  'same-place',
  'discontinuous',
  'empty',
  'cuts-token',
  'no-token',
  'outer-blanks',
  'crosses-sentence',
  'crosses-line',
  // What it carries.
  'label-name',
  'attribute',
  'note',
  'entity',
  'value',
  'characters',
  // What it is.
  'relation',
  'document-label',
  // What it hangs on, which was itself dropped.
  'end-dropped',
  // Where it is: nowhere in the text any more, or perhaps not there.
  'orphan',
  'review',
  // A choice of the person who exports.
  'not-chosen',
] as const;
export type LossReason = (typeof LOSS_REASONS)[number];

/** One reason, and its words for a person: what the format cannot hold and what became of it. */
export interface Reason {
  readonly code: LossReason;
  readonly message: Message;
}

interface Lost {
  /** At least one, each code once. */
  readonly reasons: readonly Reason[];
}

/**
 * What became of one annotation that a format cannot hold as it is. `now` is what it is written as: what reading the
 * file again gives, ids apart; absent: it is not in the file. An annotation without a `Loss` is in the file whole. Of
 * an article that is its text: a format may be unable to hold some characters.
 */
export type Loss = Lost &
  (
    | { readonly kind: 'span'; readonly item: DatasetSpan; readonly now?: DatasetSpan }
    | { readonly kind: 'relation'; readonly item: DatasetRelation; readonly now?: DatasetRelation }
    | {
        readonly kind: 'documentLabel';
        readonly item: DatasetDocumentLabel;
        readonly now?: DatasetDocumentLabel;
      }
    | { readonly kind: 'article'; readonly now: { readonly text: string } }
  );

/** How well a format holds something: as it is, changed into something near it, or not at all. */
export type Holding = 'kept' | 'changed' | 'dropped';

/**
 * What a format can hold, for people who choose one; the tables of the documentation are made of it, and tests hold
 * the writers to it. What depends on the case (an attribute whose value is a list) is `changed` here.
 */
export interface Holds {
  /** The article's text: `kept` to the letter, `changed` where only its tokens are. */
  readonly text: Holding;
  /** Spans of which neither holds the other whole. */
  readonly overlapping: Holding;
  readonly nested: Holding;
  /** Several spans on exactly the same words. */
  readonly samePlace: Holding;
  readonly discontinuous: Holding;
  /** Spans of no character. */
  readonly empty: Holding;
  /** Spans that begin or end inside a token. */
  readonly insideTokens: Holding;
  /** Spans over the end of a line or a sentence. */
  readonly overLines: Holding;
  readonly attributes: Holding;
  readonly notes: Holding;
  readonly entities: Holding;
  readonly relations: Holding;
  readonly documentLabels: Holding;
  /** Ids of spans. */
  readonly ids: Holding;
  /** The article's path, its language, and whose annotations they are: told once for a dataset, not for each item. */
  readonly paths: Holding;
  readonly languages: Holding;
  readonly annotators: Holding;
}

/** A format that holds everything; what another one does not is said beside it. */
export const HOLDS_ALL: Holds = {
  text: 'kept',
  overlapping: 'kept',
  nested: 'kept',
  samePlace: 'kept',
  discontinuous: 'kept',
  empty: 'kept',
  insideTokens: 'kept',
  overLines: 'kept',
  attributes: 'kept',
  notes: 'kept',
  entities: 'kept',
  relations: 'kept',
  documentLabels: 'kept',
  ids: 'kept',
  paths: 'kept',
  languages: 'kept',
  annotators: 'kept',
};
