import type { TextRange } from './range.ts';

/** A longer line is cut. Longer than any paragraph that a person wrote. */
const LONGEST = 20_000;
/** No piece is shorter, but for the last. */
const SHORTEST = 2_000;
/** After the shortest length, one in so many sentence ends becomes a cut. */
const ONE_IN = 8;
/** Units before a sentence end that decide whether it is a cut. */
const WINDOW = 32;

/**
 * A range as it is, or, where it is longer than 20,000 units, the pieces it is cut into, without outer blanks. Cuts
 * are at ends of sentences and are chosen by the few units before them, not by their distance from the start: after
 * an edit the later cuts are where they were, so that the later pieces are the same texts and need no new checking.
 * A text without sentence ends is cut at a blank, one without blanks anywhere but inside a character.
 */
export function cutLongRange(text: string, range: TextRange): readonly TextRange[] {
  if (range.end - range.start <= LONGEST) return [range];
  const pieces: TextRange[] = [];
  let start = range.start;
  while (start < range.end) {
    const end = range.end - start <= SHORTEST ? range.end : cutAfter(text, start, range.end);
    const piece = text.slice(start, end);
    const length = piece.trimEnd().length;
    if (length > 0) pieces.push({ start, end: start + length });
    start = end;
    while (start < range.end && /\s/.test(text.charAt(start))) start++;
  }
  return pieces;
}

/** Where the piece that starts at `start` ends. */
function cutAfter(text: string, start: number, end: number): number {
  const last = Math.min(start + LONGEST, end);
  const window = text.slice(start, last);
  let sentenceEnd = 0;
  for (const match of window.slice(SHORTEST).matchAll(/[.!?…]["'”’»)\]]?\s|[。！？।؟۔]/g)) {
    sentenceEnd = SHORTEST + match.index + match[0].length;
    if (isChosen(window, sentenceEnd)) return start + sentenceEnd;
  }
  if (last === end) return end;
  if (sentenceEnd > 0) return start + sentenceEnd;
  const blank = /\s(?=\S*$)/.exec(window.slice(-WIDEST_WORD));
  if (blank) return last - Math.min(WIDEST_WORD, window.length) + blank.index + 1;
  return insideCharacter(text, last) ? last - 1 : last;
}

/** How far back from the longest length a blank is looked for. */
const WIDEST_WORD = 200;

function isChosen(text: string, at: number): boolean {
  let sum = 0;
  for (let unit = at - WINDOW; unit < at; unit++) sum = (sum * 31 + text.charCodeAt(unit)) % 65_521;
  return sum % ONE_IN === 0;
}

function insideCharacter(text: string, at: number): boolean {
  return /^[\udc00-\udfff]$/.test(text.charAt(at)) && /^[\ud800-\udbff]$/.test(text.charAt(at - 1));
}
