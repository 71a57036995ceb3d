import type { Message } from '../message.ts';
import type { TextRange } from '../text/range.ts';

/**
 * Where a suggestion comes from: a known entity's name; a name that is damaged by a letter or two; words that people
 * tagged elsewhere; a date; an unknown name, told by capitals and surroundings; a batch, written by `pressmark suggest`.
 */
export const SUGGESTION_SOURCES = ['entity', 'near', 'learned', 'date', 'unknown', 'machine'] as const;
export type SuggestionSource = (typeof SUGGESTION_SOURCES)[number];

/** A tag that somebody may want to give, and nobody has given yet. UTF-16 units of the article. */
export interface Suggestion extends TextRange {
  /** A label of the project's label set. */
  readonly label: string;
  /** Id of the entity that it would be linked to. */
  readonly entity?: string;
  /** 0–1: how sure it is. */
  readonly score: number;
  readonly source: SuggestionSource;
  /** Why, for the user. */
  readonly because: Message;
}

/** The rule's code under which a sidecar remembers that a suggestion of this label was refused. */
export function refusalRule(label: string): string {
  return `${REFUSAL}${label}`;
}

/** The label whose suggestion a review speaks of; undefined for reviews of findings. */
export function refusedLabel(rule: string): string | undefined {
  return rule.startsWith(REFUSAL) ? rule.slice(REFUSAL.length) : undefined;
}

const REFUSAL = 'suggestion/';
