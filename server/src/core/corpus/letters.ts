import { lazy } from '../lazy.ts';

/** What a UTF-16 unit is to a reader who looks for words; the words are those of `splitTokens`. */
export const Unit = {
  other: 0,
  /** White space, which lines are compared without. */
  blank: 1,
  /** A letter that folds to one unit. */
  letter: 2,
  /** A letter or mark whose word has to be normalised as a whole: it may compose, or fold to several units. */
  hardLetter: 3,
  /** A letter of a script without blanks between words: runs of it are clauses, not words. */
  unspacedLetter: 4,
  /** Belongs to a word inside it: soft hyphen, joiners. */
  joiner: 5,
  /** Belongs to a word between two letters: apostrophes, the middle dot, geresh. */
  innerMark: 6,
  surrogate: 7,
} as const;

const LETTER = /[\p{L}\p{M}]/u;
const MARK = /\p{M}/u;
const FINAL_SIGMA = 0x3c2;
const SIGMA = 0x3c3;
const PRIVATE_USE = 0xe000;
const AFTER_PRIVATE_USE = 0xf900;

interface UnitTable {
  /** By unit: one of `Unit`. */
  readonly kinds: Uint8Array;
  /** By unit: in lower case. A final sigma is a sigma, since only its place tells it from one. */
  readonly folded: Uint16Array;
}

/** The two tables over all units; made on first use, in some milliseconds. */
export const unitTable = lazy((): UnitTable => {
  const kinds = new Uint8Array(0x10000);
  const folded = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) {
    folded[unit] = unit;
    if (isUnspaced(unit)) kinds[unit] = Unit.unspacedLetter;
    else if (unit >= 0xac00 && unit <= 0xd7a3) kinds[unit] = Unit.letter;
    else if (unit >= 0xd800 && unit <= 0xdfff) kinds[unit] = Unit.surrogate;
    else if (unit < PRIVATE_USE || unit >= AFTER_PRIVATE_USE) classify(unit, kinds, folded);
  }
  for (const unit of [0xad, 0x200c, 0x200d]) kinds[unit] = Unit.joiner;
  for (const mark of `'’ʼ·׳״`) kinds[mark.charCodeAt(0)] = Unit.innerMark;
  folded[FINAL_SIGMA] = SIGMA;
  return { kinds, folded };
});

function classify(unit: number, kinds: Uint8Array, folded: Uint16Array): void {
  const character = String.fromCharCode(unit);
  if (LETTER.test(character)) {
    const lower = character.toLowerCase();
    const hard = lower.length > 1 || MARK.test(character) || isJamo(unit) || !isComposed(character);
    kinds[unit] = hard ? Unit.hardLetter : Unit.letter;
    if (lower.length === 1) folded[unit] = lower.charCodeAt(0);
  } else if (character.trim() === '') kinds[unit] = Unit.blank;
}

function isComposed(character: string): boolean {
  return character.normalize('NFC') === character;
}

/** The parts that Hangul syllables are composed of. */
function isJamo(unit: number): boolean {
  return unit >= 0x1100 && unit <= 0x11ff;
}

/** Letters of Thai, Lao, Myanmar, Khmer, kana and Han. */
function isUnspaced(unit: number): boolean {
  const inScript =
    (unit >= 0x0e00 && unit <= 0x0eff) ||
    (unit >= 0x1000 && unit <= 0x109f) ||
    (unit >= 0x1780 && unit <= 0x17ff) ||
    (unit >= 0x3040 && unit <= 0x30ff) ||
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0xf900 && unit <= 0xfaff);
  return inScript && LETTER.test(String.fromCharCode(unit));
}
