import type { LanguageWords } from '../../../text/lexicon/lexicon.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** How many guesses are offered. */
const MOST = 3;

/** A word that one edit makes of another one. */
interface Guess {
  readonly word: string;
  readonly commonness: number;
}

/**
 * The commoner words that one letter put in, left out or changed, or two neighbours swapped, makes of an unknown one;
 * the commonest first, at most three. The first letter stays but where two are swapped: fingers slip later. The shorter
 * a word, the commoner its correction must be, since short words have more neighbours by chance.
 */
export function corrections(word: string, words: LanguageWords): readonly string[] {
  const least = leastCommonness(word.length);
  const guesses: Guess[] = [];
  const look = (candidate: string): void => {
    const commonness = words.listed?.(candidate) ?? 0;
    if (commonness >= least && !guesses.some((guess) => guess.word === candidate))
      guesses.push({ word: candidate, commonness });
  };
  for (let i = 0; i + 1 < word.length; i++)
    look(word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2));
  for (let i = 1; i < word.length; i++) {
    const [before, after] = [word.slice(0, i), word.slice(i + 1)];
    look(before + after);
    for (const letter of LETTERS) look(before + letter + after);
  }
  for (let i = 1; i <= word.length; i++) {
    const [before, after] = [word.slice(0, i), word.slice(i)];
    for (const letter of LETTERS) look(before + letter + after);
  }
  // A stable sort: of equally common words the one of the likelier slip, which was looked at first.
  return guesses
    .sort((a, b) => b.commonness - a.commonness)
    .slice(0, MOST)
    .map((guess) => guess.word);
}

/** 3,000 commonest words for five letters, 10,000 for seven, any for more. */
function leastCommonness(letters: number): number {
  if (letters <= 5) return 3;
  return letters <= 7 ? 2 : 1;
}
