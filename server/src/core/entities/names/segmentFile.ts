import type { Steps } from '../../steps.ts';
import { utf8Bytes, utf8Text } from '../../text/utf8.ts';
import { checksum, NO_CHECKSUM } from './checksum.ts';
import type { Segment, SharedWords } from './segmentData.ts';
import { faultOf } from './segmentFaults.ts';

/** What a cache file says of itself; JSON. */
export interface SegmentHeader {
  /**
   * What it was made from and how: whoever writes the file puts there what tells whether it is still good. Less than
   * 60 kB of JSON.
   */
  readonly origin: Readonly<Record<string, unknown>>;
}

/** Why bytes are no segment that can be used: make it anew from its source. */
export type SegmentFault =
  /** Something else than a cache of names. */
  | 'other-file'
  /** Written by another version of the program. */
  | 'other-version'
  /** Written on a machine with the other byte order. */
  | 'other-byte-order'
  /** Cut off or changed since it was written. */
  | 'damaged';

/** Bytes that are no segment. `detail` is for a log, in English. */
export interface UnusableSegment {
  readonly fault: SegmentFault;
  readonly detail: string;
}

/** A segment and what its file says of itself. */
export interface DecodedSegment {
  readonly segment: Segment;
  readonly header: SegmentHeader;
}

/*
 * The file: twenty 32-bit words (below), then its parts one behind the other, each filled up to sixteen bytes. Words are
 * in the byte order of the machine, so that they are used where they lie; the third tells which that is.
 */
const MAGIC = [0x736d7250, 0x656d614e]; // "PrmsName", where the low byte comes first
const BYTE_ORDER = 0x01020304;
const SWAPPED_ORDER = 0x04030201;
/** Goes up whenever names are folded, hashed, split into forms or written otherwise than before. */
export const SEGMENT_VERSION = 2;
const HEAD_WORDS = 20;
/** What every part is filled up to, in bytes: the checksum takes four words at a time. */
const FILL = 16;
const WORD = {
  order: 2,
  version: 3,
  sum: 4,
  checked: 8,
  entities: 8,
  names: 9,
  header: 10,
  shared: 11,
  blob: 12,
  records: 13,
  forms: 14,
  ids: 15,
  firstWords: 16,
  smallWords: 17,
  beginnings: 18,
} as const;

/** The bytes of a segment's cache file, one chunk after the other; chunks share memory with the segment. */
export function* encodeSegment(segment: Segment, header: SegmentHeader): Generator<Uint8Array> {
  const told = utf8Bytes(JSON.stringify({ origin: header.origin }));
  const shared = utf8Bytes(JSON.stringify(segment.shared));
  const { blob, records, forms, ids, firstWords, smallWords, beginnings } = segment;
  const arrays = [records, forms, ids, firstWords, smallWords, beginnings];
  const chunks = [told, shared, blob, ...arrays.map(bytesOf)].flatMap(filledUp);
  const head = new Uint32Array(HEAD_WORDS);
  head.set([...MAGIC, BYTE_ORDER, SEGMENT_VERSION, 0, 0, 0, 0, segment.entities, segment.names]);
  head.set(
    [told, shared, blob, ...arrays].map(({ length }) => length),
    WORD.header,
  );
  let sum = checksum(head.subarray(WORD.checked), NO_CHECKSUM);
  for (const chunk of chunks) sum = checksum(wordsOf(chunk), sum);
  head.set(sum, WORD.sum);
  yield bytesOf(head);
  yield* chunks;
}

/**
 * What {@link encodeSegment} wrote. Keeps the bytes and uses them where they lie, unless they do not begin at a
 * multiple of four of their buffer: then they are copied. Nothing in them makes it throw, or read elsewhere.
 */
export function* decodeSegment(bytes: Uint8Array): Steps<DecodedSegment | UnusableSegment> {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const head = headOf(whole);
  if ('fault' in head) return head;
  const { words, places, end } = head;
  if (whole.length !== end) return damaged(`${whole.length} bytes where it says ${end}`);
  let sum = NO_CHECKSUM;
  const content = wordsOf(whole).subarray(WORD.checked);
  for (let at = 0; at < content.length; at += WORDS_A_STEP) {
    sum = checksum(content.subarray(at, at + WORDS_A_STEP), sum);
    yield;
  }
  if (sum.some((one, i) => one !== words[WORD.sum + i])) return damaged('its checksum is wrong');
  const header = headerIn(part(whole, places.header));
  const shared = sharedIn(part(whole, places.shared));
  if (header === undefined || shared === undefined) return damaged('what it says of itself is no JSON');
  const array = (place: Place) => wordsOf(part(whole, place));
  const segment: Segment = {
    entities: words[WORD.entities] ?? 0,
    names: words[WORD.names] ?? 0,
    blob: part(whole, places.blob),
    records: array(places.records),
    forms: array(places.forms),
    ids: array(places.ids),
    firstWords: array(places.firstWords),
    smallWords: array(places.smallWords),
    beginnings: array(places.beginnings),
    shared,
  };
  const fault = yield* faultOf(segment);
  return fault === undefined ? { segment, header } : damaged(fault);
}

