import type { TextRange } from './range.ts';

/** A word, a number or a mark of a text. Ranges are UTF-16 units of the text that was split. */
export interface Token extends TextRange {
  readonly text: string;
  readonly kind: 'word' | 'number' | 'mark';
}

/** Letters, combining marks and the joiners that Persian, Hindi or a soft hyphen put inside a word. */
const LETTER = String.raw`\p{L}\p{M}`;
const INSIDE = String.raw`${LETTER}\u00ad\u200c\u200d`;
/** Apostrophes, the middle dot of Catalan, and the Hebrew geresh and gershayim: inside a word they belong to it. */
const INNER_MARK = `['’ʼ·׳״]`;
const TOKEN = new RegExp(
  String.raw`([${LETTER}][${INSIDE}]*(?:${INNER_MARK}[${LETTER}][${INSIDE}]*)*)|(\p{Nd}+(?:[.,:/]\p{Nd}+)*)|[^\s]`,
  'gu',
);

/**
 * The words, numbers and marks of a text, in order, without the blanks.
 *
 * - A word is letters, combining marks and inner apostrophes (`don't`, `l'état`); digits end it (`Rp1.000` is two).
 *   A hyphen stands alone as a mark: `kupu-kupu` is three tokens.
 * - A number takes digits and inner `.`, `,`, `:` and `/` (`1.234,5`, `10:30`).
 * - Everything else is a mark of one code point.
 *
 * Scripts without blanks between words (Chinese, Thai …) give one word per unbroken run of letters.
 */
export function splitTokens(text: string): Token[] {
  const tokens: Token[] = [];
  const expression = new RegExp(TOKEN);
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === BLANK) {
      at++;
      continue;
    }
    const plainEnd = isLatinLetter(code) ? endOfPlainWord(text, at) : -1;
    if (plainEnd > 0) {
      tokens.push({ start: at, end: plainEnd, text: text.slice(at, plainEnd), kind: 'word' });
      at = plainEnd;
      continue;
    }
    expression.lastIndex = at;
    const match = expression.exec(text);
    if (!match) break;
    const kind = match[1] !== undefined ? 'word' : match[2] !== undefined ? 'number' : 'mark';
    at = match.index + match[0].length;
    tokens.push({ start: match.index, end: at, text: match[0], kind });
  }
  return tokens;
}

const BLANK = 0x20;

/** Letters of English and of the other languages in Latin script, Vietnamese included; false leaves it open. */
function isLatinLetter(code: number): boolean {
  if (code < 0xc0) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  if (code <= 0x24f) return code !== 0xd7 && code !== 0xf7;
  return code >= 0x1e00 && code <= 0x1eff;
}

/** The end of a word of Latin letters that a blank or an ASCII mark ends; -1 where only the expression can tell. */
function endOfPlainWord(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && isLatinLetter(text.charCodeAt(end))) end++;
  const after = end < text.length ? text.charCodeAt(end) : BLANK;
  return after < 0x80 && after !== 0x27 ? end : -1;
}
