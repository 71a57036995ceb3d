import { lazy } from '../lazy.ts';

/**
 * Kinds of characters (UTF-16 units), a bit each. They are what rules look for, not Unicode's categories: a rule that
 * needs one of them, or two side by side, need not read a paragraph that has none.
 */
export const Kind = {
  /** Before the first and behind the last character. */
  edge: 1 << 0,
  /** U+0020. */
  space: 1 << 1,
  /** All other blanks (`\s`) but those among the controls. */
  oddBlank: 1 << 2,
  /** Â Ã Î Ð Ø Ù, with which UTF-8 that was misread begins. */
  misread: 1 << 3,
  /** a–z. */
  small: 1 << 4,
  /** A–Z. */
  capital: 1 << 5,
  latinSmall: 1 << 6,
  latinCapital: 1 << 7,
  /** Small letters of Greek, Cyrillic and others. */
  otherSmall: 1 << 8,
  otherCapital: 1 << 9,
  /** Letters without case. */
  uncased: 1 << 10,
  /** Combining marks. */
  mark: 1 << 11,
  /** 0–9. */
  digit: 1 << 12,
  otherDigit: 1 << 13,
  /** `.` */
  stop: 1 << 14,
  comma: 1 << 15,
  /** `:` and `;` */
  colon: 1 << 16,
  /** `!` and `?` */
  cry: 1 << 17,
  /** `-` */
  hyphen: 1 << 18,
  /** `'` `‘` `’`, and the other marks that stand inside words: `·` `׳` `״`. */
  apostrophe: 1 << 19,
  /** `"` “ ” „ ‟ « » */
  quote: 1 << 20,
  /** ( [ { */
  opening: 1 << 21,
  /** ) ] } */
  closing: 1 << 22,
  ampersand: 1 << 23,
  /** `\` and `%` */
  escape: 1 << 24,
  /** `<` */
  angle: 1 << 25,
  /** All other marks of ASCII: `/ @ _ # = + * ~ ^ | $ >` and the backtick. */
  ascii: 1 << 26,
  /** Letters and signs that misread text is full of, and sound text seldom has: ¤ ¨ ƒ ˆ † € œ µ ² § ©, boxes, U+FFFD. */
  odd: 1 << 27,
  /** C0 but tab and line ends, DEL, C1, U+2028, U+2029, noncharacters. */
  control: 1 << 28,
  /** Halves of characters beyond the basic plane, paired or not. */
  surrogate: 1 << 29,
  /** Characters of format: zero-width, of writing direction, soft hyphen, BOM. */
  invisible: 1 << 30,
  /** Everything else: dashes, …, other scripts' marks, symbols. */
  other: 1 << 31,
} as const;

/** Blanks, but for those that are controls. */
export const BLANKS = Kind.space | Kind.oddBlank;
/** Small letters of any script, and what may be one. */
export const SMALL_LETTERS = Kind.small | Kind.latinSmall | Kind.otherSmall | Kind.odd | Kind.surrogate;
/** Capitals of any script, and what may be one. */
export const CAPITALS =
  Kind.misread | Kind.capital | Kind.latinCapital | Kind.otherCapital | Kind.odd | Kind.surrogate;
/** Letters and combining marks of any script, and what may be one. */
export const LETTERS = SMALL_LETTERS | CAPITALS | Kind.uncased | Kind.mark;
/** Decimal digits of any script, and what may be one. */
export const DIGITS = Kind.digit | Kind.otherDigit | Kind.surrogate;

/** Signs of misread text: see checks/mojibake/badness.ts, whose sequences are made of them. */
const ODD =
  /[¦¤¨¬¯¸ƒˆˇ˘˛˜†‡‰⌐◊\ufffdªº¶§¢£¥₧€¡¿©΄΅‚•‹\uf8ff®˝›™²³¹±¼½¾×µ÷⁄∂∆∏∑√∞∩∫≈≠≡≤≥№°´ŒœҐґ\u03a2│┌┐┘├┤┬┼═-╬▀▄█▌▐░▒▓]/;
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]/;
const INVISIBLE = /[\p{Cf}\ufeff]/u;

