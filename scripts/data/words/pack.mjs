// Packs words into the hash table that server/src/core/text/lexicon/wordTable.ts reads; its format is told there.
import { BIT_SCALE } from '../../../server/src/core/text/lexicon/letterModel.ts';
import {
  checksum,
  KEPT_SEED,
  PLACE_SEED,
  placeOf,
  tagOf,
  wordHash,
} from '../../../server/src/core/text/lexicon/wordHash.ts';
import { HEADER, MAGIC, shuffledKey, THOROUGH } from '../../../server/src/core/text/lexicon/wordTable.ts';
import { letterTable } from './letters.mjs';

/** How full a table is: fuller is smaller, and slower for words that it does not have. */
const LOAD = 0.75;

/** Words whose letters are kept in alphabetical order too have so many letters: common ones, and rare ones. */
const SHORTEST_SHUFFLED = 4;
const SHORTEST_RARE_SHUFFLED = 8;

/** What the table holds: the words, and the letters of the common and of the long ones in alphabetical order. */
function entriesOf(classes, withShuffled) {
  if (!withShuffled) return classes;
  const entries = new Map(classes);
  const keep = (key, commonness) => entries.set(key, Math.max(commonness, entries.get(key) ?? 0));
  for (const [word, commonness] of classes)
    if (word.length >= (commonness > 1 ? SHORTEST_SHUFFLED : SHORTEST_RARE_SHUFFLED))
      keep(shuffledKey(word), commonness > 1 ? 2 : 1);
  return entries;
}

/**
 * @param {ReadonlyMap<string, number>} classes commonness (1–5) by word
 * @param {{ thorough: boolean, letters?: boolean, shuffled?: boolean }} about `letters`: with the model of its letters;
 *   `shuffled`: able to tell a common word by its letters in any order
 */
export function packWords(classes, { thorough, letters: withLetters = false, shuffled = false }) {
  const entries = entriesOf(classes, shuffled);
  const capacity = Math.ceil(entries.size / LOAD) + 1;
  const hashes = new Uint32Array(capacity);
  const marks = new Uint8Array(4 * Math.ceil(capacity / 4));
  for (const [word, commonness] of entries) {
    const hash = wordHash(word, PLACE_SEED);
    let at = placeOf(hash, capacity);
    while (marks[at] !== 0) at = (at + 1) % capacity;
    hashes[at] = wordHash(word, KEPT_SEED);
    marks[at] = (tagOf(hash) << 3) | commonness;
  }
  const letters =
    withLetters && classes.size > 0
      ? letterTable(classes.keys(), BIT_SCALE)
      : { count: 0, bytes: new Uint8Array(0) };
  const all = new Uint32Array(HEADER + capacity + (marks.length + letters.bytes.length) / 4);
  const bytes = new Uint8Array(all.buffer);
  all.set([MAGIC, 0, thorough ? THOROUGH : 0, classes.size, capacity, letters.count]);
  all.set(hashes, HEADER);
  bytes.set(marks, 4 * (HEADER + capacity));
  bytes.set(letters.bytes, 4 * (HEADER + capacity) + marks.length);
  all[1] = checksum(all.subarray(2));
  return bytes;
}
