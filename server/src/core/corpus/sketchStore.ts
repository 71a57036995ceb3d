import type { Steps } from '../steps.ts';

/** What is kept of one article's hashes; both lists ascending, without what no longer matters. */
export interface StoredHashes {
  readonly words: Uint32Array;
  readonly lines: Uint32Array;
}

/** Hashes of a block; larger articles get a block of their own. */
const BLOCK = 0x10000;
/** A step of tidying copies about as many articles. */
const STEP_ARTICLES = 500;

/**
 * The hashes of many articles, one behind the other in large blocks: an array of its own for each article would cost
 * more than what is in it.
 */
export class SketchStore {
  private blocks: Uint32Array[] = [];
  /** Where the next hashes go in the last block. */
  private end = BLOCK;
  private starts = new Uint32Array(64);
  private wordCounts = new Uint32Array(64);
  private lineCounts = new Uint32Array(64);
  private count = 0;
  private readonly free: number[] = [];
  private kept = 0;
  private deleted = 0;

  /** Keeps hashes; gives the number under which they are found. Numbers of deleted ones are given again. */
  add(hashes: StoredHashes): number {
    const number = this.free.pop() ?? this.count++;
    if (number >= this.starts.length) this.growIndex();
    this.place(number, hashes);
    return number;
  }

  /** What is kept under a number. */
  get(number: number): StoredHashes {
    const at = this.starts[number] ?? 0;
    const block = this.blocks[Math.floor(at / BLOCK)] ?? new Uint32Array();
    const start = at % BLOCK;
    const middle = start + (this.wordCounts[number] ?? 0);
    const end = middle + (this.lineCounts[number] ?? 0);
    return { words: block.subarray(start, middle), lines: block.subarray(middle, end) };
  }

  /** Lets go of what is kept under a number. */
  delete(number: number): void {
    const size = (this.wordCounts[number] ?? 0) + (this.lineCounts[number] ?? 0);
    this.kept -= size;
    this.deleted += size;
    this.wordCounts[number] = 0;
    this.lineCounts[number] = 0;
    this.free.push(number);
  }

  /** Gives back the room of what was deleted, once that is most of it. Nothing may be added or deleted meanwhile. */
  *tidy(): Steps<void> {
    if (this.deleted <= this.kept) return;
    const old = this.blocks;
    const starts = this.starts;
    this.blocks = [];
    this.starts = starts.slice();
    this.end = BLOCK;
    this.kept = 0;
    this.deleted = 0;
    for (let number = 0; number < this.count; number++) {
      const at = starts[number] ?? 0;
      const block = old[Math.floor(at / BLOCK)] ?? new Uint32Array();
      const start = at % BLOCK;
      const middle = start + (this.wordCounts[number] ?? 0);
      const end = middle + (this.lineCounts[number] ?? 0);
      this.place(number, { words: block.subarray(start, middle), lines: block.subarray(middle, end) });
      if (number % STEP_ARTICLES === 0) yield;
    }
  }

  private place(number: number, { words, lines }: StoredHashes): void {
    const size = words.length + lines.length;
    if (this.end + size > BLOCK) {
      this.blocks.push(new Uint32Array(Math.max(BLOCK, size)));
      this.end = 0;
    }
    const block = this.blocks.at(-1);
    block?.set(words, this.end);
    block?.set(lines, this.end + words.length);
    this.starts[number] = (this.blocks.length - 1) * BLOCK + this.end;
    this.wordCounts[number] = words.length;
    this.lineCounts[number] = lines.length;
    this.end += size;
    this.kept += size;
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
