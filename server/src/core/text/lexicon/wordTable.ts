import { type LetterModel, readLetterModel } from './letterModel.ts';
import { checksum, KEPT_SEED, mixed, PLACE_SEED, PRIME, placeOf, tagOf } from './wordHash.ts';

/*
 * A packed word list, as scripts/data/words/pack.mjs writes it, in little-endian 32-bit words:
 *   'PMW1' · checksum of everything behind it · flags · count of words · slots · units of the alphabet
 *   uint32 per slot: a hash of the word, uint8 per slot: 0 where it is free, else commonness (3 bits) and 5 more bits
 *   of hash; filled up to 4 bytes
 *   then, where the alphabet is not empty, the model of letters (see letterModel.ts)
 * Besides the words there can be the letters of common and of long ones in alphabetical order, see `shuffledKey`.
 * A word stands at the place of its other hash or behind it, before the next free slot (open addressing). What is kept
 * of a word is 37 bits: of 137 billion other strings, about one per probe is taken for a word of the list.
 */
export const MAGIC = 0x31574d50;
/** 32-bit words of the header. */
export const HEADER = 6;
/** Flag: words that are not in the list are odd in news. */
export const THOROUGH = 1;

/** What the table holds of a word's letters whatever their order; no word begins with this mark. */
export function shuffledKey(word: string): string {
  return `\u0001${word.split('').sort().join('')}`;
}

/** The words of one list and how common they are. */
export class WordTable {
  /** True where the list holds about all words of news, names aside. */
  readonly thorough: boolean;
  /** How many words it holds. */
  readonly size: number;
  /** What the letters of its words are like; undefined where the file says nothing of it. */
  readonly letters: LetterModel | undefined;
  // Signed: the engine keeps those in registers, where unsigned ones become floating point numbers.
  private readonly hashes: Int32Array;
  private readonly marks: Uint8Array;

  /** Of a file's parts; `readWordTable` checks them. */
  constructor(
    hashes: Int32Array,
    marks: Uint8Array,
    about: { readonly size: number; readonly thorough: boolean; readonly letters: LetterModel | undefined },
  ) {
    this.hashes = hashes;
    this.marks = marks;
    this.size = about.size;
    this.thorough = about.thorough;
    this.letters = about.letters;
  }

  /**
   * What word of the list a word's letters make in any order: 2 one of the 10,000 commonest, 1 a rarer one of eight
   * letters or more, 0 none.
   */
  shuffled(word: string): 0 | 1 | 2 {
    const units = new Uint16Array(word.length + 1);
    for (let i = 0; i < word.length; i++) units[i] = word.charCodeAt(i);
    // As `shuffledKey`: the mark, which is before all letters, and the letters in order.
    units[word.length] = 1;
    const found = this.findUnits(units.sort(), units.length);
    return found > 1 ? 2 : found === 1 ? 1 : 0;
  }

  /** 1 to 5 for a word of the list (lower case, NFC), as `Commonness` says; 0 for others. */
  find(word: string): number {
    // Both hashes (`wordHash`) in one walk: this is done for every word of every text.
    let place = PLACE_SEED;
    let kept = KEPT_SEED;
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      place = Math.imul(place ^ unit, PRIME);
      kept = Math.imul(kept ^ unit, PRIME);
    }
    return this.at(mixed(place), mixed(kept));
  }

  /** As `find`, for a word that stands in the first units of a buffer: without a string for each thing looked up. */
  findUnits(units: Uint16Array, length: number): number {
    let place = PLACE_SEED;
    let kept = KEPT_SEED;
    for (let i = 0; i < length; i++) {
      const unit = units[i] ?? 0;
      place = Math.imul(place ^ unit, PRIME);
      kept = Math.imul(kept ^ unit, PRIME);
    }
    return this.at(mixed(place), mixed(kept));
  }

  private at(place: number, kept: number): number {
    const { hashes, marks } = this;
    const capacity = hashes.length;
    const tag = tagOf(place);
    for (let at = placeOf(place, capacity); ; at = at + 1 < capacity ? at + 1 : 0) {
      const mark = (marks[at] ?? 0) | 0;
      if (mark === 0) return 0;
      if (((hashes[at] ?? 0) | 0) === kept && mark >> 3 === tag) return mark & 7;
    }
  }
}

/** Reads a packed list, as views on the bytes. Undefined where they are of another kind, or not whole. */
export function readWordTable(bytes: Uint8Array): WordTable | undefined {
  if (bytes.length % 4 !== 0 || bytes.length < 4 * HEADER) return undefined;
  // A view of 32-bit words must begin at a multiple of four, which a small file read by Node may not.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const all = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
  const [magic, sum, flags = 0, size = 0, capacity = 0, alphabet = 0] = all;
  if (magic !== MAGIC || sum !== checksum(all.subarray(2))) return undefined;
  const marksAt = 4 * (HEADER + capacity);
  const marksEnd = marksAt + 4 * Math.ceil(capacity / 4);
  // A free slot ends every search.
  if (size >= capacity || marksEnd > aligned.length) return undefined;
  const letters = alphabet === 0 ? undefined : readLetterModel(aligned.subarray(marksEnd), alphabet);
  if (alphabet === 0 ? marksEnd !== aligned.length : letters === undefined) return undefined;
  return new WordTable(
    new Int32Array(aligned.buffer, aligned.byteOffset + 4 * HEADER, capacity),
    aligned.subarray(marksAt, marksAt + capacity),
    { size, thorough: (flags & THOROUGH) !== 0, letters },
  );
}
