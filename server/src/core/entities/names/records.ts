/** Writes numbers and texts one behind the other; begun anew, it keeps its room. */
export class RecordWriter {
  bytes = new Uint8Array(1 << 10);
  length = 0;

  /** A whole number, 0 to 2^32 − 1, in as few bytes as it needs (LEB128). */
  number(value: number): void {
    this.makeRoom(5);
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) this.bytes[this.length++] = (rest & 0x7f) | 0x80;
    this.bytes[this.length++] = rest;
  }

  /** One byte. */
  byte(value: number): void {
    this.makeRoom(1);
    this.bytes[this.length++] = value;
  }

  /** A text after how many bytes it has: UTF-8, in which a lone surrogate stays what it is. */
  text(value: string): void {
    this.makeRoom(5 + value.length * 3);
    const bytes = encodedLength(value);
    this.number(bytes);
    this.length = encodeInto(value, this.bytes, this.length);
  }

  /** What another one has written. */
  append(other: RecordWriter): void {
    this.makeRoom(other.length);
    this.bytes.set(other.bytes.subarray(0, other.length), this.length);
    this.length += other.length;
  }

  private makeRoom(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}

/** Reads what a {@link RecordWriter} wrote. Past the end everything is 0 or empty, and `ok` says so. */
export class RecordReader {
  private readonly bytes: Uint8Array;
  at: number;
  /** False once something was to be read that is not there. */
  ok = true;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) this.ok = false;
    return byte ?? 0;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) break;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    this.ok = false;
    return 0;
  }

  text(): string {
    const length = this.number();
    if (!this.ok || this.at + length > this.bytes.length) {
      this.ok = false;
      return '';
    }
    this.at += length;
    return decoded(this.bytes, this.at - length, this.at);
  }

  /** Passes over a text; gives how many bytes it has. */
  skipText(): number {
    const length = this.number();
    this.at += length;
    if (this.at > this.bytes.length) this.ok = false;
    return length;
  }
}

/** The bytes of a text as {@link RecordWriter} writes them, without their number. */
export function encoded(text: string): Uint8Array {
  const bytes = new Uint8Array(encodedLength(text));
  encodeInto(text, bytes, 0);
  return bytes;
}

function encodedLength(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    length++;
    if (unit < 0x800) continue;
    if (startsPair(text, i, unit)) i++;
    length++;
  }
  return length;
}

function encodeInto(text: string, bytes: Uint8Array, from: number): number {
  let at = from;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      bytes[at++] = unit;
    } else if (unit < 0x800) {
      bytes[at++] = 0xc0 | (unit >> 6);
      bytes[at++] = 0x80 | (unit & 0x3f);
    } else if (startsPair(text, i, unit)) {
      const point = text.codePointAt(i) ?? 0;
      i++;
      bytes[at++] = 0xf0 | (point >> 18);
      bytes[at++] = 0x80 | ((point >> 12) & 0x3f);
      bytes[at++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[at++] = 0x80 | (point & 0x3f);
    } else {
      bytes[at++] = 0xe0 | (unit >> 12);
      bytes[at++] = 0x80 | ((unit >> 6) & 0x3f);
      bytes[at++] = 0x80 | (unit & 0x3f);
    }
  }
  return at;
}

function startsPair(text: string, i: number, unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00;
}

/** The text of bytes `from`–`to`, which lie inside; bytes that are no UTF-8 give some text or other. */
function decoded(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  let at = from;
  // Four letters at a time, where they are ASCII, as most are: a string for each letter costs more than all the rest.
  for (; at + 3 < to; at += 4) {
    const a = bytes[at] ?? 0;
    const b = bytes[at + 1] ?? 0;
    const c = bytes[at + 2] ?? 0;
    const d = bytes[at + 3] ?? 0;
    if ((a | b | c | d) >= 0x80) break;
    text += String.fromCharCode(a, b, c, d);
  }
  while (at < to) {
    const first = bytes[at++] ?? 0;
    if (first < 0x80) {
      text += String.fromCharCode(first);
    } else if (first < 0xe0) {
      text += String.fromCharCode(((first & 0x1f) << 6) | rest(bytes, at++));
    } else if (first < 0xf0) {
      text += String.fromCharCode(((first & 0x0f) << 12) | (rest(bytes, at) << 6) | rest(bytes, at + 1));
      at += 2;
    } else {
      const point =
        ((first & 0x07) << 18) | (rest(bytes, at) << 12) | (rest(bytes, at + 1) << 6) | rest(bytes, at + 2);
      text += String.fromCodePoint(Math.min(0x10ffff, point));
      at += 3;
    }
  }
  return text;
}

function rest(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) & 0x3f;
}
