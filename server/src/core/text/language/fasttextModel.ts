import { utf8Text } from '../utf8.ts';
import { hashOf } from './fasttextHash.ts';

const MAGIC = 793_712_314;
const VERSION = 12;
const HIERARCHICAL_SOFTMAX = 1;
const SUPERVISED = 3;
/** Centroids of a product quantiser's part. */
const CENTROIDS = 256;
/** fastText's count for a tree node that has none yet. */
const UNCOUNTED = 1e15;

/** A binary tree over the labels: nodes below the number of labels are the labels. The root is the last node. */
interface LabelTree {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** What a prediction needs of a quantised fastText model. */
export interface FasttextModel {
  readonly labels: readonly string[];
  /** Length of a vector. */
  readonly dimension: number;
  /** Fewest and most characters of a word's part. */
  readonly minParts: number;
  readonly maxParts: number;
  readonly tree: LabelTree;
  /** The tree nodes' vectors, from the first node that is no label. */
  readonly output: Float32Array;
  /** The row of the word at `start`–`end` of some bytes, -1 where the model does not know it. */
  wordRow(hash: number, bytes: Uint8Array, start: number, end: number): number;
  /** The row of a word's part with this hash, -1 where it was pruned. */
  partRow(hash: number): number;
  /** Adds a row's vector to another; gives 1. */
  addRow(row: number, to: Float64Array): number;
}

/** Reads numbers from one end of the file to the other. */
class Reader {
  readonly bytes: Uint8Array;
  at = 0;
  private readonly view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  uint8(): number {
    return this.view.getUint8(this.at++);
  }

  int32(): number {
    this.at += 4;
    return this.view.getInt32(this.at - 4, true);
  }

  /** A 64-bit whole number that is known to be small. */
  int64(): number {
    this.at += 8;
    return Number(this.view.getBigInt64(this.at - 8, true));
  }

  floats(count: number): Float32Array {
    if (!(count >= 0 && count * 4 <= this.bytes.length))
      throw new RangeError('The fastText model is not whole.');
    const floats = new Float32Array(count);
    for (let i = 0; i < count; i++, this.at += 4) floats[i] = this.view.getFloat32(this.at, true);
    return floats;
  }

  /** A view of the next bytes, no copy. */
  take(count: number): Uint8Array {
    this.at += count;
    if (!(count >= 0 && this.at <= this.bytes.length))
      throw new RangeError('The fastText model is not whole.');
    return this.bytes.subarray(this.at - count, this.at);
  }

  /** The bytes up to the next NUL, which is skipped. */
  terminated(): Uint8Array {
    const end = this.bytes.indexOf(0, this.at);
    const bytes = this.take(end - this.at);
    this.at++;
    return bytes;
  }
}

/** A table from signed 32-bit keys to numbers: open addressing, at most half full. */
class KeyTable {
  private readonly keys: Int32Array;
  private readonly values: Int32Array;

  constructor(capacity: number) {
    let size = 2;
    while (size < 2 * capacity) size *= 2;
    this.keys = new Int32Array(size);
    this.values = new Int32Array(size).fill(-1);
  }

