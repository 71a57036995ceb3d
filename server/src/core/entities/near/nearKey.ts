import { foldSpacing, withoutDiacritics } from '../fold.ts';

/** UTF-8 read as Latin-1: a capital A or C with a mark, and what no word of Latin letters has inside. */
const MOJIBAKE = /[\u00c2-\u00c5\u00e2-\u00e5][\u0080-\u00bf\u0152-\u017e\u2013-\u2122]+|\ufffd+/gu;
/** Stands for one letter of which nothing is left. */
const LOST = '\u0001';

/**
 * A name or a stretch of text as near names compare it: small letters without diacritics, one blank for blanks and
 * hyphens, no apostrophes; letters that scanners take for one another are one (`rn` m, `vv` w, `0` o, `1` l, `5` s,
 * `8` b), and what a wrong encoding made of a letter is one letter that is like no other.
 */
export function nearKey(text: string): string {
  const plain = withoutDiacritics(foldSpacing(text.replace(MOJIBAKE, LOST))).toLowerCase();
  if (/^[a-ln-qs-uw-z]*$/.test(plain)) return plain;
  return plain
    .replaceAll("'", '')
    .replace(/[-\s]+/g, ' ')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('0', 'o')
    .replaceAll('1', 'l')
    .replaceAll('5', 's')
    .replaceAll('8', 'b')
    .trim();
}
