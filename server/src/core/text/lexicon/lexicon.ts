import type { Neighbour } from './neighbours.ts';
import { WordBook } from './wordBook.ts';

/**
 * How common a word is in a language: 0 not known; 1 known, but rare, derived from a known word, or learned from the
 * corpus; 2 to 5 among the 10,000, 3,000, 1,000 and 100 commonest.
 */
export type Commonness = 0 | 1 | 2 | 3 | 4 | 5;

/** What is known of the words of one language. Words are looked up in lower case and NFC, as the caller gives them. */
export interface LanguageWords {
  commonness(word: string): Commonness;
  /**
   * True where about all words of news are known, names aside, so that an unknown one is odd: Indonesian, English and
   * Vietnamese. False or absent where only the commonest words are.
   */
  readonly thorough?: boolean;
  /** As `commonness`, of the list itself: without what grammar makes of its words, and what was learned. Fast. */
  listed?(word: string): Commonness;
  /** The listed words, of a commonness or more, that are one slip away from a word of letters a to z; commonest first. */
  neighbours?(word: string, least: Commonness): readonly Neighbour[];
  /**
   * What listed word a word's letters make in any order: 2 one of the 10,000 commonest, 1 a rarer one of eight letters
   * or more, 0 none.
   */
  shuffled?(word: string): 0 | 1 | 2;
  /** Mean bits per letter of a word in lower case, see `LetterModel`; undefined where the language has no model. */
  letterBits?(word: string): number | undefined;
}

/** The words of languages, as far as their lists are loaded. */
export interface Lexicon {
  /** Another one whenever an answer may be another one: what was found with it is kept under it. */
  readonly key: string;
  /** Undefined where nothing is known of the language (BCP 47 primary subtag): rules that need words stay silent. */
  of(language: string): LanguageWords | undefined;
  /** Where it remembers what rules make of a language's words, so that each is judged once. */
  book?(language: string): WordBook;
}

/** No lists: what is used until they are loaded. */
export const noLexicon: Lexicon = { key: '', of: () => undefined };

/** The book of a language in a lexicon; one for this call where it keeps none. */
export function wordBookOf(lexicon: Lexicon, language: string): WordBook {
  return lexicon.book?.(language) ?? new WordBook(language, lexicon.key);
}
