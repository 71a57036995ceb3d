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
const SMALL = 0x250;
/** By unit, 1 for those of words: nearly all of a text in Latin letters is told here. */
const smallUnits = lazy(() =>
  Uint8Array.from({ length: SMALL }, (_, unit) => {
    const character = String.fromCharCode(unit);
    return character === '_' || OTHER_WORD.test(character) ? 1 : 0;
  }),
);

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
  if (unit < SMALL) return smallUnits()[unit] === 1;
  if (isPlainLetter(unit)) return true;
  if (unit >= 0x2000 && unit <= 0x206f) return false;
  if (unit >= 0xd800 && unit <= 0xdfff) return isSurrogateOfLetter(text, i, unit);
  return OTHER_WORD.test(text.charAt(i));
}

/** True for letters of ranges that hold nothing else: no expression has to be asked about most of any text. */
function isPlainLetter(unit: number): boolean {
  if (unit < 0x1e00) {
    return (
      (unit >= 0x400 && unit <= 0x481) || // Cyrillic
      (unit >= 0x620 && unit <= 0x669) || // Arabic
      (unit >= 0xe01 && unit <= 0xe3a) || // Thai
      (unit >= 0xe40 && unit <= 0xe4e)
    );
  }
  return (
    unit <= 0x1eff ||
    (unit >= 0x3041 && unit <= 0x3096) || // kana
    (unit >= 0x30a1 && unit <= 0x30fa) ||
    (unit >= 0x4e00 && unit <= 0x9fff) || // Han
    (unit >= 0xac00 && unit <= 0xd7a3) // Hangul
  );
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
  const small = smallUnits();
  const length = text.length;
  let i = from;
  let unit = 0;
  for (; i < length; i++) {
    unit = text.charCodeAt(i);
    if (unit < SMALL ? small[unit] === 1 : isWordUnit(text, i)) break;
  }
  if (i >= length) return false;
  word.start = i;
  let hash = withUnit(BASIS, unit);
  let opaque = unit >= 0x300 && isOpaque(unit);
  i++;
  if (unit < SMALL || !standsAlone(unit)) {
    for (; i < length; i++) {
      unit = text.charCodeAt(i);
      if (unit < SMALL) {
        if (small[unit] === 0) break;
      } else {
        if (!isWordUnit(text, i) || standsAlone(unit)) break;
        if (unit >= 0x300 && isOpaque(unit)) opaque = true;
      }
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
 * True for units, from U+0300 on, that have other canonical forms or letter cases than those that a name is known by.
 * Not so Vietnamese, Cyrillic, Hebrew and Arabic letters (where a mark follows one of them, the mark is such a unit), nor
 * units that are words of their own, but for those that stand for another Han character.
 */
function isOpaque(unit: number): boolean {
  if (unit < 0x0e00) {
    return !(
      (unit >= 0x400 && unit < 0x460) ||
      (unit >= 0x5d0 && unit <= 0x5ea) ||
      (unit >= 0x621 && unit <= 0x64a)
    );
  }
  return (unit < 0x1e00 || unit > 0x1eff) && (unit >= 0xf900 || !standsAlone(unit));
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
