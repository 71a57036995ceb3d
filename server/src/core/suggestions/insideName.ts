import { scanWord } from '../entities/wordScan.ts';
import type { TextRange } from '../text/range.ts';
import { beginsAfter } from './tagged/sameCase.ts';
import type { Cues } from './unknown/cues.ts';
import type { WordKnowledge } from './unknown/evidence.ts';

/** Longer words are none. */
const LONGEST_WORD = 40;
const LAST_WORD = /(\p{Lu}[\p{L}\p{M}’']*)[ \u00a0]$/u;

/**
 * True where a capitalised word before a name or after it, on the same line, belongs to it as it seems: `Hart` in
 * `Gary Hart`. Titles, days and words that only begin a sentence do not; nor does anything in a line of capitals. `ISIS`
 * of `ISIS-K` is inside one too.
 */
export function isInsideName(
  text: string,
  { start, end }: TextRange,
  cues: Cues,
  known: WordKnowledge,
): boolean {
  if (/^-\p{Lu}/u.test(text.slice(end, end + 3))) return true;
  const name = text.slice(start, end);
  if (name === name.toUpperCase()) return false;
  const before = LAST_WORD.exec(text.slice(Math.max(0, start - LONGEST_WORD), start));
  const word = before?.[1];
  if (word !== undefined && belongs(word, cues)) {
    const from = start - word.length - 1;
    if (!beginsAfter(text.slice(0, from)) || !known.isPlain(word.toLowerCase())) return true;
  }
  const next = { start: 0, end: 0, hash: 0, opaque: false };
  if (!scanWord(text, end, next) || text.slice(end, next.start) !== ' ') return false;
  const after = text.slice(next.start, next.end);
  return /^\p{Lu}/u.test(after) && belongs(after, cues);
}

function belongs(word: string, { titles, ordinary, heads, places }: Cues): boolean {
  const folded = word.toLowerCase();
  if (word === word.toUpperCase() && word.length > 1) return false;
  return (
    ![titles, ordinary, places].some((set) => set.has(folded)) && !heads.some((h) => h.first.has(folded))
  );
}
