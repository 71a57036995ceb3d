/** Whether the capitals of a text tell anything: `upper` a line in capitals, `title` Every Word Begins With One. */
export type LetterCase = 'sentence' | 'title' | 'upper';

/** So much of a text tells how the whole of it is written. */
const ENOUGH = 400;
const WORDS = /\p{L}[\p{L}\p{M}\p{N}’']*/gu;
/** English titles write articles and prepositions small. */
const SMALL = 4;
const ENDS_AS_SENTENCE = /[.!?…]["'”’»)]?$/;

/** How a paragraph is written, judged by its first words. */
export function letterCaseOf(text: string): LetterCase {
  let words = 0;
  let upper = 0;
  let capital = 0;
  let capitals = 0;
  let long = 0;
  for (const [word] of text.slice(0, ENOUGH).matchAll(WORDS)) {
    if (word.toLowerCase() === word.toUpperCase()) continue;
    words++;
    if (word === word.toUpperCase() && word.length > 1) upper++;
    const isCapital = word.charAt(0) !== word.charAt(0).toLowerCase();
    if (isCapital) capitals++;
    if (word.length < SMALL) continue;
    long++;
    if (isCapital) capital++;
  }
  if (words >= 3 && upper / words >= 0.7) return 'upper';
  // Vietnamese has few words that long, and they are often names: the short ones are asked too.
  if (long >= 4 && capital / long >= 0.85 && capitals / words >= 0.6 && !ENDS_AS_SENTENCE.test(text))
    return 'title';
  return 'sentence';
}
