import { utf8Bytes } from '../utf8.ts';
import { FNV_OFFSET, hashed, hashOf } from './fasttextHash.ts';
import { type FasttextModel, readFasttextModel } from './fasttextModel.ts';

/** The language scores of fastText's lid.176 (Facebook AI Research), read from the file as it is distributed. */
export interface FasttextDetector {
  /** Its 176 labels without `__label__`: ISO 639 codes. */
  readonly languages: readonly string[];
  /** Sets each language's probability, by place in `languages`, for a text. They sum to about 1. */
  score(text: string, into: Float64Array): void;
}

const END_OF_LINE = utf8Bytes('</s>');
/** What fastText adds to a probability before it takes a logarithm. */
const LEAST = 1e-5;
const OPEN = 0x3c;
const CLOSE = 0x3e;

/** fastText's blanks between words: space, tab, LF, VT, FF, CR and NUL. */
function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0;
}

/**
 * Reads the model. Throws a RangeError where the bytes are no quantised fastText model with a hierarchical softmax.
 */
export function createFasttext(bytes: Uint8Array): FasttextDetector {
  const model = readFasttextModel(bytes);
  const hidden = new Float32Array(model.dimension);
  // fastText sees the end of the line as one more word.
  const end = model.wordRow(hashOf(END_OF_LINE), END_OF_LINE, 0, END_OF_LINE.length);
  return {
    languages: model.labels,
    score(text, into) {
      const rows =
        addWords(model, utf8Bytes(text), hidden.fill(0)) + (end < 0 ? 0 : model.addRow(end, hidden));
      for (let d = 0; d < hidden.length; d++) hidden[d] = (hidden[d] ?? 0) / Math.max(1, rows);
      descend(model, hidden, into);
    },
  };
}

/** Adds the vectors of a text's words and of their parts to `hidden`; how many there were. */
function addWords(model: FasttextModel, text: Uint8Array, hidden: Float32Array): number {
  // Each word with the angle brackets that fastText sets around it.
  const word = new Uint8Array(text.length + 2);
  let rows = 0;
  for (let at = 0; at < text.length; ) {
    if (isBlank(text[at] ?? 0)) {
      at++;
      continue;
    }
    let length = 0;
    word[length++] = OPEN;
    let hash = FNV_OFFSET;
    for (; at < text.length && !isBlank(text[at] ?? 0); at++) {
      const byte = text[at] ?? 0;
      word[length++] = byte;
      hash = hashed(hash, byte);
    }
    word[length++] = CLOSE;
    const row = model.wordRow(hash, word, 1, length - 1);
    if (row >= 0) rows += model.addRow(row, hidden);
    rows += addParts(model, word, length, hidden);
  }
  return rows;
}

/** Adds the vectors of a word's parts of `minParts` to `maxParts` characters; how many there were. */
function addParts(model: FasttextModel, word: Uint8Array, length: number, hidden: Float32Array): number {
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
      if (row >= 0) rows += model.addRow(row, hidden);
    }
  }
  return rows;
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

/** Walks the tree from its root, so that every label gets the product of the probabilities on its way. */
function descend(model: FasttextModel, hidden: Float32Array, into: Float64Array): void {
  const { tree, output, labels } = model;
  const scores = new Float64Array(tree.left.length).fill(1);
  for (let node = scores.length - 1; node >= labels.length; node--) {
    const from = (node - labels.length) * hidden.length;
    let product = 0;
    for (let d = 0; d < hidden.length; d++) product += (output[from + d] ?? 0) * (hidden[d] ?? 0);
    const right = 1 / (1 + Math.exp(-product));
    const score = scores[node] ?? 0;
    scores[tree.left[node] ?? 0] = score * (1 - right + LEAST);
    scores[tree.right[node] ?? 0] = score * (right + LEAST);
  }
  into.set(scores.subarray(0, labels.length));
}