/** So many bytes from the start of a cache file hold its header. */
export const SEGMENT_HEAD_BYTES = 1 << 16;

/** The header alone, from the first {@link SEGMENT_HEAD_BYTES} of a file (or all, where it has fewer). */
export function segmentHeader(first: Uint8Array): SegmentHeader | UnusableSegment {
  const head = headOf(first.byteOffset % 4 === 0 ? first : first.slice());
  if ('fault' in head) return head;
  if (head.places.header.end > first.length) return damaged('its header is cut off');
  return headerIn(part(first, head.places.header)) ?? damaged('its header is no JSON');
}

const WORDS_A_STEP = 1 << 20;

interface Place {
  readonly start: number;
  readonly end: number;
}

type PartName = Exclude<keyof typeof WORD, 'order' | 'version' | 'sum' | 'checked' | 'entities' | 'names'>;

interface Head {
  readonly words: Uint32Array;
  readonly places: Readonly<Record<PartName, Place>>;
  readonly end: number;
}

function headOf(bytes: Uint8Array): Head | UnusableSegment {
  if (bytes.length < HEAD_WORDS * 4) return { fault: 'other-file', detail: 'it is too short' };
  const words = wordsOf(bytes).subarray(0, HEAD_WORDS);
  if (words[WORD.order] === SWAPPED_ORDER) {
    return { fault: 'other-byte-order', detail: 'its numbers are the wrong way round' };
  }
  if (MAGIC.some((word, i) => words[i] !== word) || words[WORD.order] !== BYTE_ORDER) {
    return { fault: 'other-file', detail: 'it does not begin as a cache of names' };
  }
  if (words[WORD.version] !== SEGMENT_VERSION) {
    return { fault: 'other-version', detail: `version ${words[WORD.version]}, not ${SEGMENT_VERSION}` };
  }
  let at = HEAD_WORDS * 4;
  const place = (word: number, size: number): Place => {
    const start = at;
    const end = start + (words[word] ?? 0) * size;
    at = Math.ceil(end / FILL) * FILL;
    return { start, end };
  };
  const places = {
    header: place(WORD.header, 1),
    shared: place(WORD.shared, 1),
    blob: place(WORD.blob, 1),
    records: place(WORD.records, 4),
    forms: place(WORD.forms, 4),
    ids: place(WORD.ids, 4),
    firstWords: place(WORD.firstWords, 4),
    smallWords: place(WORD.smallWords, 4),
    beginnings: place(WORD.beginnings, 4),
  };
  return { words, places, end: at };
}

function damaged(detail: string): UnusableSegment {
  return { fault: 'damaged', detail };
}

function headerIn(bytes: Uint8Array): SegmentHeader | undefined {
  const { origin } = jsonObject(bytes) ?? {};
  return isObject(origin) ? { origin } : undefined;
}

function sharedIn(bytes: Uint8Array): SharedWords | undefined {
  const { languages, types, sources, mask } = jsonObject(bytes) ?? {};
  if (!areTexts(languages) || !areTexts(types) || !areTexts(sources)) return undefined;
  return typeof mask === 'number' ? { languages, types, sources, mask: mask >>> 0 } : undefined;
}

function jsonObject(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(utf8Text(bytes));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function areTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** The bytes as chunks of whole fills; what is over is filled up with zeros. */
function filledUp(bytes: Uint8Array): Uint8Array[] {
  const whole = bytes.length - (bytes.length % FILL);
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  if (whole === bytes.length) return [aligned];
  const rest = new Uint8Array(FILL);
  rest.set(bytes.subarray(whole));
  return [aligned.subarray(0, whole), rest];
}

function part(bytes: Uint8Array, { start, end }: Place): Uint8Array {
  return bytes.subarray(start, end);
}

function wordsOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
}

function bytesOf(words: Uint32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}
