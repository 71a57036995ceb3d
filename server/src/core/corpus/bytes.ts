import { utf8Bytes, utf8Text } from '../text/utf8.ts';

const FIRST_BYTES = 4096;
/** So many arguments any engine takes. */
const SHORT = 1000;

/** Writes numbers, texts and lists of hashes one behind the other; numbers in as few bytes as they need (LEB128). */
export class ByteWriter {
  private buffer = new Uint8Array(FIRST_BYTES);
  private view = new DataView(this.buffer.buffer);
  private used = 0;

  /** Everything written so far; good until more is written. */
  get bytes(): Uint8Array {
    return this.buffer.subarray(0, this.used);
  }

  /** A whole number, 0 to 2^32 - 1. */
  number(value: number): void {
    this.makeRoom(5);
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) this.buffer[this.used++] = (rest & 0x7f) | 0x80;
    this.buffer[this.used++] = rest;
  }

  /** A 32-bit hash, always in four bytes. */
  hash(value: number): void {
    this.makeRoom(4);
    this.view.setUint32(this.used, value, true);
    this.used += 4;
  }

  /** Hashes, after how many they are. */
  hashes(values: Uint32Array): void {
    this.number(values.length);
    this.makeRoom(4 * values.length);
    for (const value of values) {
      this.view.setUint32(this.used, value, true);
      this.used += 4;
    }
  }

  /** A text in UTF-8, after how many bytes it has. */
  text(value: string): void {
    const bytes = utf8Bytes(value);
    this.number(bytes.length);
    this.makeRoom(bytes.length);
    this.buffer.set(bytes, this.used);
    this.used += bytes.length;
  }

  private makeRoom(more: number): void {
    if (this.used + more <= this.buffer.length) return;
    const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.used + more));
    larger.set(this.buffer.subarray(0, this.used));
    this.buffer = larger;
    this.view = new DataView(larger.buffer);
  }
}

/** Reads what a {@link ByteWriter} wrote. Past the end everything is 0 or empty, and `ok` says so. */
export class ByteReader {
  private readonly buffer: Uint8Array;
  private readonly view: DataView;
  private at = 0;
  /** False once something was to be read that is not there. */
  ok = true;

  constructor(bytes: Uint8Array) {
    this.buffer = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** True where everything was read. */
  get atEnd(): boolean {
    return this.ok && this.at === this.buffer.length;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      if (!this.has(1)) return 0;
      const byte = this.buffer[this.at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    this.ok = false;
    return 0;
  }

  hash(): number {
    if (!this.has(4)) return 0;
    const value = this.view.getUint32(this.at, true);
    this.at += 4;
    return value;
  }

  hashes(): Uint32Array {
    const length = this.number();
    if (!this.has(4 * length)) return new Uint32Array(0);
    const values = new Uint32Array(length);
    for (let i = 0; i < length; i++, this.at += 4) values[i] = this.view.getUint32(this.at, true);
    return values;
  }

  text(): string {
    const length = this.number();
    if (!this.has(length)) return '';
    this.at += length;
    const bytes = this.buffer.subarray(this.at - length, this.at);
    // Nearly all are short and plain, and then this leaves less behind than joining their characters one by one.
    const isPlain = length <= SHORT && bytes.every((byte) => byte < 0x80);
    return isPlain ? String.fromCharCode(...bytes) : utf8Text(bytes);
  }

  private has(bytes: number): boolean {
    this.ok &&= this.at + bytes <= this.buffer.length;
    return this.ok;
  }
}
