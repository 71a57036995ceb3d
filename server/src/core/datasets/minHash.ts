import { lazy } from '../lazy.ts';
import { SeededRandom } from '../statistics/seededRandom.ts';

/**
 * How many hash functions a signature has. The standard error of the similarity that it tells is √(s(1−s)/128): at most
 * 4.4 points (Broder 1997).
 */
export const HASH_FUNCTIONS = 128;
/** Each is kept as 16 bits (Li & König 2010), two in a word: unlike minima look alike once in 65,536 times. */
export const SIGNATURE_WORDS = HASH_FUNCTIONS / 2;

/** Constants of the hash functions: always the same, so that signatures can be compared wherever they were made. */
const functions = lazy(() => {
  const random = new SeededRandom(0x6d696e68);
  const masks = new Int32Array(HASH_FUNCTIONS).map(() => random.below(2 ** 32));
  const factors = new Int32Array(HASH_FUNCTIONS).map(() => random.below(2 ** 31) * 2 + 1);
  return { masks, factors };
});

/**
 * Writes the MinHash signature of a set of hashes, in which some may stand several times, into `signature`, which has
 * `SIGNATURE_WORDS` words: for each hash function the lower 16 bits of its least value.
 */
export function writeSignature(hashes: Int32Array, signature: Uint32Array): void {
  const { masks, factors } = functions();
  for (let word = 0; word < SIGNATURE_WORDS; word++) {
    const [maskA = 0, maskB = 0] = [masks[2 * word], masks[2 * word + 1]];
    const [factorA = 1, factorB = 1] = [factors[2 * word], factors[2 * word + 1]];
    let leastA = 0x7fffffff;
    let leastB = 0x7fffffff;
    for (let i = 0; i < hashes.length; i++) {
      const hash = hashes[i] ?? 0;
      leastA = Math.min(leastA, Math.imul(hash ^ maskA, factorA));
      leastB = Math.min(leastB, Math.imul(hash ^ maskB, factorB));
    }
    signature[word] = (leastA & 0xffff) | (leastB << 16);
  }
}

/** The share of hash functions on which two signatures agree: an unbiased estimate of the sets' Jaccard similarity. */
export function estimatedJaccard(a: Uint32Array, b: Uint32Array): number {
  let same = 0;
  for (let i = 0; i < SIGNATURE_WORDS; i++) {
    const differ = (a[i] ?? 0) ^ (b[i] ?? 0);
    if ((differ & 0xffff) === 0) same++;
    if (differ >>> 16 === 0) same++;
  }
  return same / HASH_FUNCTIONS;
}
