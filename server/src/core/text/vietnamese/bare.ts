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

/** The counts of a text that is Vietnamese without its marks, by its tokens; undefined where it is none. */
export function bareVietnamese(tokens: readonly Token[]): BareText | undefined {
  let words = 0;
  let marked = 0;
  let bare = 0;
  let telling = 0;
  for (const { kind, text } of tokens) {
    if (kind !== 'word') continue;
    words++;
    if (hasVietnameseMark(text)) {
      // A body paragraph ends here after a handful of words.
      if (++marked > tokens.length * MARKED_AT_MOST) return undefined;
    } else if (isBareSyllable(text)) {
      bare++;
      if (BARE_COMMON.has(text.toLowerCase()) || parseSyllable(text) === undefined) telling++;
    }
  }
  const enough = words >= FEWEST_WORDS && marked <= words * MARKED_AT_MOST;
  return enough && bare >= words * BARE_AT_LEAST && telling >= words * TELLING_AT_LEAST
    ? { words, bare, marked }
    : undefined;
}
