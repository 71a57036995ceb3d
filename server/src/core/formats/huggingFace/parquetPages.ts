import type { parquetHeader } from 'hyparquet/src/column.js';
import { snappyUncompress } from 'hyparquet/src/index.js';

type PageHeader = ReturnType<typeof parquetHeader>;

/** How deep the values of a column may be repeated and left out. */
export interface Levels {
  readonly repetition: number;
  readonly definition: number;
}

/** Snappy copies at most 64 bytes for every three of its own; more is claimed only to fill the memory. */
const MOST_EXPANSION = 32;

/** True where `size` bytes of Snappy, or bytes as they are, can be `full` bytes unpacked. */
export function expands(size: number, full: number): boolean {
  return full >= 0 && full <= MOST_EXPANSION * size + 1_000;
}

/** Unpacks a page; throws where it claims to be larger than it can be. */
export function uncompress(input: Uint8Array, length: number): Uint8Array {
  if (!expands(input.length, length)) throw new RangeError('a page claims to be larger than it can be');
  const output = new Uint8Array(length);
  snappyUncompress(input, output);
  return output;
}

/**
 * True where the runs of a data page (levels, and places in a dictionary) give no more values than the page has: the
 * library repeats a value as often as a run says, which in a damaged page may be a thousand million times. Throws
 * where the page cannot be unpacked.
 */
export function runsFit(header: PageHeader, page: Uint8Array, isPacked: boolean, levels: Levels): boolean {
  const first = header.data_page_header;
  const second = header.data_page_header_v2;
  const full = Number(header.uncompressed_page_size);
  if (first) {
    const bytes = isPacked ? uncompress(page, full) : page;
    const view = viewOf(bytes);
    let at = 0;
    for (const level of [levels.repetition, levels.definition]) {
      if (level === 0) continue;
      const length = view.getUint32(at, true);
      if (!fits(bytes, at + 4, at + 4 + length, bitsOf(level), first.num_values)) return false;
      at += 4 + length;
    }
    return valuesFit(bytes, at, first.encoding, first.num_values);
  }
  if (!second) return true;
  const { repetition_levels_byte_length: repetitions, definition_levels_byte_length: definitions } = second;
  const start = repetitions + definitions;
  if (!(repetitions >= 0 && definitions >= 0 && start <= page.length)) return false;
  if (levels.repetition > 0 && !fits(page, 0, repetitions, bitsOf(levels.repetition), second.num_values))
    return false;
  if (levels.definition > 0 && !fits(page, repetitions, start, bitsOf(levels.definition), second.num_values))
    return false;
  const rest = page.subarray(start);
  const values = isPacked && second.is_compressed !== false ? uncompress(rest, full - start) : rest;
  return valuesFit(values, 0, second.encoding, second.num_values);
}

function valuesFit(bytes: Uint8Array, at: number, encoding: string | undefined, count: number): boolean {
  if (encoding === 'RLE') return false;
  if (encoding !== 'RLE_DICTIONARY' && encoding !== 'PLAIN_DICTIONARY') return true;
  const width = bytes[at] ?? 0;
  // Where all values are left out there may be no runs at all.
  return (
    width <= 32 &&
    (at + 1 >= bytes.length || width === 0 || fits(bytes, at + 1, bytes.length, width, count, 0))
  );
}

/**
 * Whether the runs from `at` to `end` have at most `count` values, but for those that fill up the last eight, and at
 * least `least`: the library would look for the others behind the end.
 */
function fits(
  bytes: Uint8Array,
  at: number,
  end: number,
  width: number,
  count: number,
  least = count,
): boolean {
  if (end > bytes.length) return false;
  let seen = 0;
  while (seen < count && at < end) {
    let run = 0;
    let shift = 0;
    for (; ; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined || shift > 28) return false;
      run += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    const values = run % 2 === 1 ? ((run - 1) / 2) * 8 : run / 2;
    const room = run % 2 === 1 ? count - seen + 7 : count - seen;
    if (values > room) return false;
    seen += values;
    at += run % 2 === 1 ? (values / 8) * width : Math.ceil(width / 8);
  }
  return seen >= least;
}

/** Bits of a level. */
function bitsOf(level: number): number {
  return 32 - Math.clz32(level);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