  /** The slot of a key, or the free one where it would go. */
  slot(key: number): number {
    const mask = this.keys.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
    while ((this.values[slot] ?? -1) >= 0 && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  set(key: number, value: number): void {
    const slot = this.slot(key);
    this.keys[slot] = key;
    this.values[slot] = value;
  }

  /** -1 where the key is not there. */
  get(key: number): number {
    return this.values[this.slot(key)] ?? -1;
  }
}

function must(condition: boolean, what: string): void {
  if (!condition) throw new RangeError(`This is no fastText model that can be read: ${what}.`);
}

/**
 * Reads a quantised, supervised fastText model (`.ftz`) with a hierarchical softmax, as lid.176.ftz is. The layout is
 * that of fastText 0.9's `FastText::loadModel`, little-endian. Throws a RangeError on other bytes.
 */
export function readFasttextModel(bytes: Uint8Array): FasttextModel {
  const reader = new Reader(bytes);
  must(bytes.length > 100 && reader.int32() === MAGIC && reader.int32() === VERSION, 'the header is another');
  const [dimension = 0, , , , , wordNgrams = 0, loss = 0, kind = 0, buckets = 0, minParts = 0, maxParts = 0] =
    Array.from({ length: 12 }, () => reader.int32());
  must(wordNgrams === 1 && loss === HIERARCHICAL_SOFTMAX && kind === SUPERVISED, 'it was trained otherwise');
  must(buckets > 0 && buckets % 2 === 0, 'its number of buckets is odd');
  const halfOfBuckets = buckets / 2;
  reader.at += 8;
  const dictionary = readDictionary(reader);
  must(reader.uint8() === 1, 'it is not quantised');
  const addRow = readQuantised(reader);
  must(reader.uint8() === 0, 'its output is quantised');
  const rows = reader.int64();
  must(reader.int64() === dimension && rows === dictionary.labels.length, 'its output has another size');
  return {
    labels: dictionary.labels,
    dimension,
    minParts,
    maxParts,
    tree: labelTree(dictionary.counts),
    output: reader.floats(rows * dimension),
    wordRow: dictionary.wordRow,
    // The remainder of the unsigned hash, in whole numbers that fit 32 bits with their sign.
    partRow: (hash) => dictionary.parts.get(2 * ((hash >>> 1) % halfOfBuckets) + (hash & 1)),
    addRow,
  };
}

interface Dictionary {
  readonly labels: string[];
  /** How often each label was seen, descending. */
  readonly counts: number[];
  /** Rows of the parts that were not pruned, by bucket. */
  readonly parts: KeyTable;
  wordRow(hash: number, bytes: Uint8Array, start: number, end: number): number;
}

function readDictionary(reader: Reader): Dictionary {
  const size = reader.int32();
  const wordCount = reader.int32();
  reader.int32();
  reader.int64();
  const partCount = reader.int64();
  must(
    size >= wordCount && size <= reader.bytes.length && partCount >= 0 && partCount <= reader.bytes.length,
    'its dictionary is another',
  );
  const words: Uint8Array[] = [];
  const byHash = new KeyTable(wordCount);
  const labels: string[] = [];
  const counts: number[] = [];
  for (let entry = 0; entry < size; entry++) {
    const name = reader.terminated();
    const count = reader.int64();
    if (reader.uint8() === 1) {
      labels.push(utf8Text(name).replace('__label__', ''));
      counts.push(count);
    } else {
      byHash.set(hashOf(name), words.length);
      words.push(name);
    }
  }
  const parts = new KeyTable(partCount);
  for (let part = 0; part < partCount; part++) {
    const bucket = reader.int32();
    parts.set(bucket, wordCount + reader.int32());
  }
  const wordRow = (hash: number, bytes: Uint8Array, start: number, end: number): number => {
    const row = byHash.get(hash);
    const word = row < 0 ? undefined : words[row];
    if (word?.length !== end - start) return -1;
    for (let i = 0; i < word.length; i++) if (word[i] !== bytes[start + i]) return -1;
    return row;
  };
  return { labels, counts, parts, wordRow };
}

/** A product-quantised matrix: how to add one of its rows to a vector. */
function readQuantised(reader: Reader): (row: number, to: Float64Array) => number {
  const hasNorms = reader.uint8() === 1;
  const rows = reader.int64();
  const columns = reader.int64();
  const codes = reader.take(reader.int32());
  const quantiser = readQuantiser(reader);
  must(
    quantiser.dimension === columns && codes.length === rows * quantiser.parts,
    'its input has another size',
  );
  const normCodes = hasNorms ? reader.take(rows) : undefined;
  const norms = hasNorms ? readQuantiser(reader).centroids : undefined;
  const { parts, part, lastPart, centroids } = quantiser;
  return (row, to) => {
    const norm = normCodes && norms ? (norms[normCodes[row] ?? 0] ?? 0) : 1;
    for (let p = 0; p < parts; p++) {
      const width = p === parts - 1 ? lastPart : part;
      const from = p * CENTROIDS * part + (codes[row * parts + p] ?? 0) * width;
      for (let d = 0; d < width; d++)
        to[p * part + d] = (to[p * part + d] ?? 0) + norm * (centroids[from + d] ?? 0);
    }
    return 1;
  };
}

function readQuantiser(reader: Reader) {
  const dimension = reader.int32();
  const parts = reader.int32();
  const part = reader.int32();
  const lastPart = reader.int32();
  return { dimension, parts, part, lastPart, centroids: reader.floats(dimension * CENTROIDS) };
}

/** The Huffman tree over the labels, built from their descending counts step by step as fastText builds it. */
function labelTree(counts: readonly number[]): LabelTree {
  const nodes = 2 * counts.length - 1;
  const weights = new Float64Array(nodes).fill(UNCOUNTED);
  weights.set(counts);
  const left = new Int32Array(nodes);
  const right = new Int32Array(nodes);
  let leaf = counts.length - 1;
  let inner = counts.length;
  const lightest = (): number =>
    leaf >= 0 && (weights[leaf] ?? 0) < (weights[inner] ?? 0) ? leaf-- : inner++;
  for (let node = counts.length; node < nodes; node++) {
    left[node] = lightest();
    right[node] = lightest();
    weights[node] = (weights[left[node] ?? 0] ?? 0) + (weights[right[node] ?? 0] ?? 0);
  }
  return { left, right };
}
