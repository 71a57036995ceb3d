import { EMPTY, spread, withUnit, wordHash } from '../corpus/hashes.ts';
import { Unit, unitTable } from '../corpus/letters.ts';

/**
 * How many neighbouring words make a shingle. Broder et al. 1997 took ten for pages of the Web, Lee et al. 2022 five for
 * training data; with three, an article in which every tenth word was replaced still shares half of its shingles.
 */
const SHINGLE_WORDS = 3;
/** The same in scripts without blanks: code points in about three words of Chinese and Japanese … */
const SHINGLE_HAN = 5;
/** … and of Thai, Lao, Khmer and Burmese, which are written with letters. */
const SHINGLE_ABUGIDA = 10;

const MULTIPLIER = 0x9e3779b1;
const LETTER = /^\p{L}/u;
const FIRST_HAN_OR_KANA = 0x2e80;

/**
 * Hashes of the shingles of a text, in order, some of them several times: runs of words and numbers, letter case, blanks,
 * marks and normalisation forms aside. Of a text shorter than a shingle there is one, of a text without words none.
 */
export function shingleHashes(text: string): Int32Array {
  const { hashes, lengths } = wordsOf(text);
  const shingles: number[] = [];
  for (let first = 0; first < hashes.length; first++) {
    const end = first + (lengths[first] ?? SHINGLE_WORDS);
    if (end > hashes.length && first > 0) break;
    let hash = 0;
    for (let i = first; i < end && i < hashes.length; i++)
      hash = (Math.imul(hash, MULTIPLIER) + (hashes[i] ?? 0)) | 0;
    shingles.push(spread(hash) | 0);
  }
  return Int32Array.from(shingles);
}

/** What two texts have in common where they have the same words in the same order: 43 bits in two numbers. */
export interface WordsKey {
  /** 32 bits. */
  readonly high: number;
  /** 11 bits. */
  readonly low: number;
  /** Words; in scripts without blanks, about as many as there would be. */
  readonly words: number;
}

/** The key of a text's words: letter case, blanks, marks and normalisation forms aside. */
export function wordsKey(text: string): WordsKey {
  const { hashes, lengths } = wordsOf(text);
  let high = EMPTY;
  let low = 0;
  let words = 0;
  for (const [i, hash] of hashes.entries()) {
    high = (Math.imul(high, MULTIPLIER) + hash) | 0;
    low = (Math.imul(low, 0x85ebca6b) ^ hash) | 0;
    words += SHINGLE_WORDS / (lengths[i] ?? SHINGLE_WORDS);
  }
  return { high: spread(high), low: spread(low) >>> 21, words };
}

/** How alike two sets are: what both have, as a share of what either has. */
export function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let common = 0;
  for (const hash of a) if (b.has(hash)) common++;
  const either = a.size + b.size - common;
  return either === 0 ? 0 : common / either;
}

/** Hashes of the words, and of the characters of scripts without blanks, each with the length of the shingle from it. */
function wordsOf(text: string): { readonly hashes: number[]; readonly lengths: number[] } {
  const { kinds, folded } = unitTable();
  const hashes: number[] = [];
  const lengths: number[] = [];
  const add = (hash: number, length: number) => {
    hashes.push(hash | 0);
    lengths.push(length);
  };
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    const kind = kinds[unit] ?? 0;
    if (kind === Unit.unspacedLetter) {
      add(spread(withUnit(EMPTY, unit)), unit < FIRST_HAN_OR_KANA ? SHINGLE_ABUGIDA : SHINGLE_HAN);
      at++;
      continue;
    }
    if (kind === Unit.surrogate) {
      const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
      if (LETTER.test(char)) add(wordHash(char), SHINGLE_HAN);
      at += char.length;
      continue;
    }
    const start = at;
    let hash = EMPTY;
    let hard = false;
    for (; at < text.length; at++) {
      const inside = text.charCodeAt(at);
      const is = kinds[inside] ?? 0;
      if (is !== Unit.letter && is !== Unit.hardLetter && !isDigit(inside)) break;
      if (is === Unit.hardLetter) hard = true;
      hash = withUnit(hash, folded[inside] ?? 0);
    }
    if (at === start) at++;
    else add(hard ? wordHash(text.slice(start, at)) : spread(hash), SHINGLE_WORDS);
  }
  return { hashes, lengths };
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
