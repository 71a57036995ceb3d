import type { Random } from '../../rules/random.ts';
import type { Stretch, TrackedText } from '../tracked.ts';

/** Scripts that write no blanks between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** Sentences of one line: up to a final sign with its closing quotes, or the line's end. */
const SENTENCE =
  /[^\n]+?(?:[.!?。！？।؟]["'”’»」』)]*(?=\s|$|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}「『“])|(?=\n|$))/gu;

/** The words of the text as it is now. */
export function wordsOf(text: TrackedText): Stretch[] {
  const spaced = text.find(/[\p{L}\p{N}\p{M}]+/gu);
  return spaced.flatMap((stretch) => (UNSPACED.test(stretch.text) ? segments(stretch) : [stretch]));
}

function segments(stretch: Stretch): Stretch[] {
  const words: Stretch[] = [];
  let at = stretch.start;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(stretch.text)) {
    const length = Array.from(segment).length;
    words.push({ start: at, end: at + length, text: segment });
    at += length;
  }
  return words;
}

/** The sentences of the text as it is now, without the blanks around them. */
export function sentencesOf(text: TrackedText): Stretch[] {
  return text.find(SENTENCE).flatMap((stretch) => {
    const lead = Array.from(stretch.text).findIndex((character) => /\S/u.test(character));
    if (lead < 0) return [];
    return [{ start: stretch.start + lead, end: stretch.end, text: stretch.text.trim() }];
  });
}

/** The lines that hold anything, with the line end behind them. */
export function linesOf(text: TrackedText): Stretch[] {
  return text.find(/[^\n]*\S[^\n]*\n*/gu);
}

/** Some of a list, in order; at least one if there is any. */
export function some<T>(list: readonly T[], random: Random, least: number, most: number): T[] {
  const count = Math.min(list.length, least + random.below(most - least + 1));
  const places = random.shuffled(list.map((_, at) => at)).slice(0, count);
  return places.sort((a, b) => a - b).flatMap((at) => list.slice(at, at + 1));
}

/** True where words are written without blanks. */
export function isUnspaced(language: string): boolean {
  return ['zh', 'ja', 'th'].includes(language);
}
