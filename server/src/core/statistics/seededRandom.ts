/** Numbers in [0, 1) that look random and are the same for the same seed: whoever computes again gets the same result. */
export class SeededRandom {
  private state: number;
  private spare: number | undefined;

  /** `seed`: a whole number. */
  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** The next number in [0, 1): mulberry32 by Tommy Ettinger (2017, public domain). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 to `below` - 1. */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  /** A number of the normal distribution (Box & Muller 1958). */
  normal(mean: number, deviation: number): number {
    if (this.spare !== undefined) {
      const spare = this.spare;
      this.spare = undefined;
      return mean + deviation * spare;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    const angle = 2 * Math.PI * this.next();
    this.spare = radius * Math.sin(angle);
    return mean + deviation * radius * Math.cos(angle);
  }
}
