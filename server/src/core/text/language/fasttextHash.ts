/** The hash of no bytes. */
export const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

/** One more byte of fastText's FNV-1a, which takes bytes as signed; a signed 32-bit number. */
export function hashed(hash: number, byte: number): number {
  return Math.imul(hash ^ ((byte << 24) >> 24), FNV_PRIME);
}

/** The hash of some bytes, a signed 32-bit number. */
export function hashOf(bytes: Uint8Array): number {
  let hash = FNV_OFFSET;
  for (const byte of bytes) hash = hashed(hash, byte);
  return hash;
}
