import type { Steps } from '../../steps.ts';
import { utf8Bytes, utf8Text } from '../../text/utf8.ts';
import type { Segment } from './segment.ts';

/** What a cache file says of itself; JSON. */
export interface SegmentHeader {
  /** What it was made from and how: whoever writes the file puts there what tells whether it is still good. */
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

/** The bytes of a segment's cache file, one chunk after the other; chunks share memory with the segment. */
export function* encodeSegment(segment: Segment, header: SegmentHeader): Generator<Uint8Array> {
  const entities = [...segment.entities].map((e) => ({
    ...e,
    names: [...e.names],
    description: [...e.description],
  }));
  yield utf8Bytes(JSON.stringify({ header, entities }));
}

/** What {@link encodeSegment} wrote; keeps the bytes. Nothing in them makes it throw or read elsewhere. */
export function* decodeSegment(bytes: Uint8Array): Steps<DecodedSegment | UnusableSegment> {
  yield;
  try {
    const { header, entities } = JSON.parse(utf8Text(bytes));
    const made = entities.map((e: { names: []; description: [] }) => ({
      ...e,
      names: new Map(e.names),
      description: new Map(e.description),
    }));
    return { header, segment: { entities: made } };
  } catch {
    return { fault: 'other-file', detail: 'no JSON' };
  }
}

/** So many bytes from the start of a cache file hold its header. */
export const SEGMENT_HEAD_BYTES = 1 << 16;

/** The header alone, from the first {@link SEGMENT_HEAD_BYTES} of a file (or all, where it has fewer). */
export function segmentHeader(head: Uint8Array): SegmentHeader | UnusableSegment {
  try {
    return JSON.parse(utf8Text(head)).header;
  } catch {
    return { fault: 'other-file', detail: 'no JSON' };
  }
}
