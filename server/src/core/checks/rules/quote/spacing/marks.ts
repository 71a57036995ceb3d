/** A double quotation mark of a text and what stands around it. */
export interface Mark {
  readonly offset: number;
  readonly sign: '“' | '”' | '"';
  /** The characters before and after; a space at the edges of the text. */
  readonly before: string;
  readonly after: string;
}

const MARKS = /[“”"]/g;
/** One invisible character beside a mark changes nothing. */
const BLANK = /^[\s\u200b\ufeff]$/;

/** The double quotation marks of a text, in order. */
export function marksOf(text: string): Mark[] {
  return Array.from(text.matchAll(MARKS), (m) => ({
    offset: m.index,
    sign: m[0] as Mark['sign'],
    before: m.index === 0 ? ' ' : text.charAt(m.index - 1),
    after: text.charAt(m.index + 1) || ' ',
  }));
}

/** True for blanks of any width. */
export function isBlank(character: string): boolean {
  return BLANK.test(character);
}

/** True for a letter or a digit (first unit of it). */
export function isLetter(character: string): boolean {
  return /[\p{L}\p{M}\p{Nd}]/u.test(character);
}
