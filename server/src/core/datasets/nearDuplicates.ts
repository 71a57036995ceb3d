import { spread } from '../corpus/hashes.ts';
import type { Steps } from '../steps.ts';
import { Groups } from './groups.ts';
import { estimatedJaccard, HASH_FUNCTIONS } from './minHash.ts';

/**
 * From this Jaccard similarity of their shingles on, two articles are near-duplicates. Measured: of 62 news articles in
 * each of 18 languages (NTREX), no two that are about different things share more than 0.14, 99 in 100 less than 0.012; a
 * copy of which every fifth word was edited shares 0.41 with its original (bench/datasets). Whoever splits a dataset fears
 * the copy that was missed more than the one that was none: Broder et al. 1997 (“Syntactic clustering of the Web”) call
 * 0.5 roughly the same, and for removing copies Lee et al. 2022 and the makers of The Stack take 0.7 to 0.85.
 */
export const NEAR_DUPLICATE = 0.3;

/** A pair as similar as the threshold is compared at least so often. */
const LEAST_RECALL = 0.99;
/** In a bucket each article is compared with so many before it; what is passed over is told in `passedOver`. */
const MOST_IN_BUCKET = 500;
/** About so many comparisons are a step. */
const STEP = 20_000;

export interface NearDuplicateOptions {
  /** Estimated Jaccard similarity from which two are near-duplicates, above 0 and at most 1. */
  readonly threshold?: number;
  /** Sees each pair that was found near-duplicate and not yet known to belong together, by the articles' places. */
  onPair?(a: number, b: number, similarity: number): void;
}

/** What belongs together, by the articles' places in the list that was given. */
export interface NearDuplicates {
  /** For each article the first one of its group: itself where it is alone. */
  readonly groupOf: Uint32Array;
  /** Groups of two or more, in order, each in order. */
  readonly groups: readonly (readonly number[])[];
  readonly threshold: number;
  /** Pairs of very frequent texts that were not compared. */
  readonly passedOver: number;
}

/** Bands of so many rows each: how a signature is cut for finding candidates. */
export function bandsFor(threshold: number): { readonly bands: number; readonly rows: number } {
  let rows = 1;
  for (let more = 2; more <= 32; more++) {
    const bands = Math.floor(HASH_FUNCTIONS / more);
    if (1 - (1 - threshold ** more) ** bands >= LEAST_RECALL) rows = more;
  }
  return { bands: Math.floor(HASH_FUNCTIONS / rows), rows };
}

/**
 * The groups of near-duplicates among articles, by their signatures: candidates share a band of it (locality-sensitive
 * hashing, Leskovec, Rajaraman & Ullman 2020, 3.4), each is compared by the whole signature, and what is alike is put
 * together, also over others (single linkage). The same signatures in the same order give the same groups. Articles
 * without words belong to nobody.
 */
export function* nearDuplicates(
  signatures: readonly Uint32Array[],
  { threshold = NEAR_DUPLICATE, onPair }: NearDuplicateOptions = {},
): Steps<NearDuplicates> {
  const { bands, rows } = bandsFor(threshold);
  const groups = new Groups(signatures.length);
  const present = Uint32Array.from(signatures.keys()).filter((i) => (signatures[i]?.length ?? 0) > 0);
  // The upper half of each number is a hash of the band, the lower the article's place: sorted, buckets stand together.
  const keyed = new Float64Array(present.length);
  let passedOver = 0;
  let work = 0;
  for (let band = 0; band < bands; band++) {
    for (const [i, place] of present.entries())
      keyed[i] = bandHash(signatures[place] ?? NOTHING, band * rows, rows) * PLACES + place;
    keyed.sort();
    yield;
    for (let start = 0, end = 0; start < keyed.length; start = end) {
      const hash = hashOf(keyed[start] ?? 0);
      end = start + 1;
      while (end < keyed.length && hashOf(keyed[end] ?? 0) === hash) end++;
      // Copies of one text fill buckets, and are known to belong together after the first band.
      let apart = start + 1;
      const one = groups.first(placeOf(keyed[start] ?? 0));
      while (apart < end && groups.first(placeOf(keyed[apart] ?? 0)) === one) apart++;
      for (let second = apart; second < end; second++) {
        const first = Math.max(start, second - MOST_IN_BUCKET);
        passedOver += first - start;
        const b = placeOf(keyed[second] ?? 0);
        for (let other = first; other < second; other++) {
          const a = placeOf(keyed[other] ?? 0);
          if (groups.first(a) === groups.first(b)) continue;
          const similarity = estimatedJaccard(signatures[a] ?? NOTHING, signatures[b] ?? NOTHING);
          if (similarity >= threshold) {
            groups.join(a, b);
            onPair?.(a, b, similarity);
          }
        }
        work += second - first;
        if (work < STEP) continue;
        work = 0;
        yield;
      }
    }
  }
  return { ...groups.result(), threshold, passedOver };
}

const NOTHING = new Uint32Array(0);
/** More articles than any list of them has. */
const PLACES = 2 ** 21;

function hashOf(keyed: number): number {
  return Math.floor(keyed / PLACES);
}

function placeOf(keyed: number): number {
  return keyed % PLACES;
}

/** A hash of 32 bits of some of a signature's values of 16 bits. */
function bandHash(signature: Uint32Array, from: number, rows: number): number {
  let hash = from;
  for (let i = from; i < from + rows; i++) {
    const word = signature[i >> 1] ?? 0;
    const value = i % 2 === 0 ? word & 0xffff : word >>> 16;
    hash = spread(Math.imul(hash, 0x9e3779b1) + value);
  }
  return hash;
}
