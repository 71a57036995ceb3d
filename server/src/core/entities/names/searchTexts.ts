import { foldName } from '../fold.ts';
import { comparable } from '../nameForm.ts';
import { encoded, RecordReader } from './records.ts';
import type { Segment } from './segmentData.ts';

/** How well a name answers a query, best first. */
export const EQUAL = 0;
const BEGINS = 1;
const WORD_BEGINS = 2;
const HOLDS = 3;
/** How many ranks there are. */
export const RANKS = 4;
const NOT = RANKS;
const BLANK = 0x20;
const HYPHEN = 0x2d;

/**
 * Goes through all names of a segment and tells `visit` of each that is, begins with or holds the query: the index of
 * its entity, and its rank. `wants` says whether a name of a rank is still of use; one that is not is passed over.
 * False from `visit` ends it. Linear in the texts: bytes are compared, and only what fits is read as a string.
 */
export function searchTexts(
  segment: Segment,
  query: string,
  wants: (rank: number) => boolean,
  visit: (entity: number, rank: number) => boolean,
): void {
  const { blob, records } = segment;
  const wanted = foldName(query);
  const pattern = patternOf(wanted);
  const reader = new RecordReader(blob, 0);
  for (let entity = 0; entity < records.length; entity++) {
    reader.at = records[entity] ?? blob.length;
    reader.ok = true;
    reader.skipText();
    reader.number();
    for (let texts = reader.number(); texts > 0 && reader.ok; texts--) {
      const before = reader.at;
      const length = reader.number();
      const start = reader.at;
      const end = Math.min(start + length, blob.length);
      reader.at = end;
      const guess = rankOfBytes(blob, start, end, pattern);
      if (guess === NOT || !wants(guess)) continue;
      reader.at = before;
      const rank = rankOf(reader.text(), wanted);
      if (rank !== NOT && wants(rank) && !visit(entity, rank)) return;
    }
  }
}

function rankOf(name: string, wanted: string): number {
  return Math.min(rankOfFolded(foldName(name), wanted), rankOfFolded(foldName(comparable(name)), wanted));
}

function rankOfFolded(folded: string, wanted: string): number {
  const at = folded.indexOf(wanted);
  if (at < 0) return NOT;
  if (at === 0) return folded.length === wanted.length ? EQUAL : BEGINS;
  return folded.includes(` ${wanted}`) ? WORD_BEGINS : HOLDS;
}

interface Pattern {
  /** The bytes with which each letter case of a character is written, character by character. */
  readonly ways: readonly (readonly Uint8Array[])[];
  /** Where every character is one byte: the one or the other byte of each. */
  readonly one: Uint8Array | undefined;
  readonly other: Uint8Array;
}

function patternOf(wanted: string): Pattern {
  const ways = Array.from(wanted, (character) =>
    [...new Set([character, character.toUpperCase(), character === ' ' ? '-' : character])].map(encoded),
  );
  const single = ways.every((some) => some.length <= 2 && some.every((way) => way.length === 1));
  const bytes = (which: (some: readonly Uint8Array[]) => Uint8Array | undefined) =>
    Uint8Array.from(ways, (some) => which(some)?.[0] ?? 0);
  return { ways, one: single ? bytes((some) => some[0]) : undefined, other: bytes((some) => some.at(-1)) };
}

/** The rank of a name as far as its bytes tell. */
function rankOfBytes(bytes: Uint8Array, start: number, end: number, pattern: Pattern): number {
  const [first = []] = pattern.ways;
  const one = first[0]?.[0] ?? 0;
  const other = first[1]?.[0] ?? one;
  let best = NOT;
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte !== one && byte !== other) continue;
    const after = endOf(bytes, at, end, pattern);
    if (after < 0) continue;
    if (at === start) return after === end ? EQUAL : BEGINS;
    const before = bytes[at - 1];
    if (before === BLANK || before === HYPHEN) return WORD_BEGINS;
    best = HOLDS;
  }
  return best;
}

/** Where the pattern ends that begins at `from`, or −1. */
function endOf(bytes: Uint8Array, from: number, to: number, pattern: Pattern): number {
  const { one, other } = pattern;
  if (one !== undefined) {
    if (from + one.length > to) return -1;
    for (let i = 0; i < one.length; i++) {
      const byte = bytes[from + i];
      if (byte !== one[i] && byte !== other[i]) return -1;
    }
    return from + one.length;
  }
  let at = from;
  for (const ways of pattern.ways) {
    let after = -1;
    for (const way of ways) if (isAt(bytes, at, to, way)) after = at + way.length;
    if (after < 0) return -1;
    at = after;
  }
  return at;
}

function isAt(bytes: Uint8Array, at: number, to: number, wanted: Uint8Array): boolean {
  if (at + wanted.length > to) return false;
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}
