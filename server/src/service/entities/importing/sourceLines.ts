import { type Message, msg } from '../../../core/message.ts';

// Every host has it, but neither ES nor LSP types know it.
declare class TextDecoder {
  constructor(label: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}

const LF = 10;
const CR = 13;
/** Bytes of a line; the longest of Wikidata have some megabytes. */
const LONGEST_LINE = 64_000_000;

/** Who gets lines: as text, or, where they are none, why. Lines count from 0. */
export interface LineReader {
  line(text: string, line: number): void;
  broken(code: string, message: Message, line: number): void;
}

/**
 * Bytes to lines, in pieces of any size: a line that is no UTF-8 is told and left out. `offset` and `next` say where it
 * goes on: the byte after the last whole line, and the number of the line that begins there.
 */
export class SourceLines {
  offset: number;
  next: number;
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  private readonly reader: LineReader;
  private rest: Uint8Array[] = [];
  private restLength = 0;
  /** Bytes of a line that is too long and passed over. */
  private passed = 0;

  constructor(reader: LineReader, offset = 0, next = 0) {
    this.reader = reader;
    this.offset = offset;
    this.next = next;
  }

  /** Reads the lines that end in these bytes; keeps the rest. */
  add(bytes: Uint8Array): void {
    const end = bytes.lastIndexOf(LF) + 1;
    if (end === 0) {
      this.keep(bytes);
      return;
    }
    if (this.passed > 0) {
      const first = bytes.indexOf(LF) + 1;
      this.tooLong(first);
      this.block(bytes.subarray(first, end));
    } else if (this.restLength === 0) this.block(bytes.subarray(0, end));
    else {
      const first = bytes.indexOf(LF) + 1;
      this.rest.push(bytes.subarray(0, first));
      this.block(joined(this.rest, this.restLength + first));
      this.block(bytes.subarray(first, end));
    }
    this.rest = [];
    this.restLength = 0;
    this.keep(bytes.subarray(end));
  }

  /** Reads the last line, if it has no line end. */
  end(): void {
    if (this.passed > 0) this.tooLong(0);
    else if (this.restLength > 0) this.block(joined(this.rest, this.restLength));
    this.rest = [];
    this.restLength = 0;
  }

  private keep(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    if (this.passed > 0 || this.restLength + bytes.length > LONGEST_LINE) {
      this.passed += this.restLength + bytes.length;
      this.rest = [];
      this.restLength = 0;
      return;
    }
    // Whoever gives bytes may use their place again.
    this.rest.push(bytes.slice());
    this.restLength += bytes.length;
  }

  private tooLong(more: number): void {
    const message = msg(
      'This line has more than {0} MB, so it is left out. Is it a list of entities, one in a line?',
      LONGEST_LINE / 1e6,
    );
    this.reader.broken('entities/long-line', message, this.next);
    this.offset += this.passed + more;
    this.passed = 0;
    this.next++;
  }

  /** Whole lines, the last of which may lack its line end. */
  private block(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    const text = this.decoded(bytes);
    if (text === undefined) this.oneByOne(bytes);
    else {
      for (let start = 0; start < text.length; ) {
        const feed = text.indexOf('\n', start);
        const end = feed < 0 ? text.length : feed;
        this.give(text.slice(start, text.charCodeAt(end - 1) === CR && end > start ? end - 1 : end));
        start = feed < 0 ? text.length : feed + 1;
      }
    }
    this.offset += bytes.length;
  }

  private oneByOne(bytes: Uint8Array): void {
    for (let start = 0; start < bytes.length; ) {
      const feed = bytes.indexOf(LF, start);
      const end = feed < 0 ? bytes.length : feed;
      const text = this.decoded(bytes.subarray(start, bytes[end - 1] === CR && end > start ? end - 1 : end));
      if (text === undefined) {
        const message = msg(
          'This line is not valid UTF-8, so it is left out. Open the file in its own encoding and save it again as UTF-8.',
        );
        this.reader.broken('entities/encoding', message, this.next++);
      } else this.give(text);
      start = feed < 0 ? bytes.length : feed + 1;
    }
  }

  private give(text: string): void {
    this.reader.line(this.next === 0 ? text.replace(/^\ufeff/, '') : text, this.next);
    this.next++;
  }

  private decoded(bytes: Uint8Array): string | undefined {
    try {
      return this.utf8.decode(bytes);
    } catch {
      return undefined;
    }
  }
}

/** Why the beginning of a source is no text that can be read; undefined where nothing speaks against it. */
export function unreadableHead(head: Uint8Array): Message | undefined {
  const [a, b] = head;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    return msg('This file is saved as UTF-16. Save it again as UTF-8.');
  if (a === 0x42 && b === 0x5a)
    return msg(
      'This file is packed with bzip2, which Pressmark cannot unpack. Unpack it first, or get the one that ends in .gz.',
    );
  if (a === 0x50 && b === 0x4b)
    return msg('This file is a zip archive. Unpack it first, and import the file in it.');
  return undefined;
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
