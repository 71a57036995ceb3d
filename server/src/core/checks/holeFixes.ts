import { msg } from '../message.ts';
import { syllablesFor, syllablesForLost } from '../text/vietnamese/holes.ts';
import type { Fix } from './finding.ts';
import type { RuleContext } from './rule.ts';

const MOST_FIXES = 4;
/** What a word of a list of common words counts, where no lexicon is loaded. */
const LISTED = 3;

/**
 * The Vietnamese syllables that a word may have been of which letters are lost, `?` or U+FFFD in their place: guesses,
 * the commonest first. `start` to `end`: the word, in the text that the finding is in.
 */
export function holeFixes(word: string, start: number, end: number, context: RuleContext): Fix[] {
  const found = word.includes('\ufffd') ? syllablesForLost(word) : syllablesFor(word);
  const words = context.lexicon.of('vi');
  const commonness = (syllable: string) =>
    words ? words.commonness(syllable) : context.commonWords.has('vi', syllable) ? LISTED : 0;
  const capital = word.charAt(0) !== word.charAt(0).toLowerCase();
  return found
    .map((syllable) => ({ syllable, commonness: commonness(syllable) }))
    .sort((a, b) => b.commonness - a.commonness)
    .slice(0, MOST_FIXES)
    .map(({ syllable }) => {
      const newText = capital ? syllable.charAt(0).toUpperCase() + syllable.slice(1) : syllable;
      return { title: msg('Replace by “{0}”', newText), edits: [{ start, end, newText }] };
    });
}
