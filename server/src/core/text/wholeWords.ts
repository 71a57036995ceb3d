import type { TextRange } from './range.ts';

const WORD_UNIT = /[\p{L}\p{M}\p{N}]/u;
/** Blanks and line ends between two words: more of them, or a second line end, part texts rather than words. */
const MOST_BLANKS = 4;

/**
 * Where some words stand as whole words (UTF-16 units), in text order, without overlaps; letter case counts. Where they
 * have a blank the text may have a line end.
 */
export function wholeWords(text: string, words: string): TextRange[] {
  const [first, ...others] = words.split(/\s+/u).filter((part) => part !== '');
  const found: TextRange[] = [];
  if (first === undefined) return found;
  for (let at = text.indexOf(first); at >= 0; ) {
    const end = endOf(text, at + first.length, others);
    const isFound = end !== undefined && isWordEdge(text, at) && isWordEdge(text, end);
    if (isFound) found.push({ start: at, end });
    at = text.indexOf(first, isFound ? end : at + first.length);
  }
  return found;
}

/** Where the words behind `from` end, each after a blank; undefined where they do not follow. */
function endOf(text: string, from: number, words: readonly string[]): number | undefined {
  let end = from;
  for (const word of words) {
    const start = afterBlanks(text, end);
    if (start === undefined || !text.startsWith(word, start)) return undefined;
    end = start + word.length;
  }
  return end;
}

function afterBlanks(text: string, from: number): number | undefined {
  let at = from;
  let lines = 0;
  while (at - from < MOST_BLANKS && /\s/u.test(text.charAt(at))) {
    if (text[at] === '\n') lines++;
    at++;
  }
  return at > from && lines < 2 ? at : undefined;
}

/** True where no word runs across the offset. */
function isWordEdge(text: string, offset: number): boolean {
  const before = codePointBefore(text, offset);
  const after = String.fromCodePoint(text.codePointAt(offset) ?? 32);
  return !(WORD_UNIT.test(before) && WORD_UNIT.test(after));
}

function codePointBefore(text: string, offset: number): string {
  if (offset === 0) return ' ';
  const unit = text.charCodeAt(offset - 1);
  const isLow = unit >= 0xdc00 && unit <= 0xdfff;
  return text.slice(offset - (isLow && offset > 1 ? 2 : 1), offset);
}
