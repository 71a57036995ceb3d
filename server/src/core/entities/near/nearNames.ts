import type { TextRange } from '../../text/range.ts';
import { foldName, foldWord } from '../fold.ts';
import { countLetters, LONGEST_NAME } from '../nameForm.ts';
import { insideAddress } from '../webAddress.ts';
import { isWordUnit, standsAlone } from '../wordScan.ts';
import { FEWEST_LETTERS, MOST_WORDS_OF_NEAR, type NearHit, type NearIndex } from './nearIndex.ts';
import { nearKey } from './nearKey.ts';

/** Words that are not a known name, but nearly: with a damaged letter. UTF-16 units of the text that was searched. */
export interface NearName extends TextRange {
  readonly entityId: string;
  /** The name that was probably meant. */
  readonly name: string;
  /** 0–1: how sure it is. */
  readonly score: number;
}

/** Scripts without capitals give no hint that a word is a name, so its names must be longer. */
const FEWEST_LETTERS_UNCASED = 6;
/** Wider gaps stand between words, not within a name. */
const WIDEST_GAP = 3;
/** What a name gains at its end in many languages by grammar, not by damage. */
const GROWN = /^(?:s|es|n|an|en|i|a|e|u|ы|а|у|е|и|ом|ой|ем|na|y)$/u;
const NAME_GAP = /^[\s-]+$/u;

/**
 * Known names with a damaged letter (one missing, doubled, swapped with its neighbour, wrong, lost or misread by a
 * scanner; two in names of ten letters or more), left to right, without overlap, outside `taken`: what are mentions
 * already. Only words of five letters or more that begin with a capital, where the script has capitals, and are no
 * words of the language: `isWord` (asked in small letters, NFC) says what is. Of a name of several words one must be
 * whole. Never a spelling that is a known name.
 * `language` is the text's (BCP 47 primary subtag). Linear in the text; keep the result per paragraph.
 */
export function nearNames(
  text: string,
  taken: readonly TextRange[],
  index: NearIndex,
  language: string,
  isWord: (word: string) => boolean,
): NearName[] {
  const words = openWords(text, taken);
  const found: NearName[] = [];
  for (let i = 0; i < words.length; ) {
    const match = longestAt(text, words, i, index, language, isWord);
    if (match === undefined) i++;
    else {
      found.push(match.near);
      i += match.words;
    }
  }
  return found;
}

function longestAt(
  text: string,
  words: readonly TextRange[],
  first: number,
  index: NearIndex,
  language: string,
  isWord: (word: string) => boolean,
): { near: NearName; words: number } | undefined {
  const start = words[first]?.start ?? 0;
  if (!mayBegin(text.charAt(start))) return undefined;
  let count = 1;
  while (
    count < Math.min(MOST_WORDS_OF_NEAR, index.words) &&
    goesOn(text, words[first + count - 1], words[first + count])
  )
    count++;
  for (; count > 0; count--) {
    const end = words[first + count - 1]?.end ?? start;
    const near = judged(text, start, end, index, language, isWord);
    if (near !== undefined) return { near, words: count };
  }
  return undefined;
}

function judged(
  text: string,
  start: number,
  end: number,
  index: NearIndex,
  language: string,
  isWord: (word: string) => boolean,
): NearName | undefined {
  if (end - start > LONGEST_NAME) return undefined;
  const written = text.slice(start, end);
  const key = nearKey(written);
  const letters = countLetters(key);
  const cased = written.charAt(0).toLowerCase() !== written.charAt(0).toUpperCase();
  if (letters < (cased ? FEWEST_LETTERS : FEWEST_LETTERS_UNCASED)) return undefined;
  if (key.includes(' ') && !key.split(' ').some((word) => index.hasWord(word))) return undefined;
  const hits = index.nearest(key);
  const folded = foldName(written);
  if (hits.length === 0 || hits.some(({ name }) => isSame(folded, foldName(name)))) return undefined;
  const fit = hits
    .filter((hit) => isDamage(written, key, hit, language, isWord))
    .sort((a, b) => isOwn(b, language) - isOwn(a, language) || byName(a, b));
  const best = fit[0];
  if (best === undefined || insideAddress(text, start, end)) return undefined;
  const others = new Set(fit.map(({ entityId }) => entityId)).size;
  const damage = best.distance === 0 ? 0.5 : best.distance;
  const score = Math.max(0.3, 0.95 - (1.5 * damage) / letters) / (others > 1 ? 1.5 : 1);
  return { start, end, entityId: best.entityId, name: best.name, score };
}

