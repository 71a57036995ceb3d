import { foldName, foldSpacing, foldWord } from './fold.ts';
import { isWordUnit } from './wordScan.ts';

/** One spelling under which a thing is found, or (`thing` −1) a phrase that holds a name and does not mean it. */
export interface NameForm {
  /** Index of the entity; −1 for a phrase that is no mention. */
  readonly thing: number;
  /** The spelling as compared: NFC, one space between words (for a hyphen too), own letter case. */
  readonly text: string;
  /** Languages that use it, or `und` for all. */
  readonly languages: readonly string[];
  /** Marks that end it and belong to it, as in `U.S.`; empty for most. */
  readonly tail: string;
  /** Matches only in its own languages and exactly in its own letter case. */
  readonly strict: boolean;
  /** All capitals, as `NATO`. */
  readonly abbreviation: boolean;
  /** A spelling without the diacritics that it should have. */
  readonly plain: boolean;
}

/** Names above these sizes are no names; matching costs up to this many words per word of text. */
export const LONGEST_NAME = 200;
export const MOST_WORDS = 16;

const LETTER = /^\p{L}/u;

/** Number of letters (code points). */
export function countLetters(text: string): number {
  let count = 0;
  for (const character of text) {
    const unit = character.charCodeAt(0);
    if (unit < 0x80) {
      const small = unit | 32;
      if (small >= 97 && small <= 122) count++;
    } else if (LETTER.test(character)) count++;
  }
  return count;
}

/** True where all letters are capitals, and there are at least two of them. */
export function isAbbreviation(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase() && countLetters(text) >= 2;
}

/** A spelling as matches are compared with it: NFC, and one space for blanks and for a hyphen. */
export function comparable(text: string): string {
  return foldSpacing(text).replaceAll('-', ' ');
}

/**
 * The form of a name, or undefined where it cannot be matched: no word in it, one letter only, or too long.
 * `ordinary` tells whether the (folded) name is also a word of some language.
 */
export function nameForm(
  thing: number,
  name: string,
  languages: readonly string[],
  ordinary: (folded: string) => boolean,
  plain = false,
): NameForm | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  if (isWordsOnly(name)) return formOfWords(thing, name, languages, ordinary, plain);
  const text = comparable(name.trim());
  let first = 0;
  while (first < text.length && !isWordUnit(text, first)) first++;
  let last = text.length;
  while (last > first && !isWordUnit(text, last - 1)) last--;
  const core = text.slice(first, last);
  const letters = countLetters(core);
  if (letters < 2 && core !== 'Ý') return undefined;
  const tail = text.slice(last);
  const abbreviation = isAbbreviation(core);
  const oneWord = !/[ .]/.test(core);
  const strict = (oneWord && letters <= 3) || ordinary(foldName(core)) || (abbreviation && letters <= 3);
  return { thing, text: core + tail, languages, tail, strict, abbreviation, plain };
}

/** Nearly all names: letters that are NFC with single blanks between them, so that nothing need be made comparable. */
function isWordsOnly(name: string): boolean {
  let before = 0x20;
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    const small = unit | 32;
    const fits =
      (small >= 97 && small <= 122) ||
      (unit === 0x20 && before !== 0x20) ||
      (unit >= 0xc0 && unit < 0x250 && unit !== 0xd7 && unit !== 0xf7) ||
      (unit >= 0x400 && unit < 0x460) ||
      (unit >= 0x1ea0 && unit <= 0x1ef9);
    if (!fits) return false;
    before = unit;
  }
  return before !== 0x20;
}

/** {@link nameForm} of a name that {@link isWordsOnly}. */
function formOfWords(
  thing: number,
  text: string,
  languages: readonly string[],
  ordinary: (folded: string) => boolean,
  plain: boolean,
): NameForm | undefined {
  let blanks = 0;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) blanks++;
  const letters = text.length - blanks;
  if (letters < 2 && text !== 'Ý') return undefined;
  const abbreviation = letters >= 2 && text === text.toUpperCase() && text !== text.toLowerCase();
  const strict = (letters <= 3 && (blanks === 0 || abbreviation)) || ordinary(foldWord(text));
  return { thing, text, languages, tail: '', strict, abbreviation, plain };
}
