/**
 * Bytes of a page. Allocators hand out so large a piece by itself and take it back whole, where smaller ones leave holes;
 * what is not written yet takes no memory.
 */
const PAGE_BYTES = 1 << 25;
const NUMBER_BITS = 23;
const PAGE_NUMBERS = 1 << NUMBER_BITS;

/**
 * Numbers (0 to 2^32 − 1) that come one at a time, of unknown count. An array that doubles would for a moment take
 * three times its room; pages take none but their own, and give it back while they are joined.
 */
export class PagedNumbers {
  private readonly pages: Uint32Array[] = [];
  private page = new Uint32Array(16);
  length = 0;

  push(value: number): void {
    const at = this.length & (PAGE_NUMBERS - 1);
    if (this.length > 0 && at === 0) {
      this.pages.push(this.page);
      this.page = new Uint32Array(PAGE_NUMBERS);
    } else if (at === this.page.length) {
      const larger = new Uint32Array(Math.min(PAGE_NUMBERS, at * 4));
      larger.set(this.page);
      release(this.page);
      this.page = larger;
    }
    this.page[at] = value;
    this.length++;
  }

  /** The number at an index below `length`. */
  at(index: number): number {
    return (this.pages[index >>> NUMBER_BITS] ?? this.page)[index & (PAGE_NUMBERS - 1)] ?? 0;
  }

  /** All of them in one array; empties this. */
  join(): Uint32Array {
    const joined = new Uint32Array(this.length);
    joinInto(joined, [...this.pages, this.page], this.length);
    this.pages.length = 0;
    this.page = new Uint32Array(16);
    this.length = 0;
    return joined;
  }

  /** Gives its memory back. */
  clear(): void {
    for (const page of this.pages) release(page);
    this.pages.length = 0;
    release(this.page);
    this.page = new Uint32Array(16);
    this.length = 0;
  }
}

/** Bytes that come in pieces, of unknown sum; see {@link PagedNumbers}. */
export class PagedBytes {
  private readonly pages: Uint8Array[] = [];
  private page = new Uint8Array(1 << 10);
  private used = 0;
  length = 0;

  /** Adds the first `count` of some bytes. */
  push(bytes: Uint8Array, count: number): void {
    let from = 0;
    while (from < count) {
      if (this.used === this.page.length) this.makeRoom();
      const part = Math.min(count - from, this.page.length - this.used);
      this.page.set(bytes.subarray(from, from + part), this.used);
      this.used += part;
      from += part;
    }
    this.length += count;
  }

  /** All of them in one array; empties this. */
  join(): Uint8Array {
    const joined = new Uint8Array(this.length);
    joinInto(joined, [...this.pages, this.page], this.length);
    this.pages.length = 0;
    this.page = new Uint8Array(1 << 10);
    this.used = 0;
    this.length = 0;
    return joined;
  }

  private makeRoom(): void {
    if (this.page.length < PAGE_BYTES) {
      const larger = new Uint8Array(Math.min(PAGE_BYTES, this.page.length * 4));
      larger.set(this.page);
      release(this.page);
      this.page = larger;
      return;
    }
    this.pages.push(this.page);
    this.page = new Uint8Array(PAGE_BYTES);
    this.used = 0;
  }
}

function joinInto<T extends Uint8Array | Uint32Array>(joined: T, pages: readonly T[], length: number): void {
  let at = 0;
  for (const page of pages) {
    joined.set(page.subarray(0, length - at), at);
    at += page.length;
    release(page);
  }
}

/**
 * Gives an array's memory back at once, where the platform can; Node 20, which runs the remote side of older VS Code,
 * and older browsers cannot: there it goes when the collector comes to it.
 */
export function release(page: Uint8Array | Uint32Array): void {
  const { buffer } = page;
  if (buffer instanceof ArrayBuffer && 'transfer' in buffer) buffer.transfer(0);
}
