import { msg } from '../message.ts';
import { syllablesFor, syllablesForLost } from '../text/vietnamese/holes.ts';
import type { Fix } from './finding.ts';
import type { RuleContext } from './rule.ts';

const MOST_FIXES = 4;
/** What a word of a list of common words counts, where no lexicon is loaded. */
const LISTED = 3;

/** Finds the Vietnamese syllables that words may have been of which letters are lost, `?` or U+FFFD in their place. */
export class HoleFixes {
  private readonly context: RuleContext;
  /** Damaged text has the same words again and again. */
  private readonly kept = new Map<string, readonly string[]>();

  constructor(context: RuleContext) {
    this.context = context;
  }

  /** Guesses, the commonest first, as fixes; none in other languages. `start` to `end`: where the word stands. */
  of(word: string, start: number, end: number): Fix[] {
    if (this.context.language !== 'vi') return [];
    let syllables = this.kept.get(word);
    if (syllables === undefined) {
      syllables = this.likeliest(word);
      this.kept.set(word, syllables);
    }
    const capital = word.charAt(0) !== word.charAt(0).toLowerCase();
    return syllables.map((syllable) => {
      const newText = capital ? syllable.charAt(0).toUpperCase() + syllable.slice(1) : syllable;
      return { title: msg('Replace by “{0}”', newText), edits: [{ start, end, newText }] };
    });
  }

  private likeliest(word: string): readonly string[] {
    const { lexicon, commonWords } = this.context;
    const words = lexicon.of('vi');
    const commonness = (syllable: string) =>
      words ? words.commonness(syllable) : commonWords.has('vi', syllable) ? LISTED : 0;
    return (word.includes('\ufffd') ? syllablesForLost(word) : syllablesFor(word))
      .map((syllable) => ({ syllable, commonness: commonness(syllable) }))
      .sort((a, b) => b.commonness - a.commonness)
      .slice(0, MOST_FIXES)
      .map(({ syllable }) => syllable);
  }
}
