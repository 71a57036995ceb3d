import type { TextRange } from './range.ts';
import { BLANKS, Kind, kindReader } from './signs.ts';

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
  eachToken(text, (start, end, kind) => tokens.push({ start, end, text: text.slice(start, end), kind }));
  return tokens;
}

/** Visits the tokens of `splitTokens` in order, for whoever does not need the text of each. */
export function eachToken(
  text: string,
  visit: (start: number, end: number, kind: Token['kind']) => void,
): void {
  const kindOf = kindReader();
  const { length } = text;
  const endOfWord = (from: number): number => {
    for (let end = from; ; end++) {
      const kind = end < length ? kindOf(text.charCodeAt(end)) : Kind.edge;
      if ((kind & PLAIN_LETTERS) !== 0) continue;
      if ((kind & UNSURE) !== 0) return -1;
      if (kind !== Kind.apostrophe || text.charCodeAt(end) === OPENING_APOSTROPHE) return end;
      const next = end + 1 < length ? kindOf(text.charCodeAt(end + 1)) : Kind.edge;
      if ((next & UNSURE) !== 0) return -1;
      if ((next & PLAIN_LETTERS) === 0) return end;
    }
  };
  const endOfNumber = (from: number): number => {
    for (let end = from; ; end++) {
      const kind = end < length ? kindOf(text.charCodeAt(end)) : Kind.edge;
      if ((kind & PLAIN_DIGITS) !== 0) continue;
      if (kind === Kind.surrogate) return -1;
      if ((kind & INSIDE_NUMBERS) === 0 || !isInsideNumber(text.charCodeAt(end))) return end;
      const next = end + 1 < length ? kindOf(text.charCodeAt(end + 1)) : Kind.edge;
      if (next === Kind.surrogate) return -1;
      if ((next & PLAIN_DIGITS) === 0) return end;
    }
  };
  let expression: RegExp | undefined;
  for (let start = 0; start < length; ) {
    const kind = kindOf(text.charCodeAt(start));
    if ((kind & BLANKS) !== 0) {
      start++;
      continue;
    }
    let end = -1;
    let what: Token['kind'] = 'mark';
    if ((kind & PLAIN_LETTERS) !== 0) {
      end = endOfWord(start + 1);
      what = 'word';
    } else if ((kind & PLAIN_DIGITS) !== 0) {
      end = endOfNumber(start + 1);
      what = 'number';
    } else if ((kind & UNSURE) === 0) end = start + 1;
    if (end < 0) {
      expression ??= new RegExp(TOKEN);
      expression.lastIndex = start;
      const match = expression.exec(text);
      if (match === null) break;
      start = match.index;
      end = start + match[0].length;
      what = match[1] !== undefined ? 'word' : match[2] !== undefined ? 'number' : 'mark';
    }
    visit(start, end, what);
    start = end;
  }
}

/** Letters and marks that any word goes on with. */
const PLAIN_LETTERS =
  Kind.misread |
  Kind.small |
  Kind.capital |
  Kind.latinSmall |
  Kind.latinCapital |
  Kind.otherSmall |
  Kind.otherCapital |
  Kind.uncased |
  Kind.mark;
const PLAIN_DIGITS = Kind.digit | Kind.otherDigit;
/** Where only the expression can tell. */
const UNSURE = Kind.odd | Kind.control | Kind.surrogate | Kind.invisible;
const INSIDE_NUMBERS = Kind.stop | Kind.comma | Kind.colon | Kind.ascii;
/** ‘ begins a quotation: it is the only one of its kind that stands in no word. */
const OPENING_APOSTROPHE = 0x2018;

/** `.` `,` `:` `/` */
function isInsideNumber(unit: number): boolean {
  return unit === 0x2e || unit === 0x2c || unit === 0x3a || unit === 0x2f;
}
