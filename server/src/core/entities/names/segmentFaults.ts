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
  let before = -1;
  for (let i = 0; i < records.length; i++) {
    const place = records[i] ?? 0;
    if (place <= before || place >= blob.length) return `record ${i} is not in its place`;
    before = place;
    if (i % ENTRIES_A_STEP === 0) yield;
  }
  if (forms.length % 2 !== 0) return 'its table of names is cut';
  let free = 0;
  for (let i = 1; i < forms.length; i += 2) {
    const value = forms[i] ?? 0;
    if (value === 0) free++;
    else if (value > blob.length) return `name ${i} lies outside`;
    if (i % ENTRIES_A_STEP === 1) yield;
  }
  if (free === 0) return 'its table of names is full';
  free = 0;
  for (let i = 0; i < ids.length; i++) {
    const value = ids[i] ?? 0;
    if (value === 0) free++;
    else if (value > entities) return `id ${i} is of no entity`;
    if (i % ENTRIES_A_STEP === 0) yield;
  }
  if (free === 0) return 'its table of ids is full';
  return isFilter(segment.firstWords) && isFilter(segment.beginnings)
    ? undefined
    : 'its filters have odd sizes';
}

function isFilter({ length }: BitFilter): boolean {
  return length > 0 && length < 2 ** 26 && (length & (length - 1)) === 0;
}
