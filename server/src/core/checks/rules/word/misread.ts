import type { Commonness, LanguageWords } from '../../../text/lexicon/lexicon.ts';

/**
 * Letters that scanners take for others of the same shape, as read and as printed: the pairs that every study of the
 * errors of optical character recognition lists.
 */
const CONFUSIONS: readonly (readonly [read: string, printed: string])[] = [
  ['rn', 'm'],
  ['m', 'rn'],
  ['cl', 'd'],
  ['d', 'cl'],
  ['li', 'h'],
  ['ii', 'u'],
  ['vv', 'w'],
  ['c', 'e'],
  ['e', 'c'],
  ['ri', 'n'],
];
const SHORTEST = 4;
/** Up to so many letters a word must be among the 3,000 commonest, longer ones among the 10,000. */
const SHORT = 5;

/**
 * The common word that an unknown one becomes where one or two of its letters are read as the ones that a scanner takes
 * them for; the commonest. Undefined where there is none. `word` in lower case.
 */
export function misreadOf(word: string, words: LanguageWords): string | undefined {
  if (word.length < SHORTEST) return undefined;
  let best: string | undefined;
  let most: Commonness = word.length <= SHORT ? 2 : 1;
  for (const [read, printed] of CONFUSIONS) {
    for (let at = word.indexOf(read); at >= 0; at = word.indexOf(read, at + 1)) {
      const candidate = word.slice(0, at) + printed + word.slice(at + read.length);
      const commonness = words.listed?.(candidate) ?? 0;
      if (commonness <= most) continue;
      best = candidate;
      most = commonness;
    }
  }
  return best;
}
