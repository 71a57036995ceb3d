import type { LanguageWords } from '../../../../text/lexicon/lexicon.ts';
import { ENGLISH } from './english.ts';
import { ENOUGH, type Fusion, GRAMMAR } from './fusion.ts';
import { INDONESIAN } from './indonesian.ts';

const FUSIONS: ReadonlyMap<string, Fusion> = new Map([
  ['en', ENGLISH],
  ['id', INDONESIAN],
]);
/** Longer strings are no words of news. */
const LONGEST = 40;

interface Split {
  readonly parts: readonly string[];
  readonly score: number;
}

/**
 * The words that an unknown word (small letters, NFC) lost its spaces between, two or three, the likeliest split first;
 * none where it is known, may be a compound, or the language is not one of those that write compounds apart or have a
 * list of words.
 */
export function fusedWords(
  word: string,
  language: string,
  words: LanguageWords | undefined,
): (readonly string[])[] {
  const fusion = FUSIONS.get(language);
  if (!fusion || !words || word.length < fusion.shortest || word.length > LONGEST) return [];
  const two = inTwo(word, fusion, words);
  const splits = two.length > 0 ? two : inThree(word, fusion, words);
  return splits.sort((a, b) => b.score - a.score).map(({ parts }) => parts);
}

function inTwo(word: string, fusion: Fusion, words: LanguageWords): Split[] {
  const found: Split[] = [];
  for (let at = 2; at <= word.length - 2; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    const score = total(parts, fusion, words);
    if (score >= ENOUGH) found.push({ parts, score });
  }
  return found;
}

/** With a word of grammar in the middle or at both ends, and no part that is nothing by itself. */
function inThree(word: string, fusion: Fusion, words: LanguageWords): Split[] {
  const found: Split[] = [];
  for (let at = 2; at <= word.length - 4; at++) {
    const first = word.slice(0, at);
    if (strength(first, true, fusion, words) <= 0) continue;
    for (let to = at + 2; to <= word.length - 2; to++) {
      const middle = word.slice(at, to);
      const least = Math.min(strength(middle, true, fusion, words), strength(middle, false, fusion, words));
      if (least < GRAMMAR) continue;
      const parts = [first, middle, word.slice(to)];
      const score = total(parts, fusion, words);
      if (score >= ENOUGH * 1.5) found.push({ parts, score });
    }
  }
  return found;
}

function total(parts: readonly string[], fusion: Fusion, words: LanguageWords): number {
  let sum = 0;
  for (const [place, part] of parts.entries()) {
    const one = strength(part, place === 0, fusion, words);
    if (one <= 0) return 0;
    sum += one;
  }
  return sum;
}

function strength(part: string, isFirst: boolean, fusion: Fusion, words: LanguageWords): number {
  const commonness = words.commonness(part);
  return commonness === 0 ? 0 : fusion.strength(part, commonness, isFirst);
}
