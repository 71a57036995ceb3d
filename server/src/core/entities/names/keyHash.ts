/** Two 32-bit hashes of a name's folded units, rolled on unit by unit; together they tell names apart. */
export const BASIS_A = 0x811c9dc5 | 0;
export const BASIS_B = 0x2545f491;

/** The first hash with one more unit (FNV-1a). */
export function rollA(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** The second hash with one more unit: rotated, so that it errs elsewhere than the first. */
export function rollB(hash: number, unit: number): number {
  return Math.imul(((hash << 5) | (hash >>> 27)) ^ unit, 0x27220a95);
}

/** Spreads a hash over all 32 bits (murmur3's finaliser); not negative. */
export function spread(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Where in a table the key of two hashes belongs, before it is scaled to the table: 0 to 2^32 − 1. */
export function placeOf(a: number, b: number): number {
  return spread(a ^ ((b << 16) | (b >>> 16)));
}

/** What a table keeps of a key to know it by: 0 to 2^32 − 1. */
export function checkOf(a: number, b: number): number {
  return spread(b + Math.imul(a, 0x9e3779b1));
}
