import { spread } from './keyHash.ts';

/** Bits for each hash: at most one in sixteen strangers passes. */
const BITS_EACH = 16;
/** 128 bytes: also what an empty filter has. */
const LEAST_WORDS = 32;

/**
 * Which hashes are known, as bits: what it does not hold is surely unknown. The number of words is a power of two.
 */
export type BitFilter = Uint32Array;

/** The filter of hashes, which may repeat. `count`: how many they are. */
export function bitFilter(hashes: Iterable<number>, count: number): BitFilter {
  let words = LEAST_WORDS;
  while (words * 32 < count * BITS_EACH) words *= 2;
  const filter = new Uint32Array(words);
  for (const hash of hashes) {
    const bit = spread(hash) & (words * 32 - 1);
    filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
  return filter;
}

/** False where the hash is surely unknown. */
export function mayHold(filter: BitFilter, hash: number): boolean {
  const bit = spread(hash) & (filter.length * 32 - 1);
  return ((filter[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
}

/** One filter that lets pass whatever any of these does. */
export function unionOf(filters: readonly BitFilter[]): BitFilter {
  const [only] = filters;
  if (only !== undefined && filters.length === 1) return only;
  const union = new Uint32Array(Math.max(LEAST_WORDS, ...filters.map((filter) => filter.length)));
  // The low bits of a hash choose the bit, so a smaller filter says the same of every stretch as long as itself.
  for (const filter of filters) {
    for (let from = 0; from < union.length; from += filter.length) {
      for (let i = 0; i < filter.length; i++) {
        const word = filter[i] ?? 0;
        if (word !== 0) union[from + i] = (union[from + i] ?? 0) | word;
      }
    }
  }
  return union;
}
