const FIRST_SLOTS = 1024;
/** Beyond three quarters, looking for a free slot takes long. */
const FULLEST = 0.75;
/** 2^32 divided by the golden ratio: neighbouring hashes go to slots far apart. */
const SCATTER = 0x9e3779b1;

/**
 * How often each of many 32-bit hashes was counted: open addressing in two typed arrays, five or six bytes a slot.
 * Counts stop at `most`; what has come so far stays there, since nobody knows by how much it went beyond. All other
 * counts are exact, in whatever order things were counted and taken back.
 */
export class CountTable {
  /** How far is counted. */
  readonly most: number;
  private hashes = new Uint32Array(FIRST_SLOTS);
  private counts: Uint8Array | Uint16Array;
  private shift = 32 - Math.log2(FIRST_SLOTS);
  private used = 0;

  /** `most`: 255 or 65,535, in one or two bytes each. */
  constructor(most: 255 | 65_535) {
    this.most = most;
    this.counts = countsOf(most, FIRST_SLOTS);
  }

  /** How many different hashes have a count. */
  get size(): number {
    return this.used;
  }

  /** How often a hash was counted, at most `most`. */
  count(hash: number): number {
    return this.counts[this.slotOf(hash)] ?? 0;
  }

  /** Counts a hash once more; gives its count now. */
  add(hash: number): number {
    let slot = this.slotOf(hash);
    const count = this.counts[slot] ?? 0;
    if (count >= this.most) return count;
    if (count === 0) {
      if (this.used + 1 > this.hashes.length * FULLEST) {
        this.grow(this.hashes.length * 2);
        slot = this.slotOf(hash);
      }
      this.hashes[slot] = hash;
      this.used++;
    }
    this.counts[slot] = count + 1;
    return count + 1;
  }

  /** Takes back one count of a hash; nothing happens where it has none, or too many to tell. */
  remove(hash: number): void {
    const slot = this.slotOf(hash);
    const count = this.counts[slot] ?? 0;
    if (count === 0 || count >= this.most) return;
    this.counts[slot] = count - 1;
    if (count > 1) return;
    this.used--;
    this.close(slot);
  }

  /** Gives a hash the count that is told of the most frequent ones. */
  saturate(hash: number): void {
    if (this.count(hash) === 0) this.add(hash);
    this.counts[this.slotOf(hash)] = this.most;
  }

  /** True where a hash has the count that stays. */
  isSaturated(hash: number): boolean {
    return this.count(hash) === this.most;
  }

  /** The hashes with the count that stays, ascending. */
  saturated(): Uint32Array {
    const found: number[] = [];
    for (let slot = 0; slot < this.counts.length; slot++) {
      if (this.counts[slot] === this.most) found.push(this.hashes[slot] ?? 0);
    }
    return Uint32Array.from(found).sort();
  }

  /** Where a hash stands, or the free slot where it would. */
  private slotOf(hash: number): number {
    const { hashes, counts, shift } = this;
    const last = hashes.length - 1;
    let slot = Math.imul(hash, SCATTER) >>> shift;
    while (counts[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & last;
    return slot;
  }

  /** Moves what stands behind an emptied slot up to it, so that nothing is ever looked for past a hole. */
  private close(emptied: number): void {
    const { hashes, counts, shift } = this;
    const last = hashes.length - 1;
    let hole = emptied;
    for (let slot = (hole + 1) & last; counts[slot] !== 0; slot = (slot + 1) & last) {
      const home = Math.imul(hashes[slot] ?? 0, SCATTER) >>> shift;
      // It may move up only if its own place is not behind the hole.
      if (((slot - home) & last) < ((slot - hole) & last)) continue;
      hashes[hole] = hashes[slot] ?? 0;
      counts[hole] = counts[slot] ?? 0;
      counts[slot] = 0;
      hole = slot;
    }
  }

  /** Makes room for so many hashes at once, rather than bit by bit. */
  reserve(size: number): void {
    let slots = this.hashes.length;
    while (size > slots * FULLEST) slots *= 2;
    if (slots > this.hashes.length) this.grow(slots);
  }

  private grow(slots: number): void {
    const { hashes, counts } = this;
    this.hashes = new Uint32Array(slots);
    this.counts = countsOf(this.most, slots);
    this.shift = 32 - Math.log2(slots);
    for (let old = 0; old < counts.length; old++) {
      const count = counts[old] ?? 0;
      if (count === 0) continue;
      const slot = this.slotOf(hashes[old] ?? 0);
      this.hashes[slot] = hashes[old] ?? 0;
      this.counts[slot] = count;
    }
  }
}

function countsOf(most: number, slots: number): Uint8Array | Uint16Array {
  return most > 255 ? new Uint16Array(slots) : new Uint8Array(slots);
}
