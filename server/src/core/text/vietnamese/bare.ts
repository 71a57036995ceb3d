import { NO_WORD, WordBook } from '../lexicon/wordBook.ts';
import type { Token } from '../tokens.ts';
import { BARE_COMMON } from './bareCommon.ts';
import { hasVietnameseMark, isBareSyllable, parseSyllable } from './syllable.ts';

/** Below this a text is more likely a name or a brand than a sentence. */
const FEWEST_WORDS = 4;
/** Of the words: at most this share may carry a Vietnamese mark … */
const MARKED_AT_MOST = 0.1;
/** … at least this share must look like a syllable that lost its marks … */
const BARE_AT_LEAST = 0.75;
/**
 * … and at least this share must be telling: no syllable as it stands (`hop`, `cac`: a final stop wants a tone), or
 * a word that Vietnamese writes with marks nearly always (`cua`, `voi`). In accented news such words are foreign
 * names and rare. The three shares are those of a prototype that was right in 99 of 100 lines.
 */
const TELLING_AT_LEAST = 0.3;

/** How a text of Vietnamese without its marks counts out. */
export interface BareText {
  readonly words: number;
  /** Words that are a syllable without its marks. */
  readonly bare: number;
  /** Words that still have a mark. */
  readonly marked: number;
}

const MARKED = 1;
const BARE = 2;
const TELLING = 3;

function verdictOn(word: string): number {
  if (hasVietnameseMark(word)) return MARKED;
  if (!isBareSyllable(word)) return 0;
  return BARE_COMMON.has(word.toLowerCase()) || parseSyllable(word) === undefined ? TELLING : BARE;
}

/**
 * The counts of a text that is Vietnamese without its marks, by its tokens; undefined where it is none. `book` keeps
 * what was found out of each word.
 */
export function bareVietnamese(
  tokens: readonly Token[],
  book = new WordBook('vi', ''),
): BareText | undefined {
  const numbers = book.numbersOf(tokens);
  const verdicts = book.verdicts('bare Vietnamese', verdictOn);
  let words = 0;
  let marked = 0;
  let bare = 0;
  let telling = 0;
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] ?? NO_WORD;
    if (number === NO_WORD) continue;
    words++;
    const verdict = verdicts.of(number, tokens[i]);
    if (verdict === MARKED) {
      // A body paragraph ends here after a handful of words.
      if (++marked > tokens.length * MARKED_AT_MOST) return undefined;
    } else if (verdict !== 0) {
      bare++;
      if (verdict === TELLING) telling++;
    }
  }
  const enough = words >= FEWEST_WORDS && marked <= words * MARKED_AT_MOST;
  return enough && bare >= words * BARE_AT_LEAST && telling >= words * TELLING_AT_LEAST
    ? { words, bare, marked }
    : undefined;
}
