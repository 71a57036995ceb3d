import { foldWord } from './fold.ts';
import { comparable, countLetters, type NameForm } from './nameForm.ts';
import { startsSentence } from './neighbours.ts';
import { isHalf, isOftenerWord, isPartOfWord } from './partOfWord.ts';
import { looksPersonal } from './personNames.ts';
import type { SearchedText } from './searchedText.ts';
import { isStopWord, isStopWordOf } from './stopWords.ts';

/** Too low to count by itself: only where the article has named the entity before. */
const DOUBTFUL = 0.45;
/** Names of fewer letters are not believed in capitals, where they may be an abbreviation or another word. */
const LETTERS_FOR_CAPITALS = 4;

/** Languages in scripts without capitals, in which Latin letters stand out. */
const UNCASED: ReadonlySet<string> = new Set('ar fa ps ur he hi bn th zh ja ko'.split(' '));
const SAINT =
  /^(?:st\.?|saint|sankt|san|sint|são|santo|سانت) (?:mart[ií]n|مارتن|مارتين)$|^เซนต์มาร์ติน$|^सेंट मार्टिन$/iu;
const ISLAND =
  /islan|insel|île|isla|ilha|eiland|kisiwa|pulau|đảo|ada|antill|carib|karib|caraïb|Guadeloupe|جزيرة|جزر|เกาะ/iu;
/** An island's word stands so near. */
const BESIDE = 24;
/** In capitals, Vietnamese names of countries that are far oftener a pronoun, a coat, an idea. */
const ALSO_WORDS: ReadonlySet<string> = new Set(['Anh', 'Áo', 'Ý']);

/**
 * How sure it is that `start`–`end` (its tail included) is the form's name: 0 not at all, 1 a long name in its own
 * language and letter case. Below 0.5 it counts only where the article named the entity before. The steps between are
 * judgement, not measurement: they order alternatives and let a caller draw a line.
 */
export function nameScore(form: NameForm, at: SearchedText, start: number, end: number): number {
  const own = form.languages.includes(at.language) || form.languages.includes('und');
  if (form.strict && !own && !isForeignAbbreviation(form, at.language)) return 0;
  if (form.thing >= 0 && isPartOfWord(at, start, end)) return 0;
  const written = comparable(at.text.slice(start, end));
  const spelling = spellingScore(form, written, at);
  if (spelling === 0 || (form.strict && spelling < 1 && !isInCapitals(form, written, at))) return 0;
  if (form.strict && form.abbreviation && at.letterCase() === 'upper' && isWordHere(form, at)) return 0;
  if (looksPersonal(at, start, end, written)) return 0;
  let score = spelling * (own ? 1 : form.languages.includes('en') ? 0.95 : 0.85);
  if (!own && form.abbreviation) score *= 0.85;
  if (form.plain) score *= 0.75;
  if ((form.strict && !form.abbreviation) || (!own && countLetters(written) <= 6)) {
    if (spelling === 1 && startsSentence(at.text, start)) score *= 0.7;
  }
  if (form.strict && spelling < 1) score *= 0.75;
  if (!own && !form.languages.includes('en') && isHalf(at, start, end)) return 0;
  if (form.thing >= 0 && needsEvidence(at, start, end, written)) return Math.min(score, DOUBTFUL);
  if (form.strict && !form.abbreviation && form.thing >= 0) return asStopWord(form, at, start, score);
  return score;
}

/** 1 for the form's own letter case, 0.9 for a title's or a headline's, 0 where the capitals rule it out. */
function spellingScore(form: NameForm, written: string, at: SearchedText): number {
  if (written === form.text) return 1;
  if (form.abbreviation) return 0;
  // A name with a capital anywhere is none in small letters.
  if (written === written.toLowerCase() && form.text !== form.text.toLowerCase()) return 0;
  const first = form.text.charAt(0);
  const needsCapital = first !== first.toLowerCase();
  const has = written.charAt(0);
  if (needsCapital && has === has.toLowerCase()) return 0;
  if (written === written.toUpperCase())
    return countLetters(written) >= LETTERS_FOR_CAPITALS || form.strict ? 0.9 : 0;
  if (!needsCapital && written.slice(1) === form.text.slice(1))
    return at.letterCase() === 'sentence' ? 0.95 : 0.9;
  return 0.9;
}

/**
 * True where a name that is strict about its letter case stands in a line of capitals, or is long enough to be no
 * abbreviation in a dateline: `TURKEY`, `CHINA`, Vietnamese `NGA`. A phrase that is no name always is one there.
 */
function isInCapitals(form: NameForm, written: string, at: SearchedText): boolean {
  if (form.abbreviation || written !== form.text.toUpperCase()) return false;
  if (form.thing < 0) return true;
  if (countLetters(written) >= LETTERS_FOR_CAPITALS) return true;
  return at.language === 'vi' && at.letterCase() === 'upper' && !ALSO_WORDS.has(form.text);
}

/** True for an English abbreviation in a text of a script without capitals: `USA` in Thai cannot be another word. */
function isForeignAbbreviation(form: NameForm, language: string): boolean {
  return form.abbreviation && UNCASED.has(language) && form.languages.includes('en');
}

/** True for names that oftener are a saint's, or a word's. */
function needsEvidence(at: SearchedText, start: number, end: number, written: string): boolean {
  if (isOftenerWord(at, start, end)) return true;
  if (SAINT.test(written)) {
    const before = at.text.slice(Math.max(0, start - BESIDE), start);
    const after = /^[^.,;!?]*/.exec(at.text.slice(end, end + BESIDE))?.[0] ?? '';
    return !ISLAND.test(`${before} ${after}`);
  }
  // Turkish for "financial".
  if (at.language !== 'tr' || written !== 'Mali' || !startsSentence(at.text, start)) return false;
  return /^ \p{Ll}/u.test(at.text.slice(end, end + 3));
}

/** True for abbreviations that a line of capitals makes of a word: `US` of us, `IS` of is. */
function isWordHere(form: NameForm, at: SearchedText): boolean {
  return isStopWordOf(at.language, foldWord(form.text));
}

/**
 * A name that is a word of grammar counts in its own capital, within a sentence; where a capital says nothing, it is
 * doubtful; in small letters it is none.
 */
function asStopWord(form: NameForm, at: SearchedText, start: number, score: number): number {
  const folded = foldWord(form.text);
  if (!isStopWord(folded)) return score;
  if (form.text === folded && folded !== folded.toUpperCase()) return 0;
  if (!isStopWordOf(at.language, folded)) return score;
  const bare = startsSentence(at.text, start) || at.letterCase() !== 'sentence';
  return Math.min(score, bare ? DOUBTFUL : 0.6);
}
