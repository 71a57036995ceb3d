import { spread } from './keyHash.ts';
import { release } from './pages.ts';

const FIRST_SLOTS = 1 << 10;

/** Different 32-bit hashes, in four to eight bytes each. */
export class HashSet {
  private slots = new Uint32Array(FIRST_SLOTS);
  private used = 0;
  private hasZero = false;

  /** How many there are. */
  get size(): number {
    return this.used + (this.hasZero ? 1 : 0);
  }

  /** Adds one, if it is not there. */
  add(hash: number): void {
    const value = hash >>> 0;
    if (value === 0) {
      this.hasZero = true;
      return;
    }
    if (this.used * 4 > this.slots.length * 3) this.grow();
    if (put(this.slots, value)) this.used++;
  }

  /** Forgets them all and gives their memory back. */
  clear(): void {
    release(this.slots);
    this.slots = new Uint32Array(FIRST_SLOTS);
    this.used = 0;
    this.hasZero = false;
  }

  /** All of them, in no order. */
  *[Symbol.iterator](): Generator<number> {
    if (this.hasZero) yield 0;
    for (const value of this.slots) if (value !== 0) yield value;
  }

  private grow(): void {
    const larger = new Uint32Array(this.slots.length * 2);
    for (const value of this.slots) if (value !== 0) put(larger, value);
    release(this.slots);
    this.slots = larger;
  }
}

/** False where it was there. */
function put(slots: Uint32Array, value: number): boolean {
  const mask = slots.length - 1;
  for (let at = spread(value) & mask; ; at = (at + 1) & mask) {
    const there = slots[at];
    if (there === value) return false;
    if (there === 0) {
      slots[at] = value;
      return true;
    }
  }
}
