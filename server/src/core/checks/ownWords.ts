import type { Commonness } from '../text/lexicon/lexicon.ts';
import { hasVietnameseMark, isSyllable } from '../text/vietnamese/syllable.ts';
import type { RuleContext } from './rule.ts';

/** The short list that every language has holds words that a sentence can hardly do without. */
const COMMON: Commonness = 4;

/**
 * How common a word is in the article's language: by its word list, else by the short list of commonest words; an
 * accented Vietnamese syllable is at least known. `word` in lower case.
 */
export function ownCommonness(word: string, { language, lexicon, commonWords }: RuleContext): Commonness {
  const composed = word.normalize('NFC');
  const listed = lexicon.of(language)?.commonness(composed) ?? 0;
  if (listed > 1) return listed;
  if (commonWords.has(language, composed)) return COMMON;
  if (listed > 0) return listed;
  return language === 'vi' && hasVietnameseMark(composed) && isSyllable(composed) ? 1 : 0;
}

/** Among the 10,000 commonest: rarer ones may be names, or slips that a list has kept. */
const ORDINARY: Commonness = 2;

/**
 * True where a word with a capital inside, in lower case here, is one word rather than two that lost the space between
 * them: `de|pan` is, `dari|bank` is not.
 */
export function isOneWord(left: string, right: string, context: RuleContext): boolean {
  const whole = ownCommonness(left + right, context);
  const parts = Math.min(ownCommonness(left, context), ownCommonness(right, context));
  return whole >= ORDINARY && (parts < ORDINARY || parts < whole);
}
