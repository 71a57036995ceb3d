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
 * - A word is letters, combining marks and inner apostrophes (`don't`, `l'état`); digits end it (`Rp1.000` is two). A hyphen stands alone as a mark: `kupu-kupu` is three tokens.
 * - A number takes digits and inner `.`, `,`, `:` and `/` (`1.234,5`, `10:30`).
 * - Everything else is a mark of one code point.
 *
 * Scripts without blanks between words (Chinese, Thai …) give one word per unbroken run of letters.
 */
export function splitTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const kind = match[1] !== undefined ? 'word' : match[2] !== undefined ? 'number' : 'mark';
    tokens.push({ start: match.index, end: match.index + match[0].length, text: match[0], kind });
  }
  return tokens;
}
