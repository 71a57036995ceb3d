import { decodeTcvn3 } from '../../server/src/core/text/vietnamese/legacy/tcvn3.ts';
import { decodeViscii } from '../../server/src/core/text/vietnamese/legacy/viscii.ts';
import { decodeVps } from '../../server/src/core/text/vietnamese/legacy/vps.ts';

/*
 * Writers of the old Vietnamese encodings: a text as it looks when its bytes are read as Latin-1. VNI and VIQR are
 * written from their definitions (a letter and the sign of its mark); the pages of one byte per letter by the inverse of
 * their tables, which legacyTables.test.ts holds to the published ones.
 */

const BREVE = '\u0306';
const CIRCUMFLEX = '\u0302';
const HORN = '\u031b';
const TONES = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];

/** A letter, its shape (breve, circumflex, horn) and its tone. */
function apart(letter: string): { base: string; shape: string; tone: string } {
  const [base = '', ...marks] = letter.normalize('NFD');
  return {
    base,
    shape: marks.find((mark) => mark === BREVE || mark === CIRCUMFLEX || mark === HORN) ?? '',
    tone: marks.find((mark) => TONES.includes(mark)) ?? '',
  };
}

function byLetter(encode: (letter: string) => string): (text: string) => string {
  return (text) => [...text.normalize('NFC')].map(encode).join('');
}

function inverse(decode: (text: string) => string): (letter: string) => string {
  const bytes = new Map<string, string>();
  for (let byte = 255; byte >= 0; byte--) {
    const shown = String.fromCharCode(byte);
    if (decode(shown) !== shown) bytes.set(decode(shown), shown);
  }
  return (letter) => bytes.get(letter) ?? letter;
}

function viqrLetter(letter: string): string {
  if (letter === 'đ' || letter === 'Đ') return letter === 'đ' ? 'dd' : 'DD';
  const { base, shape, tone } = apart(letter);
  const sign = { [BREVE]: '(', [CIRCUMFLEX]: '^', [HORN]: '+' }[shape] ?? '';
  return base + sign + (tone && "'`?~.".charAt(TONES.indexOf(tone)));
}

const VNI_SINGLE: Readonly<Record<string, string>> = {
  đ: 'ñ',
  í: 'í',
  ì: 'ì',
  ỉ: 'æ',
  ĩ: 'ó',
  ị: 'ò',
  ơ: 'ô',
  ư: 'ö',
  ỵ: 'î',
};

function vniLetter(letter: string): string {
  const small = letter.toLowerCase();
  if (small !== letter) return vniLetter(small).toUpperCase();
  const { base, shape, tone } = apart(letter);
  const place = TONES.indexOf(tone);
  if (VNI_SINGLE[letter] !== undefined) return VNI_SINGLE[letter];
  if (shape === HORN) return (base === 'o' ? 'ô' : 'ö') + 'ùøûõï'.charAt(place);
  if (shape === CIRCUMFLEX) return base + (tone ? 'áàåãä'.charAt(place) : 'â');
  if (shape === BREVE) return base + (tone ? 'éèúüë'.charAt(place) : 'ê');
  return tone ? base + 'ùøûõï'.charAt(place) : letter;
}

const tcvn3Byte = inverse(decodeTcvn3);

/** In TCVN3 only Ă Â Ê Ô Ơ Ư Đ have bytes of their own among the capitals. */
function tcvn3Letter(letter: string): string {
  const own = tcvn3Byte(letter);
  return own === letter && /[^\0-\x7f]/.test(letter) ? tcvn3Byte(letter.toLowerCase()) : own;
}

/** By the names that the rule gives them. */
export const WRITERS: Readonly<Record<string, (text: string) => string>> = {
  TCVN3: byLetter(tcvn3Letter),
  VNI: byLetter(vniLetter),
  VISCII: byLetter(inverse(decodeViscii)),
  VPS: byLetter(inverse(decodeVps)),
  VIQR: byLetter(viqrLetter),
};

const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** What Windows-1252 shows where Latin-1 has C1 controls. */
export function inWindows1252(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (c) => WINDOWS_1252.charAt(c.charCodeAt(0) - 0x80));
}
