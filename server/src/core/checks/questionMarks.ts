import { parseSyllable } from '../text/vietnamese/syllable.ts';
import type { RuleContext } from './rule.ts';

/** What stands after an apostrophe: `don?t` has lost one, and `t` is a word of some list. */
const AFTER_APOSTROPHE: ReadonlySet<string> = new Set(['d', 'll', 'm', 're', 's', 't', 've']);

/**
 * True where a question mark between these two runs of letters ends a question and only the space is missing
 * (`apa?kata`); false where it stands for a letter that was lost (`Vi?t`, `don?t`).
 */
export function endsQuestion(left: string, right: string, context: RuleContext): boolean {
  if (left.length < 2 || right.length < 2 || AFTER_APOSTROPHE.has(right.toLowerCase())) return false;
  if (/^\p{Lu}\p{Ll}/u.test(right) && /\p{Ll}{2}$/u.test(left)) return true;
  if (context.language === 'vi')
    return parseSyllable(left) !== undefined && parseSyllable(right) !== undefined;
  // Lists of common words have many short forms that are no words: ls, gr.
  if (left.length < 3 || right.length < 3) return false;
  return context.commonWords.has(context.language, left) && context.commonWords.has(context.language, right);
}