const OF_ASCII: ReadonlyMap<string, number> = new Map([
  [' ', Kind.space],
  ['.', Kind.stop],
  [',', Kind.comma],
  [':', Kind.colon],
  [';', Kind.colon],
  ['!', Kind.cry],
  ['?', Kind.cry],
  ['-', Kind.hyphen],
  ["'", Kind.apostrophe],
  ['"', Kind.quote],
  ['(', Kind.opening],
  ['[', Kind.opening],
  ['{', Kind.opening],
  [')', Kind.closing],
  [']', Kind.closing],
  ['}', Kind.closing],
  ['&', Kind.ampersand],
  ['\\', Kind.escape],
  ['%', Kind.escape],
  ['<', Kind.angle],
]);

function kindOf(unit: number): number {
  const character = String.fromCharCode(unit);
  if (unit >= 0xd800 && unit <= 0xdfff) return Kind.surrogate;
  if (CONTROL.test(character)) return Kind.control;
  if (INVISIBLE.test(character)) return Kind.invisible;
  if (unit < 0x80) return kindOfAscii(character);
  if (/\s/.test(character)) return Kind.oddBlank;
  if (ODD.test(character)) return Kind.odd;
  if (/[ÂÃÎÐØÙ]/.test(character)) return Kind.misread;
  if (/[‘’·׳״]/.test(character)) return Kind.apostrophe;
  if (/[“”„‟«»]/.test(character)) return Kind.quote;
  if (/\p{L}/u.test(character)) return kindOfLetter(unit, character);
  if (/\p{M}/u.test(character)) return Kind.mark;
  return /\p{Nd}/u.test(character) ? Kind.otherDigit : Kind.other;
}

function kindOfAscii(character: string): number {
  if (/[a-z]/.test(character)) return Kind.small;
  if (/[A-Z]/.test(character)) return Kind.capital;
  if (/\d/.test(character)) return Kind.digit;
  if (/\s/.test(character) && character !== ' ') return Kind.oddBlank;
  return OF_ASCII.get(character) ?? Kind.ascii;
}

function kindOfLetter(unit: number, character: string): number {
  const isLatin = unit < 0x250 || (unit >= 0x1e00 && unit <= 0x1eff) || (unit >= 0xfb00 && unit <= 0xfb06);
  if (/\p{Ll}/u.test(character)) return isLatin ? Kind.latinSmall : Kind.otherSmall;
  if (/\p{Lu}/u.test(character)) return isLatin ? Kind.latinCapital : Kind.otherCapital;
  return Kind.uncased;
}

/** The place of a kind's bit by unit, one more than it; 0 where nobody has asked yet. */
const places = lazy(() => new Uint8Array(0x10000));

function learn(table: Uint8Array, unit: number): number {
  const place = 32 - Math.clz32(kindOf(unit) >>> 0);
  table[unit] = place;
  return place;
}

/** Tells the kinds of a text's units one by one: for loops that ask often. */
export function kindReader(): (unit: number) => number {
  const table = places();
  return (unit) => 1 << ((table[unit] || learn(table, unit)) - 1);
}

/** Which kinds of characters a text has, and which stand side by side. */
export class Signs {
  /** By place of a kind's bit: the kinds that follow it somewhere. */
  private readonly followers: readonly number[];
  private readonly kinds: number;

  /** Reads the text once. */
  constructor(text: string) {
    // A typed array of this size costs more than the reading.
    const followers = new Array<number>(32).fill(0);
    const table = places();
    let before = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const place = (table[unit] || learn(table, unit)) - 1;
      followers[before] = (followers[before] ?? 0) | (1 << place);
      before = place;
    }
    followers[before] = (followers[before] ?? 0) | Kind.edge;
    let kinds = 0;
    for (const following of followers) kinds |= following;
    this.followers = followers;
    this.kinds = kinds;
  }

  /** True where the text has a character of one of these kinds (bits of {@link Kind}). */
  has(kinds: number): boolean {
    return (this.kinds & kinds) !== 0;
  }

  /** True where a character of one kind among `first` stands right before one of a kind among `second`. */
  hasPair(first: number, second: number): boolean {
    for (let rest = first & this.kinds; rest !== 0; rest &= rest - 1) {
      if (((this.followers[31 - Math.clz32(rest & -rest)] ?? 0) & second) !== 0) return true;
    }
    return false;
  }
}
