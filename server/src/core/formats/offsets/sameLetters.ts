import type { TextRange } from '../../text/range.ts';

/** Where the places of a text that was put together from tokens lie in the text that it was made from. */
export interface LetterAlignment {
  /**
   * The stretch of the text (UTF-16 units) that one of the built text stands for: from before its first character that
   * both have to behind its last one. An empty one lies before the character that it lies before, or else behind the
   * last one before it.
   */
  range(start: number, end: number): TextRange;
}

const NONE = 0xffffffff;

/**
 * Aligns two texts that differ only in their blanks and line ends; undefined where they differ in more. Blanks that
 * both have are aligned too, so that a token of a no-break space keeps its place.
 */
export function alignLetters(built: string, text: string): LetterAlignment | undefined {
  /** By UTF-16 unit of `built`: the same unit in `text`. */
  const same = new Uint32Array(built.length).fill(NONE);
  let [i, j] = [0, 0];
  while (i < built.length || j < text.length) {
    const [a, b] = [built.charCodeAt(i), text.charCodeAt(j)];
    if (a === b) same[i++] = j++;
    else if (isBlank(a) && !(isBlank(b) && bringsBack(built, i, text, j))) i++;
    else if (isBlank(b)) j++;
    else return undefined;
  }
  const next = (offset: number) => {
    for (let k = offset; k < built.length; k++) if (same[k] !== NONE) return same[k] ?? 0;
    return text.length;
  };
  const behind = (offset: number) => {
    for (let k = Math.min(offset, built.length) - 1; k >= 0; k--)
      if (same[k] !== NONE) return (same[k] ?? 0) + 1;
    return 0;
  };
  return {
    range(start, end) {
      if (start < end) {
        const from = next(start);
        return { start: from, end: Math.max(from, behind(end)) };
      }
      const at = start < built.length && same[start] !== NONE ? next(start) : behind(start);
      return { start: at, end: at };
    },
  };
}

/** True where the blank of `built` at `i` stands further on among the blanks of `text` from `j`. */
function bringsBack(built: string, i: number, text: string, j: number): boolean {
  const wanted = built.charCodeAt(i);
  // A blank that a writer put between tokens stands for any other: only rarer ones are looked for.
  if (wanted === 32 || wanted === 10) return false;
  for (let k = j; k < text.length && isBlank(text.charCodeAt(k)); k++)
    if (text.charCodeAt(k) === wanted) return true;
  return false;
}

/** What writers of tokens may leave out or put in. */
function isBlank(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x85 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}
