/** A double quotation mark of a text and what stands around it. */
export interface Mark {
  readonly offset: number;
  readonly sign: '“' | '”' | '"';
  /** The characters before and after; a space at the edges of the text. */
  readonly before: string;
  readonly after: string;
}

/** One invisible character beside a mark changes nothing. */
const BLANK = /^[\s\u200b\ufeff]$/;

/** The double quotation marks of a text, in order. */
export function marksOf(text: string): Mark[] {
  const marks: Mark[] = [];
  for (let offset = 0; offset < text.length; offset++) {
    const sign = signOf(text.charCodeAt(offset));
    if (sign === undefined) continue;
    const before = offset === 0 ? ' ' : text.charAt(offset - 1);
    marks.push({ offset, sign, before, after: text.charAt(offset + 1) || ' ' });
  }
  return marks;
}

function signOf(unit: number): Mark['sign'] | undefined {
  if (unit === 0x22) return '"';
  if (unit === 0x201c) return '“';
  return unit === 0x201d ? '”' : undefined;
}

/** True for blanks of any width. */
export function isBlank(character: string): boolean {
  return BLANK.test(character);
}

/** True for a letter or a digit (first unit of it). */
export function isLetter(character: string): boolean {
  return /[\p{L}\p{M}\p{Nd}]/u.test(character);
}
