import type { Anchor } from '../../core/annotations/model.ts';

/** Characters beside a quote that are looked for once it is gone: fewer stand anywhere. */
const LENGTHS = [32, 16, 8];

/** Where the surroundings of words that are gone still stand, once, in an article: a UTF-16 unit of it. */
export function nearestContext({ before, after }: Anchor, text: string): number | undefined {
  for (const length of LENGTHS) {
    const left = before.slice(-length);
    const afterLeft =
      left.length >= Math.min(length, LENGTHS.at(-1) ?? 0) ? onlyPlace(text, left) : undefined;
    if (afterLeft !== undefined) return afterLeft + left.length;
    const right = after.slice(0, length);
    const beforeRight =
      right.length >= Math.min(length, LENGTHS.at(-1) ?? 0) ? onlyPlace(text, right) : undefined;
    if (beforeRight !== undefined) return beforeRight;
  }
  return undefined;
}

function onlyPlace(text: string, words: string): number | undefined {
  if (words.trim() === '') return undefined;
  const at = text.indexOf(words);
  return at >= 0 && text.indexOf(words, at + 1) < 0 ? at : undefined;
}
