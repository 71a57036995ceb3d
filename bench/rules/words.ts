import type { Random } from './random.ts';

/** A word and its place in a text (UTF-16 units). */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The runs of letters of a text that no digit, apostrophe or hyphen touches. */
export function words(text: string): Word[] {
  return Array.from(
    text.matchAll(/(?<![\p{L}\p{M}\p{N}'’@_./-])[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}'’@_-]|[./]\S)/gu),
    (m) => ({
      text: m[0],
      start: m.index,
      end: m.index + m[0].length,
    }),
  );
}

/** The words all in lower case with at least so many letters. */
export function lowerWords(text: string, letters: number): Word[] {
  return words(text).filter((w) => w.text.length >= letters && isLower(w.text));
}

export function isLower(word: string): boolean {
  return word === word.toLowerCase() && word !== word.toUpperCase();
}

/** True for a capital followed by small letters. */
export function isCapitalised(word: string): boolean {
  const [first = '', ...rest] = word;
  return rest.length > 0 && first !== first.toLowerCase() && isLower(rest.join(''));
}

/** Neighbouring words with nothing but one space between them. */
export function wordPairs(text: string): [Word, Word][] {
  const all = words(text);
  return all.flatMap((left, i): [Word, Word][] => {
    const right = all[i + 1];
    return right && text.slice(left.end, right.start) === ' ' ? [[left, right]] : [];
  });
}

/** A run of so many neighbouring words with single spaces between them. */
export function wordRun(
  text: string,
  length: number,
  random: Random,
  fits: (word: Word) => boolean = () => true,
) {
  const all = words(text);
  const starts = all.flatMap((_, i) => {
    const run = all.slice(i, i + length);
    const joined = run.every((w, j) => fits(w) && (j === 0 || text.slice(run[j - 1]?.end, w.start) === ' '));
    return run.length === length && joined ? [run] : [];
  });
  const run = random.pick(starts);
  const first = run?.[0];
  const last = run?.at(-1);
  return first && last
    ? { text: text.slice(first.start, last.end), start: first.start, end: last.end }
    : undefined;
}
