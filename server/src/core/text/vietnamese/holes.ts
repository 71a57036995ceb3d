import { lazy } from '../../lazy.ts';
import { VIETNAMESE_LETTERS } from './letters.ts';
import { parseSyllable } from './syllable.ts';

const HOLE = '?';
/** Longer words are no syllables. */
const LONGEST = 7;
const accentedVowels = lazy((): readonly string[] =>
  [...VIETNAMESE_LETTERS].filter(([letter, { bare }]) => letter !== bare && bare !== 'd').map(([l]) => l),
);
/** The only two accented vowels that stand side by side. */
const pairs = lazy((): readonly string[] => [...'ơờớởỡợ'].map((vowel) => `ư${vowel}`));

/**
 * The syllables that a word can have been whose accented letters are lost, `?` in the place of each (`Vi?t`, `?i?u`,
 * `tr??ng`): lower case, in no order of likelihood. Empty where there are more holes than a syllable has such letters.
 */
export function syllablesFor(word: string): readonly string[] {
  if (word.length > LONGEST || !word.includes(HOLE)) return [];
  const holes = [...word].filter((c) => c === HOLE).length;
  if (holes > 3) return [];
  const lower = word.toLowerCase();
  const starts = lower.startsWith(HOLE) ? [`đ${lower.slice(1)}`, lower] : [lower];
  const filled = new Set<string>();
  for (const start of starts)
    for (const candidate of fillVowels(start))
      if (parseSyllable(candidate) !== undefined) filled.add(candidate);
  return [...filled];
}

const LOST = /\ufffd+/g;

/**
 * The same for a word with U+FFFD, which stands for a letter once, or for each of its two or three bytes, or for two
 * letters side by side.
 */
export function syllablesForLost(word: string): readonly string[] {
  const oneEach = syllablesFor(word.replace(LOST, HOLE));
  // As `?` runs are read: two letters.
  const twoEach = syllablesFor(word.replace(LOST, (run) => (run.length === 1 ? HOLE : HOLE + HOLE)));
  return word.includes('\ufffd\ufffd') ? [...new Set([...oneEach, ...twoEach])] : oneEach;
}

function fillVowels(word: string): readonly string[] {
  const at = word.indexOf(HOLE);
  if (at < 0) return [word];
  const run = word.lastIndexOf(HOLE) - at + 1;
  if (run > 2 || (run === 2 && word.charAt(at + 1) !== HOLE)) return [];
  const fillings = run === 2 ? pairs() : accentedVowels();
  return fillings.map((vowels) => word.slice(0, at) + vowels + word.slice(at + run));
}
