import type { Commonness, LanguageWords } from '../../../text/lexicon/lexicon.ts';

/** How many guesses are offered. */
const MOST = 3;

/**
 * The known words that an unknown one (letters a to z) is one slip away from, likeliest first, at most three. The
 * shorter a word, the commoner its correction must be, since short words have more neighbours by chance.
 */
export function corrections(word: string, words: LanguageWords): readonly string[] {
  const neighbours = words.neighbours?.(word, leastCommonness(word.length)) ?? [];
  // An `s` more or less is a plural or a verb form that the list lacks.
  return neighbours
    .map((neighbour) => neighbour.word)
    .filter((guess) => `${guess}s` !== word && `${word}s` !== guess)
    .slice(0, MOST);
}

/** 3,000 commonest words for five letters, 10,000 for seven, any for more. */
function leastCommonness(letters: number): Commonness {
  if (letters <= 5) return 3;
  return letters <= 7 ? 2 : 1;
}
