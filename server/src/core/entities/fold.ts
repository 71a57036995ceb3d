const BLANKS = /[\p{Zs}\t]*(?:\r\n|[\n\r\p{Zs}\t])[\p{Zs}\t]*/gu;
const HYPHENS = /[\u2010\u2011\u00ad]/g;
const APOSTROPHES = /[\u2018\u2019\u02bc\u00b4`]/g;
const ASCII = /^[\u0000-\u007f]*$/;
const COMBINING = /\p{M}+/gu;

/** In scripts that join letters these part two of them; a word that is written with one is also written with a blank. */
const JOINERS = /[\u200c\u200d]/g;
/** What small letters of a Turkish `İ` are for everybody else, and the Turkish letter that others do not have. */
const TURKISH_I = /i\u0307|ı/g;

/** The word in lower case and NFC, Turkish `İ` and `ı` as `i`: what names and texts are compared by. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (isSettled(lower)) return lower.includes('ı') ? lower.replace(TURKISH_I, 'i') : lower;
  return lower.normalize('NFC').replace(TURKISH_I, 'i');
}

/**
 * What stands between two words of a name, made comparable: any blanks, no-break spaces and a single line break are
 * one space, a lone hyphen is one too (`al-Qaeda`, `al Qaeda`) and a joiner, typographic apostrophes are plain.
 */
export function foldGap(gap: string): string {
  if (gap === ' ' || gap === '-' || gap === '') return gap === '' ? '' : ' ';
  const plain = gap
    .replace(JOINERS, ' ')
    .replace(BLANKS, ' ')
    .replace(HYPHENS, '-')
    .replace(APOSTROPHES, "'");
  return plain === '-' ? ' ' : plain;
}

/** The text in NFC with its gaps made comparable, in its own letter case. */
export function foldSpacing(text: string): string {
  if (isSettled(text)) return text;
  const joined = text.normalize('NFC').replace(JOINERS, ' ').replace(BLANKS, ' ');
  return joined.replace(HYPHENS, '-').replace(APOSTROPHES, "'");
}

/** The text in NFC. */
export function composed(text: string): string {
  return isSettled(text) ? text : text.normalize('NFC');
}

/** True where folding would change nothing, told at a glance: single blanks, plain marks, letters that are NFC. */
function isSettled(text: string): boolean {
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const settled =
      (unit > 0x20 && unit < 0x7f && unit !== 0x60) ||
      (unit === 0x20 && before !== 0x20) ||
      (unit >= 0xc0 && unit < 0x250) ||
      (unit >= 0x400 && unit < 0x460) ||
      (unit >= 0x1ea0 && unit <= 0x1ef9);
    if (!settled) return false;
    before = unit;
  }
  return true;
}

/** A whole name as `lookup` compares it: folded as a word, blanks as one space. */
export function foldName(name: string): string {
  return foldWord(foldSpacing(name)).trim();
}

/** The text without its diacritics (`Réunion` → `Reunion`); đ and ø are letters of their own and become d and o. */
export function withoutDiacritics(text: string): string {
  if (ASCII.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(COMBINING, '')
    .replace(/[đø]/g, (c) => (c === 'đ' ? 'd' : 'o'))
    .replace(/[ĐØ]/g, (c) => (c === 'Đ' ? 'D' : 'O'))
    .normalize('NFC');
}
