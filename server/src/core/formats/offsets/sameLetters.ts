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
  const bringsBack = blanksAhead(text);
  while (i < built.length || j < text.length) {
    const [a, b] = [built.charCodeAt(i), text.charCodeAt(j)];
    if (a === b) same[i++] = j++;
    else if (isBlank(a) && !(isBlank(b) && bringsBack(a, j))) i++;
    else if (isBlank(b)) j++;
    else return undefined;
  }
  /** By offset in `built`: the next of its units that the text has too; the last one is its end. */
  const following = new Uint32Array(built.length + 1).fill(text.length);
  for (let k = built.length - 1; k >= 0; k--)
    following[k] = same[k] === NONE ? (following[k + 1] ?? 0) : (same[k] ?? 0);
  /** By offset in `built`: behind the last of the units before it that the text has too. */
  const preceding = new Uint32Array(built.length + 1);
  for (let k = 0; k < built.length; k++)
    preceding[k + 1] = same[k] === NONE ? (preceding[k] ?? 0) : (same[k] ?? 0) + 1;
  const next = (offset: number) => following[Math.min(offset, built.length)] ?? text.length;
  const behind = (offset: number) => preceding[Math.min(offset, built.length)] ?? 0;
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

/** Tells whether a blank stands further on among the blanks of a text from an offset on. Offsets are asked in ascending order. */
function blanksAhead(text: string): (blank: number, from: number) => boolean {
  /** By blank: the offset of the next one, from where it was last asked for. */
  const nextOf = new Map<number, number>();
  let runEnd = 0;
  return (blank, from) => {
    // A blank that a writer put between tokens stands for any other: only rarer ones are looked for.
    if (blank === 32 || blank === 10) return false;
    if (runEnd < from) runEnd = from;
    while (runEnd < text.length && isBlank(text.charCodeAt(runEnd))) runEnd++;
    let at = nextOf.get(blank) ?? -1;
    if (at < from) at = text.indexOf(String.fromCharCode(blank), from);
    if (at < 0) at = text.length;
    nextOf.set(blank, at);
    return at < runEnd;
  };
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
