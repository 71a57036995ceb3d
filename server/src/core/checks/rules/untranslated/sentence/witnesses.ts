import { primaryTag } from '../../../../text/language/confusables.ts';
import type { RuleContext } from '../../../rule.ts';

/** Among the 10,000 commonest: lists hold a few words of other languages, and those are rare in them. */
const ORDINARY = 2;
const LONG = 5;
/** Languages whose own lists are hardly there, and the one that shares most of their words. */
const LISTED_AS: Readonly<Record<string, string>> = { ms: 'id' };

/** What the words of a sentence in small letters say of its language. Words that both languages have say nothing. */
export interface Witnesses {
  /** Words that only the article's language has. */
  readonly own: number;
  /** Words that only the other language has. */
  readonly guest: number;
  /** Of these, those of five letters or more: titles leave only short words small. */
  readonly longGuest: number;
  /** All words in small letters. */
  readonly small: number;
}

/** Counts the witnesses among words; `guest`: the language that the sentence seems to be in (BCP 47). */
export function witnessesAmong(words: readonly string[], guest: string, context: RuleContext): Witnesses {
  let own = 0;
  let other = 0;
  let long = 0;
  let small = 0;
  for (const word of words) {
    if (word.toLowerCase() !== word) continue;
    small++;
    const isOwn = isWordOf(context.language, word, context);
    const isGuest = isWordOf(primaryTag(guest), word, context);
    if (isOwn && !isGuest) own++;
    else if (isGuest && !isOwn) {
      other++;
      if (word.length >= LONG) long++;
    }
  }
  return { own, guest: other, longGuest: long, small };
}

/** True for an ordinary word of the language: of its list, as far as that is loaded, or of the short list. */
export function isWordOf(language: string, word: string, { lexicon, commonWords }: RuleContext): boolean {
  const composed = word.normalize('NFC').toLowerCase();
  const listed = LISTED_AS[language] ?? language;
  return commonWords.has(language, composed) || (lexicon.of(listed)?.commonness(composed) ?? 0) >= ORDINARY;
}
