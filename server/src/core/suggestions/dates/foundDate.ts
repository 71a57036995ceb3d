import type { TextRange } from '../../text/range.ts';

/** Words that read like a date. UTF-16 units of the text. */
export interface FoundDate extends TextRange {
  /** 0–1: how sure it is. */
  readonly score: number;
}
