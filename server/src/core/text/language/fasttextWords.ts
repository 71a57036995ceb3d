import { utf8Bytes } from '../utf8.ts';
import { FNV_OFFSET, hashed } from './fasttextHash.ts';
import type { FasttextModel } from './fasttextModel.ts';

/** So many words are remembered; the words of news come again and again. */
const MOST_WORDS = 4096;
/** Longer ones, as in scripts without blanks, come once. */
const LONGEST_WORD = 24;

/** fastText's blanks between words: space, tab, LF, VT, FF, CR and NUL. */
function isBlank(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0;
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

/** Adds up the vectors of a text's words and of their parts; those of the words that come most are remembered. */
export class WordVectors {
  private readonly model: FasttextModel;
  private readonly places = new Map<string, number>();
  private readonly vectors: Float64Array;
  private readonly rows = new Uint16Array(MOST_WORDS);
  private readonly one: Float64Array;

  constructor(model: FasttextModel) {
    this.model = model;
    this.vectors = new Float64Array(MOST_WORDS * model.dimension);
    this.one = new Float64Array(model.dimension);
  }

  /** Adds the vectors of a text's words to `sum`; how many vectors there were. */
  add(text: string, sum: Float64Array): number {
    let rows = 0;
    for (let at = 0; at < text.length; ) {
      if (isBlank(text.charCodeAt(at))) {
        at++;
        continue;
      }
      const start = at;
      while (at < text.length && !isBlank(text.charCodeAt(at))) at++;
      const word = text.slice(start, at);
      rows += word.length > LONGEST_WORD ? this.compute(word, sum) : this.addRemembered(word, sum);
    }
    return rows;
  }

  private addRemembered(word: string, sum: Float64Array): number {
    const { vectors, one } = this;
    let place = this.places.get(word);
    if (place === undefined) {
      if (this.places.size === MOST_WORDS) this.places.clear();
      place = this.places.size;
      this.rows[place] = this.compute(word, one.fill(0));
      vectors.set(one, place * one.length);
      this.places.set(word, place);
    }
    const from = place * one.length;
    for (let d = 0; d < one.length; d++) sum[d] = (sum[d] ?? 0) + (vectors[from + d] ?? 0);
    return this.rows[place] ?? 0;
  }

  /** Adds the vectors of a word, with the angle brackets that fastText sets around it, and of its parts. */
  private compute(word: string, sum: Float64Array): number {
    const { model } = this;
    const bytes = utf8Bytes(`<${word}>`);
    let hash = FNV_OFFSET;
    for (let at = 1; at < bytes.length - 1; at++) hash = hashed(hash, bytes[at] ?? 0);
    const row = model.wordRow(hash, bytes, 1, bytes.length - 1);
    return (row < 0 ? 0 : model.addRow(row, sum)) + addParts(model, bytes, sum);
  }
}

/** Adds the vectors of a word's parts of `minParts` to `maxParts` characters; how many there were. */
function addParts(model: FasttextModel, word: Uint8Array, sum: Float64Array): number {
  const { length } = word;
  let rows = 0;
  for (let start = 0; start < length; start++) {
    if (isContinuation(word[start] ?? 0)) continue;
    let hash = FNV_OFFSET;
    let end = start;
    for (let characters = 1; characters <= model.maxParts && end < length; characters++) {
      hash = hashed(hash, word[end++] ?? 0);
      while (end < length && isContinuation(word[end] ?? 0)) hash = hashed(hash, word[end++] ?? 0);
      if (characters < model.minParts || (characters === 1 && (start === 0 || end === length))) continue;
      const row = model.partRow(hash);
      if (row >= 0) rows += model.addRow(row, sum);
    }
  }
  return rows;
}
