import { lazy } from '../lazy.ts';

/** A stretch of letters, marks and digits; UTF-16 units. */
export interface ScannedWord {
  start: number;
  end: number;
  /** 32-bit hash of the units. */
  hash: number;
  /** True where the units may have another canonical form, or letter case is no guide: the hash says nothing. */
  opaque: boolean;
}

const OTHER_WORD = /[\p{L}\p{M}\p{N}]/u;
const MARK = /^\p{M}/u;

/** What a unit is to a word. */
const NO_WORD = 0;
const LETTER = 1;
/** It may have other canonical forms. */
const OPAQUE_LETTER = 2;
/** It is a word of its own; so are all above. */
const ALONE = 3;
const OPAQUE_ALONE = 4;

/** Units below this are looked up: they are nearly all of a text in Latin, Cyrillic or Arabic letters. */
const TABLE = 0x1f00;
const unitKinds = lazy(() =>
  Uint8Array.from({ length: TABLE }, (_, unit) => {
    const character = String.fromCharCode(unit);
    if (character !== '_' && !OTHER_WORD.test(character)) return NO_WORD;
    if (standsAlone(unit)) return ALONE;
    return unit >= 0x300 && isOpaque(unit) ? OPAQUE_LETTER : LETTER;
  }),
);

/** What the unit at `i`, which is none of the table, is to a word. */
function kindOf(text: string, i: number, unit: number): number {
  if (
    (unit >= 0x4e00 && unit <= 0x9fff) || // Han
    (unit >= 0xac00 && unit <= 0xd7a3) || // Hangul
    (unit >= 0x3041 && unit <= 0x3096) || // kana
    (unit >= 0x30a1 && unit <= 0x30fa)
  ) {
    return ALONE;
  }
  if (unit >= 0x2000 && unit <= 0x206f) return NO_WORD;
  if (unit >= 0xd800 && unit <= 0xdfff) return isSurrogateOfLetter(text, i, unit) ? OPAQUE_LETTER : NO_WORD;
  if (!OTHER_WORD.test(text.charAt(i))) return NO_WORD;
  if (!standsAlone(unit)) return OPAQUE_LETTER;
  return unit >= 0xf900 ? OPAQUE_ALONE : ALONE;
}

/**
 * True for units of scripts that write no blank between words, and for Hangul, whose particles follow a name without
 * one: there every unit is a word of its own, so that a name is found inside a run.
 */
export function standsAlone(unit: number): boolean {
  if (unit < 0x0e00) return false;
  return (
    (unit >= 0x0e00 && unit <= 0x0eff) || // Thai, Lao
    (unit >= 0x1000 && unit <= 0x109f) || // Myanmar
    (unit >= 0x1780 && unit <= 0x17ff) || // Khmer
    (unit >= 0x3040 && unit <= 0x30ff) || // kana
    (unit >= 0x3400 && unit <= 0x9fff) || // Han
    (unit >= 0xac00 && unit <= 0xd7a3) || // Hangul syllables
    (unit >= 0xf900 && unit <= 0xfaff)
  );
}

/** True where the unit at `i` belongs to a word: a letter, mark, digit or underscore. */
export function isWordUnit(text: string, i: number): boolean {
  const unit = text.charCodeAt(i);
  return (unit < TABLE ? unitKinds()[unit] : kindOf(text, i, unit)) !== NO_WORD;
}

/** True where a combining mark stands at `i`, so that what is before it has not ended. */
export function isMark(text: string, i: number): boolean {
  const unit = text.charCodeAt(i);
  return unit >= 0x300 && MARK.test(text.charAt(i));
}

/**
 * Moves `word` to the first word at or after `from`; false where there is none. Linear in the units passed over. The
 * same object is filled again and again, because a text has far more words than names.
 */
export function scanWord(text: string, from: number, word: ScannedWord): boolean {
  const kinds = unitKinds();
  const length = text.length;
  let i = from;
  let unit = 0;
  let kind = NO_WORD;
  for (; i < length; i++) {
    unit = text.charCodeAt(i);
    kind = unit < TABLE ? (kinds[unit] ?? NO_WORD) : kindOf(text, i, unit);
    if (kind !== NO_WORD) break;
  }
  if (i >= length) return false;
  word.start = i;
  let hash = withUnit(BASIS, unit);
  let opaque = kind === OPAQUE_LETTER || kind === OPAQUE_ALONE;
  i++;
  if (kind < ALONE) {
    for (; i < length; i++) {
      unit = text.charCodeAt(i);
      kind = unit < TABLE ? (kinds[unit] ?? NO_WORD) : kindOf(text, i, unit);
      if (kind === NO_WORD || kind >= ALONE) break;
      if (kind === OPAQUE_LETTER) opaque = true;
      hash = withUnit(hash, unit);
    }
  }
  word.end = i;
  word.hash = hash;
  word.opaque = opaque;
  return true;
}

const BASIS = 0x811c9dc5;

/** A hash with one more unit (FNV-1a). */
function withUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/**
 * True for letters, U+0300 to U+1EFF, that have other canonical forms or letter cases than those that a name is known by.
 * Not so Vietnamese, Cyrillic, Hebrew and Arabic ones: where a mark follows one of them, the mark is such a unit.
 */
function isOpaque(unit: number): boolean {
  return !(
    (unit >= 0x400 && unit < 0x460) ||
    (unit >= 0x5d0 && unit <= 0x5ea) ||
    (unit >= 0x621 && unit <= 0x64a) ||
    unit >= 0x1e00
  );
}

/** The hash that `scanWord` gives a word of these units. */
export function hashOf(units: string): number {
  let hash = BASIS;
  for (let i = 0; i < units.length; i++) hash = withUnit(hash, units.charCodeAt(i));
  return hash;
}

function isSurrogateOfLetter(text: string, i: number, unit: number): boolean {
  const point = text.codePointAt(unit >= 0xdc00 ? i - 1 : i);
  return point !== undefined && point > 0xffff && OTHER_WORD.test(String.fromCodePoint(point));
}