/** True where the words that differ from the name's are no words of the language, nor the name with an ending. */
function isDamage(
  written: string,
  key: string,
  { name, distance }: NearHit,
  language: string,
  isWord: (word: string) => boolean,
): boolean {
  const known = nearKey(name);
  // A scanner, too, seldom mistakes a capital; names that differ in their first letter are other names.
  if (key.charAt(0) !== known.charAt(0)) return false;
  if (distance > 0 && (isGrown(key, known) || isHusband(key, known))) return false;
  // Vietnamese syllables differ by nothing but marks; a text without any marks is another matter.
  if (distance === 0 && language === 'vi' && written !== nearKey(written) && /[^\u0000-\u007f]/.test(written))
    return false;
  const theirs = new Set(foldName(name).split(/[\s-]+/u));
  const odd = written.split(/[\s-]+/u).filter((word) => !theirs.has(foldWord(word)));
  return odd.length > 0 && odd.every((word) => !isWord(foldWord(word)));
}

function isGrown(longer: string, shorter: string): boolean {
  const grown = longer.slice(shorter.length);
  return longer.startsWith(shorter) && GROWN.test(grown) && !shorter.endsWith(grown); // a doubled letter is damage
}

/** `Petrov` is no damaged `Petrova`. */
function isHusband(key: string, known: string): boolean {
  return known === `${key}a` && /(?:ov|ev|in)$/.test(key);
}

function isSame(written: string, name: string): boolean {
  return written.replaceAll('-', ' ') === name.replaceAll('-', ' ');
}

function isOwn({ languages }: NearHit, language: string): number {
  return languages.includes(language) || languages.includes('und') ? 1 : 0;
}

/** By code units, so that the order of entities does not matter. */
function byName(a: NearHit, b: NearHit): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.entityId < b.entityId ? -1 : a.entityId > b.entityId ? 1 : 0;
}

function mayBegin(first: string): boolean {
  return first.toLowerCase() === first.toUpperCase() ? /^\p{L}/u.test(first) : first !== first.toLowerCase();
}

function goesOn(text: string, word: TextRange | undefined, next: TextRange | undefined): boolean {
  if (word === undefined || next === undefined || next.start - word.end > WIDEST_GAP) return false;
  return NAME_GAP.test(text.slice(word.end, next.start));
}

/** Words outside what is taken, in scripts that have blanks between words; lost letters belong to them. */
function openWords(text: string, taken: readonly TextRange[]): TextRange[] {
  const words: TextRange[] = [];
  let nextTaken = 0;
  for (let i = 0; i < text.length; ) {
    if (!isLetterHere(text, i)) {
      i++;
      continue;
    }
    const start = i;
    while (i < text.length && isLetterHere(text, i)) i++;
    while ((taken[nextTaken]?.end ?? Number.POSITIVE_INFINITY) <= start) nextTaken++;
    if ((taken[nextTaken]?.start ?? Number.POSITIVE_INFINITY) >= i) words.push({ start, end: i });
  }
  return words;
}

function isLetterHere(text: string, i: number): boolean {
  const unit = text.charCodeAt(i);
  if (unit === 0xfffd) return true;
  if (unit >= 0x80 && unit <= 0xbf && unit !== 0xa0) return /[\u00c2-\u00c5]/.test(text.charAt(i - 1));
  return !standsAlone(unit) && isWordUnit(text, i);
}
