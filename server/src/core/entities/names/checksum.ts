/** Four 32-bit sums, each of every fourth word, that tell whether words are the same ones in the same order. */
export type Checksum = readonly [number, number, number, number];

/** The checksum of nothing. */
export const NO_CHECKSUM: Checksum = [0x811c9dc5, 0x2545f491, 0x9e3779b1, 0x85ebca6b];

const FACTOR = 0x01000193;

/**
 * The checksum of more words behind those summed up before; how many they are must be a multiple of four. No single
 * changed word escapes it: each step can be undone. Four sums, because each step waits for the one before it.
 */
export function checksum(words: Uint32Array, before: Checksum): Checksum {
  let [a, b, c, d] = before;
  for (let i = 0; i + 3 < words.length; i += 4) {
    a = Math.imul(((a << 15) | (a >>> 17)) ^ (words[i] ?? 0), FACTOR);
    b = Math.imul(((b << 15) | (b >>> 17)) ^ (words[i + 1] ?? 0), FACTOR);
    c = Math.imul(((c << 15) | (c >>> 17)) ^ (words[i + 2] ?? 0), FACTOR);
    d = Math.imul(((d << 15) | (d >>> 17)) ^ (words[i + 3] ?? 0), FACTOR);
  }
  return [a >>> 0, b >>> 0, c >>> 0, d >>> 0];
}
