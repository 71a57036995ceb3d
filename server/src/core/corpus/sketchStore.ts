/** What is kept of one article's hashes; both lists ascending, without what no longer matters. */
export interface StoredHashes {
  readonly words: Uint32Array;
  readonly lines: Uint32Array;
}

/** True for hashes that need not be kept. */
export type Superfluous = (hash: number) => boolean;

const FIRST_HASHES = 4096;
const GROWTH = 1.5;

/**
 * The hashes of many articles, one behind the other in one array: an array of its own for each would cost more than
 * what is in it. What was deleted, and hashes that have become superfluous, go when the array is full.
 */
export class SketchStore {
  private hashes = new Uint32Array(FIRST_HASHES);
  private used = 0;
  private starts = new Uint32Array(64);
  private wordCounts = new Uint32Array(64);
  private lineCounts = new Uint32Array(64);
  private count = 0;
  private readonly free: number[] = [];
  private readonly superfluousWord: Superfluous;
  private readonly superfluousLine: Superfluous;

  constructor(superfluousWord: Superfluous, superfluousLine: Superfluous) {
    this.superfluousWord = superfluousWord;
    this.superfluousLine = superfluousLine;
  }

  /** Bytes held. */
  get bytes(): number {
    return this.hashes.byteLength + 3 * this.starts.byteLength;
  }

  /** Keeps hashes; gives the number under which they are found. Numbers of deleted ones are given again. */
  add({ words, lines }: StoredHashes): number {
    this.makeRoom(words.length + lines.length);
    const number = this.free.pop() ?? this.count++;
    if (number >= this.starts.length) this.growIndex();
    this.starts[number] = this.used;
    this.wordCounts[number] = this.copy(words, this.superfluousWord);
    this.lineCounts[number] = this.copy(lines, this.superfluousLine);
    return number;
  }

  /** What is kept under a number: good until the next `add`. */
  get(number: number): StoredHashes {
    const start = this.starts[number] ?? 0;
    const middle = start + (this.wordCounts[number] ?? 0);
    const end = middle + (this.lineCounts[number] ?? 0);
    return { words: this.hashes.subarray(start, middle), lines: this.hashes.subarray(middle, end) };
  }

  /** Lets go of what is kept under a number. */
  delete(number: number): void {
    this.wordCounts[number] = 0;
    this.lineCounts[number] = 0;
    this.free.push(number);
  }

  private copy(from: Uint32Array, superfluous: Superfluous): number {
    const start = this.used;
    for (const hash of from) if (!superfluous(hash)) this.hashes[this.used++] = hash;
    return this.used - start;
  }

  private makeRoom(more: number): void {
    if (this.used + more <= this.hashes.length) return;
    const old = this.hashes;
    const kept = this.wordCounts.reduce((a, b) => a + b, 0) + this.lineCounts.reduce((a, b) => a + b, 0);
    this.hashes = new Uint32Array(Math.ceil((kept + more) * GROWTH));
    this.used = 0;
    for (let number = 0; number < this.count; number++) {
      const start = this.starts[number] ?? 0;
      const middle = start + (this.wordCounts[number] ?? 0);
      const end = middle + (this.lineCounts[number] ?? 0);
      this.starts[number] = this.used;
      this.wordCounts[number] = this.copy(old.subarray(start, middle), this.superfluousWord);
      this.lineCounts[number] = this.copy(old.subarray(middle, end), this.superfluousLine);
    }
  }

  private growIndex(): void {
    this.starts = grown(this.starts);
    this.wordCounts = grown(this.wordCounts);
    this.lineCounts = grown(this.lineCounts);
  }
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
