import { BASIS_A, BASIS_B, checkOf, placeOf, rollA, rollB } from './keyHash.ts';
import { encoded, RecordReader } from './records.ts';
import type { Segment } from './segmentData.ts';

/**
 * Open addressing: a key is looked for from its place on until a free slot. Equal keys stand one behind the other in
 * the order in which they came. At most this many are kept of one key: nobody can choose among more, and a million
 * namesakes must not make every mention of the name slow.
 */
export const MOST_OF_ONE_KEY = 64;
/** Slots for each entry: with this many a search ends after two or three. */
const ROOM = 1.45;

/** A table for so many forms: pairs of a check and a value. */
export function newFormTable(count: number): Uint32Array {
  return new Uint32Array(2 * capacityFor(count));
}

/** A table for so many entities. */
export function newIdTable(count: number): Uint32Array {
  return new Uint32Array(capacityFor(count));
}

function capacityFor(count: number): number {
  return Math.ceil(count * ROOM) + 2;
}

/** Files the form whose record is at a place of the blob under the hashes of its words; false where it has too many namesakes. */
export function putForm(table: Uint32Array, a: number, b: number, place: number, mask: number): boolean {
  const slots = table.length / 2;
  const check = (checkOf(a, b) & mask) >>> 0;
  let equal = 0;
  for (let slot = slotOf((placeOf(a, b) & mask) >>> 0, slots); ; slot = slot + 1 === slots ? 0 : slot + 1) {
    if (table[2 * slot + 1] === 0) {
      table[2 * slot] = check;
      table[2 * slot + 1] = place + 1;
      return true;
    }
    if (table[2 * slot] === check && ++equal === MOST_OF_ONE_KEY) return false;
  }
}

/** Where the records of the forms of some hashes are; others may be among them. Adds them to `places`. */
export function findForms({ forms, shared }: Segment, a: number, b: number, places: number[]): void {
  const slots = forms.length / 2;
  const check = (checkOf(a, b) & shared.mask) >>> 0;
  let slot = slotOf((placeOf(a, b) & shared.mask) >>> 0, slots);
  for (let left = slots; left > 0; left--) {
    const value = forms[2 * slot + 1] ?? 0;
    if (value === 0) return;
    if (forms[2 * slot] === check) places.push(value - 1);
    slot = slot + 1 === slots ? 0 : slot + 1;
  }
}

/** Files an entity under its id; false where so many others have it that this one is only found by its names. */
export function putId(table: Uint32Array, blob: Uint8Array, records: Uint32Array, index: number): boolean {
  const reader = new RecordReader(blob, records[index] ?? 0);
  const length = reader.number();
  const id = blob.subarray(reader.at, reader.at + length);
  let equal = 0;
  for (let slot = slotOf(hashOfId(id), table.length); ; slot = slot + 1 === table.length ? 0 : slot + 1) {
    const value = table[slot] ?? 0;
    if (value === 0) {
      table[slot] = index + 1;
      return true;
    }
    if (hasId(blob, records[value - 1] ?? blob.length, id) && ++equal === MOST_OF_ONE_KEY) return false;
  }
}

/** Indexes of the entities of an id, the first first. */
export function indexesOf({ ids, blob, records }: Segment, id: string): number[] {
  const found: number[] = [];
  const wanted = encoded(id);
  let slot = slotOf(hashOfId(wanted), ids.length);
  for (let left = ids.length; left > 0; left--) {
    const value = ids[slot] ?? 0;
    if (value === 0) break;
    if (hasId(blob, records[value - 1] ?? blob.length, wanted)) found.push(value - 1);
    slot = slot + 1 === ids.length ? 0 : slot + 1;
  }
  return found;
}

function slotOf(place: number, slots: number): number {
  return Math.floor((place / 2 ** 32) * slots);
}

function hashOfId(id: Uint8Array): number {
  let a = BASIS_A;
  let b = BASIS_B;
  for (const byte of id) {
    a = rollA(a, byte);
    b = rollB(b, byte);
  }
  return placeOf(a, b);
}

function hasId(blob: Uint8Array, record: number, id: Uint8Array): boolean {
  const reader = new RecordReader(blob, record);
  if (reader.number() !== id.length) return false;
  for (let i = 0; i < id.length; i++) if (blob[reader.at + i] !== id[i]) return false;
  return true;
}
