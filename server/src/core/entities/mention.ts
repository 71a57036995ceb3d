import type { TextRange } from '../text/range.ts';

/** An entity that a name may stand for. */
export interface Reading {
  readonly entityId: string;
  /** 0–1: how sure it is (1: a long name in its own language and letter case, that nobody else bears). */
  readonly score: number;
}

/**
 * A stretch that is a name of known entities, judged by itself: what the rest of the article says of it comes later.
 * UTF-16 units of the text that was searched.
 */
export interface Candidate extends TextRange {
  /** At least one; likeliest first. */
  readonly readings: readonly Reading[];
}

/**
 * How a mention is known: by a name that an entity file has; by a part of one that stands in full elsewhere in the
 * article; by an abbreviation that the article itself explains.
 */
export type MentionManner = 'name' | 'surname' | 'abbreviation';

/** An occurrence of an entity's name; UTF-16 units of the text that was searched. */
export interface Mention extends TextRange, Reading {
  readonly manner: MentionManner;
  /** Other entities that it may stand for, likeliest first. */
  readonly alternatives: readonly Reading[];
}
