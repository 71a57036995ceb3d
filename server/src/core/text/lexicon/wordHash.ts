/** What each unit is multiplied into the hash with. */
export const PRIME = 0x01000193;

/**
 * A 32-bit hash, signed, of a word's UTF-16 units (FNV-1a with the finish of MurmurHash3); two seeds give independent ones.
 * scripts/data packs tables with it and `WordTable` reads them: another hash is another version of the file.
 */
export function wordHash(word: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME);
  return mixed(hash);
}

/** The finish of `wordHash`, for a caller that takes two hashes in one walk. */
export function mixed(state: number): number {
  let hash = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Seeds of the hash that says where a word stands, and of the one that is kept of it. */
export const PLACE_SEED = 0x811c9dc5 | 0;
export const KEPT_SEED = 0x2f0b4a27;

/** The place of a word in a table of so many slots; `hash` with the place's seed. */
export function placeOf(hash: number, capacity: number): number {
  return ((hash >>> 0) * (capacity / 0x1_0000_0000)) | 0;
}

/** Five bits of the place's hash, kept beside the other one. `placeOf` uses the high bits, so these are the low. */
export function tagOf(hash: number): number {
  return hash & 0x1f;
}

/** The check on a file's content: FNV-1a over its 32-bit words. */
export function checksum(words: Uint32Array): number {
  let hash = PLACE_SEED;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ (words[i] ?? 0), PRIME);
  return hash >>> 0;
}
