import type { Message } from '../message.ts';
import type { TextRange, TextReplacement } from '../text/range.ts';

/** As LSP's diagnostics have them, worst first. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A repair that a rule offers; ranges are in the same text as the finding's own. */
export interface Fix {
  readonly title: Message;
  readonly edits: readonly TextReplacement[];
  /**
   * True where the repair is right whenever the finding is: only such repairs are carried out for many findings at once.
   * Whatever chooses among readings, or deletes words, is not.
   */
  readonly certain?: boolean;
}

/** What a rule saw, before the project's settings: ranges relative to the text that the rule was given. */
export interface Observation extends TextRange {
  readonly message: Message;
  /** The evidence, for the hover and for machine output: decoded form, split, counts, score. */
  readonly why: Message;
  /** Where this case is weaker or stronger than the rule's default. */
  readonly severity?: Severity;
  /** The likeliest first. */
  readonly fixes?: readonly Fix[];
}

/** What a rule reports about an article: UTF-16 units of the article. */
export interface Finding extends Observation {
  /** The rule's code, `family/name`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly fixes: readonly Fix[];
}
