/**
 * The language scores of eld (Nito T.M., Apache-2.0), read from its extra small n-gram table as
 * scripts/data/pack-eld.mjs packs it. The same scores as eld 2.1.0 gives, from typed arrays instead of nested objects.
 */
export interface EldDetector {
  /** Its 60 languages, BCP 47 primary subtags (`ms` also stands for Indonesian). */
  readonly languages: readonly string[];
  /** Adds a text's scores, 0–1 each and by place in `languages`, to an array of zeros; reads about 350 bytes. */
  score(text: string, into: Float64Array): void;
}

const HEADER = 16;
const MAGIC = 0x31444c45;
/** eld keeps scores less their minimum. */
const LEAST_SCORE = 53;
/** Halves the scale: a mean n-gram score of 25 becomes 0.5. */
const SCALE = 25;
/** What eld reads of a text: units, bytes after which a blank ends it, bytes after which any character does. */
const MOST_UNITS = 1_000;
const CUT_AFTER = 350;
const ENFORCE_CUT_AFTER = 380;
/** Bytes of a word that are split into n-grams. */
const MOST_OF_WORD = 70;
const BLANK = 0x20;

/** Everything but letters of the basic plane, less an apostrophe at the end of a run. */
const SEPARATORS = /[\P{L}\u{10000}-\u{10ffff}]+(?<!['`\u2019])/gu;

/** Bytes that eld's dictionary has no letter for: it sees a blank instead. */
const UNKNOWN_BYTES = [
  0xc0, 0xc1, 0xc7, 0xca, 0xcb, 0xcc, 0xcd, 0xd4, 0xdc, 0xdd, 0xde, 0xdf, 0xee, 0xf0, 0xf1, 0xf2, 0xf3, 0xf4,
  0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe, 0xff,
];

/** Reads the packed table. Throws a RangeError where the bytes are none. */
export function readEld(bytes: Uint8Array): EldDetector {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER || view.getUint32(0, true) !== MAGIC)
    throw new RangeError('This is no packed eld table.');
  const languageCount = view.getUint32(4, true);
  const gramCount = view.getUint32(8, true);
  const scoreCount = view.getUint32(12, true);
  if (bytes.length !== HEADER + 2 * languageCount + 7 * gramCount + 2 * scoreCount) {
    throw new RangeError('The packed eld table is not whole.');
  }
  let at = HEADER;
  const languages: string[] = [];
  for (; languages.length < languageCount; at += 2)
    languages.push(String.fromCharCode(view.getUint8(at), view.getUint8(at + 1)));
  const first = new Uint32Array(gramCount);
  for (let gram = 0; gram < gramCount; gram++, at += 4) first[gram] = view.getUint32(at, true);
  const last = new Uint16Array(gramCount);
  for (let gram = 0; gram < gramCount; gram++, at += 2) last[gram] = view.getUint16(at, true);
  const from = new Uint32Array(gramCount + 1);
  for (let gram = 0; gram < gramCount; gram++, at++) from[gram + 1] = (from[gram] ?? 0) + view.getUint8(at);
  const table = new GramTable(first, last);
  const scoreLanguages = bytes.slice(at, at + scoreCount);
  const scores = bytes.slice(at + scoreCount, at + 2 * scoreCount);
  const scratch = new Grams();
  return {
    languages,
    score(text, into) {
      scratch.fill(text);
      for (let i = 0; i < scratch.count; i++) {
        const gram = table.find(scratch.first[i] ?? 0, scratch.last[i] ?? 0);
        if (gram < 0) continue;
        const end = from[gram + 1] ?? 0;
        for (let s = from[gram] ?? 0; s < end; s++) {
          const language = scoreLanguages[s] ?? 0;
          into[language] = (into[language] ?? 0) + (scores[s] ?? 0) + LEAST_SCORE;
        }
      }
      const distinct = scratch.count + scratch.longTails.length;
      for (let language = 0; language < into.length; language++) {
        const sum = into[language] ?? 0;
        if (sum > 0) into[language] = sum / distinct / (sum / distinct + SCALE);
      }
    },
  };
}

function hashOf(first: number, last: number): number {
  const mixed = Math.imul(first ^ Math.imul(last + 1, 0x85ebca6b), 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** Finds an n-gram's number by its symbols: open addressing, less than half full. */
class GramTable {
  private readonly slots: Int32Array;
  private readonly first: Uint32Array;
  private readonly last: Uint16Array;

  constructor(first: Uint32Array, last: Uint16Array) {
    this.first = first;
    this.last = last;
    let size = 1;
    while (size < 2 * first.length) size *= 2;
    this.slots = new Int32Array(size).fill(-1);
    for (let gram = 0; gram < first.length; gram++) {
      let slot = hashOf(first[gram] ?? 0, last[gram] ?? 0) & (size - 1);
      while (this.slots[slot] !== -1) slot = (slot + 1) & (size - 1);
      this.slots[slot] = gram;
    }
  }

  /** -1 where the table has no such n-gram. */
  find(first: number, last: number): number {
    const mask = this.slots.length - 1;
    for (let slot = hashOf(first, last) & mask; ; slot = (slot + 1) & mask) {
      const gram = this.slots[slot] ?? -1;
      if (gram < 0 || (this.first[gram] === first && this.last[gram] === last)) return gram;
    }
  }
}

/** The distinct n-grams of one text at a time. */
class Grams {
  /** More than the n-grams of 380 bytes, and a power of two. */
  private static readonly SLOTS = 2048;
  readonly first = new Uint32Array(Grams.SLOTS);
  readonly last = new Uint16Array(Grams.SLOTS);
  count = 0;
  /** N-grams too long to be in any table: eld takes the whole rest of a word of more than 70 bytes. They only count. */
  longTails: string[] = [];
  private readonly slots = new Int16Array(Grams.SLOTS);
  private readonly word = new Uint8Array(ENFORCE_CUT_AFTER + 8);
  private readonly unknown = new Uint8Array(256);

  constructor() {
    for (const byte of UNKNOWN_BYTES) this.unknown[byte] = 1;
  }

  fill(text: string): void {
    this.slots.fill(-1);
    this.count = 0;
    this.longTails = [];
    const plain = text.slice(0, MOST_UNITS).replace(SEPARATORS, ' ').trim().toLowerCase();
    let length = 0;
    let read = 0;
    for (let unit = 0; unit < plain.length && read <= ENFORCE_CUT_AFTER; unit++) {
      const code = plain.charCodeAt(unit);
      if (code === BLANK) {
        this.addWord(length);
        length = 0;
        if (read > CUT_AFTER) break;
        read++;
      } else if (code < 0x80) {
        this.word[length++] = code;
        read++;
      } else if (code < 0x800) {
        this.word[length++] = this.symbol(0xc0 | (code >> 6));
        this.word[length++] = this.symbol(0x80 | (code & 0x3f));
        read += 2;
      } else {
        this.word[length++] = this.symbol(0xe0 | (code >> 12));
        this.word[length++] = this.symbol(0x80 | ((code >> 6) & 0x3f));
        this.word[length++] = this.symbol(0x80 | (code & 0x3f));
        read += 3;
      }
    }
    this.addWord(length);
  }

  private symbol(byte: number): number {
    return this.unknown[byte] === 1 ? BLANK : byte;
  }

  /** Four symbols from every third, and the last four; blanks stand at the word's edges. */
  private addWord(length: number): void {
    if (length === 0) return;
    const split = Math.min(length, MOST_OF_WORD);
    let at = 0;
    for (; at + 4 < split; at += 3) this.addGram(at, at + 4, at === 0, false);
    this.addGram(Math.max(0, split - 4), length, at === 0, true);
  }

  private addGram(start: number, end: number, opens: boolean, closes: boolean): void {
    const symbols = end - start + (opens ? 1 : 0) + (closes ? 1 : 0);
    if (symbols > 6) {
      const tail = String.fromCharCode(...this.word.subarray(start, end));
      if (!this.longTails.includes(tail)) this.longTails.push(tail);
      return;
    }
    let first = 0;
    let last = 0;
    for (let place = 0; place < symbols; place++) {
      const at = start + place - (opens ? 1 : 0);
      const symbol = at < start || at >= end ? BLANK : (this.word[at] ?? 0);
      if (place < 4) first |= symbol << (8 * place);
      else last |= symbol << (8 * (place - 4));
    }
    this.add(first >>> 0, last);
  }

  private add(first: number, last: number): void {
    let slot = hashOf(first, last) & (Grams.SLOTS - 1);
    for (; ; slot = (slot + 1) & (Grams.SLOTS - 1)) {
      const gram = this.slots[slot] ?? -1;
      if (gram < 0) break;
      if (this.first[gram] === first && this.last[gram] === last) return;
    }
    this.slots[slot] = this.count;
    this.first[this.count] = first;
    this.last[this.count] = last;
    this.count++;
  }
}
