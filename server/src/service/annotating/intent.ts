import type { ExtraMember, Verdict } from '../../core/annotations/model.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { EntityPurpose } from '../entities/entityPurpose.ts';
import type { AnswerPurpose, TagCorpusPurpose } from './answerPurpose.ts';
import type { ConflictPurpose } from './conflictPurpose.ts';
import type { ReanchorPurpose } from './reanchoring.ts';

/**
 * What a code action will do, carried in its `data`: the edit itself is computed only when the user has chosen it,
 * against the sidecar as it is then, because the protocol drops document versions on code actions.
 * Ranges are UTF-16 units of the article at `version`.
 */
export type Intent = {
  /** The article. */
  readonly uri: string;
  /** The article's version when the action was offered: refused if the text has changed since. */
  readonly version: number;
} & (
  | SidecarPurpose
  | AnswerPurpose
  | TagCorpusPurpose
  | ReanchorPurpose
  | RecordPurpose
  | ConflictPurpose
  | ProjectPurpose
  | EntityPurpose
  | FixPurpose
);

/** What changes a sidecar. */
export type SidecarPurpose =
  | { readonly kind: 'add'; readonly label: string; readonly spans: readonly IntendedSpan[] }
  | { readonly kind: 'remove'; readonly sidecar: string; readonly id: string }
  | { readonly kind: 'relabel'; readonly sidecar: string; readonly id: string; readonly label: string }
  /** Says whom a tag names; null: nobody who is known. */
  | { readonly kind: 'link'; readonly sidecar: string; readonly id: string; readonly entity: string | null }
  | ReviewPurpose
  /** Dismisses a rule in the whole article, or there what marks the word. */
  | { readonly kind: 'dismissAll'; readonly rule: string; readonly word?: string }
  /** Takes a verdict, or a refusal of suggestions, back. */
  | { readonly kind: 'withdraw'; readonly sidecar: string; readonly id: string };

/** Says that a finding is right or wrong; instead of what the same person said of it before. */
export interface ReviewPurpose extends TextRange {
  readonly kind: 'review';
  readonly rule: string;
  readonly verdict: Verdict;
  /** A label for its sentences, which those get that do not have it. */
  readonly tag?: { readonly label: string; readonly sentences: readonly TextRange[] };
}

/** An annotation, by the URI of its sidecar and its id. */
export interface AnnotationName {
  readonly sidecar: string;
  readonly id: string;
}

/** What somebody says about an annotation. */
export type Says =
  | { readonly accept: true }
  | { readonly delete: true }
  | { readonly set: readonly ExtraMember[] }
  | { readonly comment: string }
  | { readonly resolved: boolean };

/** What changes one's own sidecar by a word on an annotation, mostly another person's. */
export type RecordPurpose =
  | {
      /** Says what should become of it, instead of what the same person said before. */
      readonly kind: 'speak';
      readonly about: AnnotationName;
      readonly says: Says;
      /** `lineHash` of what they looked at. */
      readonly was?: string;
    }
  | {
      /** Does with one's own annotation as a record says. */
      readonly kind: 'follow';
      readonly about: AnnotationName;
      readonly record: AnnotationName;
    };

/** What changes the project file. */
export type ProjectPurpose =
  | { readonly kind: 'accept'; readonly word: string }
  | { readonly kind: 'ruleOff'; readonly rule: string };

/** What changes the article: the certain repairs of all findings, or of those of one rule. */
export interface FixPurpose {
  readonly kind: 'fixAll';
  readonly rule?: string;
}

export interface IntendedSpan extends TextRange {
  /** Id of the entity that the span names. */
  readonly entity?: string;
}

/** The intent in a code action's data, or undefined where it is none of ours. */
export function intentOf(data: unknown): Intent | undefined {
  if (typeof data !== 'object' || data === null || !('pressmark' in data)) return undefined;
  return data.pressmark as Intent;
}

/** The data of a code action. */
export function withIntent(intent: Intent): { readonly pressmark: Intent } {
  return { pressmark: intent };
}
