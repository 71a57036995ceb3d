import type { WordsKey } from './shingles.ts';

/** Numbers that keys can carry: 21 bits. */
export const MOST_CARRIED = 2 ** 21 - 1;
/** 24 MB; one in two samples of this size holds two different texts under one key. */
const MOST_KEYS = 3_000_000;
/** What is left of the keys after twenty halves are occurrences of a few texts, which are not to be parted. */
const LAST_MASK = 2 ** 20 - 1;

/** Same keys together, and what they carry. */
export interface SameKeys {
  /** In ascending order, once for each time that the key was added. */
  readonly carried: Uint32Array;
}

/**
 * Keys of texts with a number that each carries, in bounded memory: where there are too many, the half of the keys that
 * their own bits choose is kept, again and again, so that all occurrences of a text are kept or none.
 */
export class KeySample {
  private readonly most: number;
  private keys = new BigUint64Array(1_024);
  private words = new Uint32Array(this.keys.buffer);
  private length = 0;
  private mask = 0;

  /** `most`: so many keys are held. */
  constructor(most = MOST_KEYS) {
    this.most = most;
  }

  /** The share of all texts that is in the sample: 1, 1/2, 1/4 … */
  get share(): number {
    return 1 / (this.mask + 1);
  }

  /** `carried`: at most `MOST_CARRIED`. */
  add({ high, low }: WordsKey, carried: number): void {
    if ((high & this.mask) !== 0) return;
    if (this.length === this.keys.length) this.grow();
    const at = 2 * this.length++;
    this.words[at + LOW] = ((low << 21) | carried) >>> 0;
    this.words[at + HIGH] = high;
    while (this.length > this.most && this.mask < LAST_MASK) this.halve();
  }

  /** All keys, the same ones together, in an order that depends on nothing but them. Nothing may be added after it. */
  *groups(): Generator<SameKeys> {
    this.keys.subarray(0, this.length).sort();
    const { words } = this;
    for (let start = 0, end = 0; start < this.length; start = end) {
      end = start + 1;
      while (end < this.length && this.isSame(start, end)) end++;
      const carried = new Uint32Array(end - start);
      for (let i = start; i < end; i++) carried[i - start] = (words[2 * i + LOW] ?? 0) & MOST_CARRIED;
      yield { carried };
    }
  }

  private isSame(a: number, b: number): boolean {
    const { words } = this;
    return (
      words[2 * a + HIGH] === words[2 * b + HIGH] &&
      (words[2 * a + LOW] ?? 0) >>> 21 === (words[2 * b + LOW] ?? 0) >>> 21
    );
  }

  private grow(): void {
    const { keys } = this;
    this.keys = new BigUint64Array(2 * keys.length);
    this.keys.set(keys);
    this.words = new Uint32Array(this.keys.buffer);
  }

  private halve(): void {
    this.mask = 2 * this.mask + 1;
    const { words } = this;
    let kept = 0;
    for (let i = 0; i < this.length; i++) {
      if (((words[2 * i + HIGH] ?? 0) & this.mask) !== 0) continue;
      words[2 * kept] = words[2 * i] ?? 0;
      words[2 * kept + 1] = words[2 * i + 1] ?? 0;
      kept++;
    }
    this.length = kept;
  }
}

/** Which half of a 64-bit number comes first in memory: the lower one everywhere but on a few large machines. */
const LOW = new Uint32Array(new BigUint64Array([1n]).buffer)[0] === 1 ? 0 : 1;
const HIGH = 1 - LOW;
