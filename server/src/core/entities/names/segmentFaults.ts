import type { Steps } from '../../steps.ts';
import type { BitFilter } from './bitFilter.ts';
import type { Segment } from './segmentData.ts';

const ENTRIES_A_STEP = 1 << 20;

/**
 * What is wrong with the numbers of a segment that was read from a file (in English, for a log), or undefined: every
 * place lies in the blob, every index is one of an entity, and every table has a free slot, at which a search ends.
 * What the records in the blob say is looked at when they are read, never beyond its end.
 */
export function* faultOf(segment: Segment): Steps<string | undefined> {
  const { records, forms, ids, blob, entities } = segment;
  if (records.length !== entities) return 'it counts its entities wrongly';
  if (entities > 0 && (records[entities - 1] ?? 0) >= blob.length)
    return 'its records are not in their place';
  for (let from = 1; from < entities; from += ENTRIES_A_STEP) {
    if (!ascends(records, from, from + ENTRIES_A_STEP)) return 'its records are not in their place';
    yield;
  }
  if (forms.length % 2 !== 0) return 'its table of names is cut';
  const names = yield* rangeOf(forms, 1, 2);
  if (names.largest > blob.length) return 'a name lies outside';
  if (names.smallest > 0) return 'its table of names is full';
  const indexes = yield* rangeOf(ids, 0, 1);
  if (indexes.largest > entities) return 'an id is of no entity';
  if (indexes.smallest > 0) return 'its table of ids is full';
  const filters = [segment.firstWords, segment.smallWords, segment.beginnings];
  return filters.every(isFilter) ? undefined : 'its filters have odd sizes';
}

function ascends(words: Uint32Array, from: number, to: number): boolean {
  const end = Math.min(to, words.length);
  let before = words[from - 1] ?? 0;
  for (let i = from; i < end; i++) {
    const word = words[i] ?? 0;
    if (word <= before) return false;
    before = word;
  }
  return true;
}

interface Range {
  smallest: number;
  largest: number;
}

/** The smallest and the largest of every first or second entry of a table; of none, a number above 0. */
function* rangeOf(table: Uint32Array, first: number, step: 1 | 2): Steps<Range> {
  const range = { smallest: 0xffffffff, largest: 0 };
  for (let from = first; from < table.length; from += ENTRIES_A_STEP) {
    widen(range, table, from, Math.min(from + ENTRIES_A_STEP, table.length), step);
    yield;
  }
  return range;
}

function widen(range: Range, table: Uint32Array, from: number, to: number, step: 1 | 2): void {
  let { smallest, largest } = range;
  for (let i = from; i < to; i += step) {
    const value = table[i] ?? 0;
    if (value > largest) largest = value;
    if (value < smallest) smallest = value;
  }
  range.smallest = smallest;
  range.largest = largest;
}

function isFilter({ length }: BitFilter): boolean {
  return length > 0 && length < 2 ** 26 && (length & (length - 1)) === 0;
}
