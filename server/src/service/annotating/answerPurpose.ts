import type { TextRange } from '../../core/text/range.ts';

/** One suggestion; all of the article with the same words and label; all of the article that are as sure. */
export const ANSWER_SCOPES = ['one', 'like', 'article'] as const;
export type AnswerScope = (typeof ANSWER_SCOPES)[number];

/** What somebody answers to the suggestion that stands at the range with the label. */
export interface AnswerPurpose extends TextRange {
  readonly kind: 'acceptSuggestion' | 'refuseSuggestion';
  readonly label: string;
  readonly scope: AnswerScope;
  /** Of `article`: only those at least so sure, 0–1; absent: all. */
  readonly least?: number;
}

/** Tags what stands at the range, and everything in the corpus that is the same. */
export interface TagCorpusPurpose extends TextRange {
  readonly kind: 'tagCorpus';
  readonly label: string;
}
