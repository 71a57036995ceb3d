import { spread } from './keyHash.ts';

/** Bits for each key, of which it sets four in one word: hardly one in two hundred strangers passes. */
const BITS_EACH = 16;
/** 128 bytes: also what an empty filter has. */
const LEAST_WORDS = 32;
/** Filters of fewer words are joined to one; larger ones are asked where they lie, since joining would copy them. */
const LARGE_WORDS = 1 << 14;

/**
 * Which hashes are known, as bits: what it does not hold is surely unknown. The number of words is a power of two; a
 * hash chooses one word, so that to ask costs one look into memory, and some of its bits.
 */
export type BitFilter = Uint32Array;

/** A filter for so many keys, empty. */
export function newFilter(count: number): BitFilter {
  let words = LEAST_WORDS;
  while (words * 32 < count * BITS_EACH) words *= 2;
  return new Uint32Array(words);
}

/** The filter of hashes, which may repeat. `count`: how many they are. */
export function bitFilter(hashes: Iterable<number>, count: number): BitFilter {
  const filter = newFilter(count);
  for (const hash of hashes) hold(filter, spread(hash));
  return filter;
}

/** Adds a hash that was spread. */
export function hold(filter: BitFilter, spreadHash: number): void {
  const at = spreadHash & (filter.length - 1);
  filter[at] = (filter[at] ?? 0) | bitsOf(spreadHash);
}

/** False where the hash is surely unknown. */
export function mayHold(filter: BitFilter, hash: number): boolean {
  const h = spread(hash);
  const bits = bitsOf(h);
  return ((filter[h & (filter.length - 1)] ?? 0) & bits) === bits;
}

/** Adds a hash that was spread as one of the second kind, which a filter holds besides the others. */
export function holdSecond(filter: BitFilter, spreadHash: number): void {
  const at = spreadHash & (filter.length - 1);
  filter[at] = (filter[at] ?? 0) | secondBitsOf(spreadHash);
}

/** The word of a filter that tells of a hash that was spread; for {@link hasFirst} and {@link hasSecond}. */
export function wordOf(filter: BitFilter, spreadHash: number): number {
  return filter[spreadHash & (filter.length - 1)] ?? 0;
}

/** False where the filter that has this word surely does not hold the hash. */
export function hasFirst(word: number, spreadHash: number): boolean {
  const bits = bitsOf(spreadHash);
  return (word & bits) === bits;
}

/** False where the filter that has this word surely does not hold the hash as one of the second kind. */
export function hasSecond(word: number, spreadHash: number): boolean {
  const bits = secondBitsOf(spreadHash);
  return (word & bits) === bits;
}

/** Filters that together let pass whatever any of these does: the large ones, and one of all the small ones. */
export function joined(filters: readonly BitFilter[]): readonly BitFilter[] {
  const small = filters.filter((filter) => filter.length < LARGE_WORDS);
  const large = filters.filter((filter) => filter.length >= LARGE_WORDS);
  return small.length > 0 ? [unionOf(small), ...large] : large;
}

function unionOf(filters: readonly BitFilter[]): BitFilter {
  const union = new Uint32Array(Math.max(...filters.map((filter) => filter.length)));
  // The low bits of a hash choose the word, so a smaller filter says the same of every stretch as long as itself.
  for (const filter of filters) {
    for (let i = 0; i < union.length; i++)
      union[i] = (union[i] ?? 0) | (filter[i & (filter.length - 1)] ?? 0);
  }
  return union;
}

/** The bits of a hash in its word, chosen by the upper bits of a product since the lower of the hash chose the word. */
function bitsOf(spreadHash: number): number {
  return fourBits(Math.imul(spreadHash, 0x9e3779b1));
}

function secondBitsOf(spreadHash: number): number {
  return fourBits(Math.imul(spreadHash, 0x27220a95));
}

function fourBits(mixed: number): number {
  // A shift counts by its lowest five bits.
  return (1 << (mixed >>> 27)) | (1 << (mixed >>> 22)) | (1 << (mixed >>> 17)) | (1 << (mixed >>> 12));
}
