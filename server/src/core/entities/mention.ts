import type { TextRange } from '../text/range.ts';

/** An occurrence of an entity's name; UTF-16 units of the text that was searched. */
export interface Mention extends TextRange {
  readonly entityId: string;
  /** 0–1: how sure the match is (1: a long name in its own language and case). */
  readonly score: number;
  /** Other entities of the same name, likeliest first. */
  readonly alternatives: readonly string[];
}
