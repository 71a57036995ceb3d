import { finish, type Steps } from '../../steps.ts';
import type { Entity } from '../entity.ts';
import { countLetters, LONGEST_NAME } from '../nameForm.ts';
import { type BitFilter, hold, mayHold, newFilter } from '../names/bitFilter.ts';
import { spread } from '../names/keyHash.ts';
import { hashOf } from '../wordScan.ts';
import { editDistance } from './editDistance.ts';
import { nearKey } from './nearKey.ts';
import { sortInSteps } from './sortInSteps.ts';

/** Names of fewer letters have too many neighbours. */
export const FEWEST_LETTERS = 5;
/** From this many letters on, two damaged ones are forgiven. */
export const LETTERS_FOR_TWO = 10;
/** More names are not indexed: a large cache would need more memory than it is worth, and find neighbours everywhere. */
export const MOST_NAMES = 200_000;
/** Names of more words than this are not looked for. */
export const MOST_WORDS_OF_NEAR = 6;

/** A name that is like what was asked. */
export interface NearHit {
  readonly entityId: string;
  readonly name: string;
  /** Languages that use the name; empty for a canonical name that none lists. */
  readonly languages: readonly string[];
  /** How many letters differ; 0 where only diacritics do, or letters that look alike. */
  readonly distance: number;
}

/** Names, to be found by spellings that are a letter or two away. Immutable. */
export interface NearIndex {
  /**
   * The nearest names to a key (see `nearKey`), all equally near; none where it is none of them. Work does not depend
   * on how many names there are, unless many are alike.
   */
  nearest(key: string): readonly NearHit[];
  /** True where a word (of a key) is one of some name, so that what stands around it may belong to that name. */
  hasWord(word: string): boolean;
  /** How many spellings it knows. */
  readonly size: number;
  /** The longest name, in words. */
  readonly words: number;
}

/**
 * The index of the names of these entities. Only the first 200,000 different spellings are taken: give it the
 * project's own files and the built-in names, not an imported cache of millions.
 */
export function buildNearIndex(entities: Iterable<Entity>): NearIndex {
  return finish(compileNearIndex(entities));
}

const ENTITIES_A_STEP = 20;
const NAMES_A_STEP = 200;
const POSTINGS_A_STEP = 1 << 15;

/** {@link buildNearIndex} in steps. */
export function* compileNearIndex(entities: Iterable<Entity>): Steps<NearIndex> {
  const keys: string[] = [];
  const bearers: NearHit[][] = [];
  const places = new Map<string, number>();
  const wordsOfNames = new Set<string>();
  let words = 1;
  let done = 0;
  for (const entity of entities) {
    for (const [name, languages] of namesOf(entity)) {
      const key = nearKey(name);
      if (!isFit(name, key)) continue;
      const hit = { entityId: entity.id, name, languages, distance: 0 };
      const place = places.get(key);
      if (place !== undefined) {
        bearers[place]?.push(hit);
        continue;
      }
      if (keys.length >= MOST_NAMES) continue;
      places.set(key, keys.length);
      keys.push(key);
      bearers.push([hit]);
      const parts = key.split(' ');
      if (parts.length > 1) for (const part of parts) wordsOfNames.add(part);
      words = Math.max(words, parts.length);
    }
    if (++done % ENTITIES_A_STEP === 0) yield;
  }
  const postings: number[] = [];
  for (const [place, key] of keys.entries()) {
    for (const part of partsOf(key)) postings.push((hashOf(part) >>> 0) * PLACES + place);
    if (place % NAMES_A_STEP === 0) yield;
  }
  const sorted = yield* sortInSteps(postings);
  const filed = newFilter(sorted.length);
  for (const [i, posting] of sorted.entries()) {
    hold(filed, spread(Math.floor(posting / PLACES)));
    if (i % POSTINGS_A_STEP === 0) yield;
  }
  return new HashedNearIndex(keys, bearers, { sorted, filed }, wordsOfNames, words);
}

/** A posting is a hash and the place of a name in one number: 32 and 18 of the 53 bits that a double counts exactly. */
const PLACES = 1 << 18;

/** Neighbours that are compared for one part of a key, at most: names that share it are many in a list of people. */
const MOST_COMPARED = 200;

class HashedNearIndex implements NearIndex {
  readonly words: number;
  private readonly keys: readonly string[];
  private readonly bearers: readonly (readonly NearHit[])[];
  private readonly postings: Float64Array;
  /** The hashes of the postings. */
  private readonly filed: BitFilter;
  private readonly parts: ReadonlySet<string>;

  constructor(
    keys: readonly string[],
    bearers: readonly (readonly NearHit[])[],
    postings: { readonly sorted: Float64Array; readonly filed: BitFilter },
    parts: ReadonlySet<string>,
    words: number,
  ) {
    this.parts = parts;
    this.keys = keys;
    this.bearers = bearers;
    this.postings = postings.sorted;
    this.filed = postings.filed;
    this.words = words;
  }

  hasWord(word: string): boolean {
    return this.parts.has(word);
  }

  get size(): number {
    return this.keys.length;
  }

  nearest(key: string): readonly NearHit[] {
    let least = key.length >= LETTERS_FOR_TWO ? 2 : 1;
    let found: NearHit[] = [];
    for (const place of this.placesNear(key)) {
      const name = this.keys[place] ?? '';
      const most = Math.min(least, name.length >= LETTERS_FOR_TWO ? 2 : 1);
      const distance = editDistance(key, name, most);
      if (distance > most) continue;
      const hits = (this.bearers[place] ?? []).map((hit) => ({ ...hit, distance }));
      found = distance < least ? hits : [...found, ...hits];
      least = distance;
    }
    return found.filter(({ distance }) => distance === least);
  }

  /** Names that share a part with the key. */
  private placesNear(key: string): ReadonlySet<number> {
    const places = new Set<number>();
    for (const part of askedPartsOf(key)) {
      const hash = hashOf(part) >>> 0;
      // Hardly any part is one of a name.
      if (!mayHold(this.filed, hash)) continue;
      const from = this.firstFrom(hash * PLACES);
      for (let i = from; i < this.postings.length && i - from < MOST_COMPARED; i++) {
        const posting = this.postings[i] ?? 0;
        if (Math.floor(posting / PLACES) !== hash) break;
        places.add(posting % PLACES);
      }
    }
    return places;
  }

  private firstFrom(value: number): number {
    let low = 0;
    let high = this.postings.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.postings[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function namesOf(entity: Entity): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, string[]>([[entity.name, []]]);
  for (const [language, names] of entity.names) {
    for (const name of names) {
      const languages = byName.get(name);
      if (languages === undefined) byName.set(name, [language]);
      else languages.push(language);
    }
  }
  return byName;
}

function isFit(name: string, key: string): boolean {
  if (name.length > LONGEST_NAME || countLetters(key) < FEWEST_LETTERS) return false;
  if (name === name.toUpperCase() && name !== name.toLowerCase()) return false;
  return key.split(' ').length <= MOST_WORDS_OF_NEAR;
}

/**
 * What a name is filed under, so that a spelling one letter away (two for long names) shares at least one of them: for
 * a short name all that is left when one letter is taken out, for a long one its thirds, each with its place.
 * Source of the first: W. Garbe's symmetric deletion (2012); of the second: the pigeonhole principle.
 */
function* partsOf(key: string): Generator<string> {
  if (key.length < LETTERS_FOR_TWO) yield* deletionsOf(key);
  else {
    const third = Math.floor(key.length / 3);
    yield `<${key.length} ${key.slice(0, third)}`;
    yield `|${key.length} ${key.slice(third, 2 * third)}`;
    yield `>${key.length} ${key.slice(2 * third)}`;
  }
}

/** The parts that names near this key may be filed under. */
function* askedPartsOf(key: string): Generator<string> {
  if (key.length <= LETTERS_FOR_TWO) yield* deletionsOf(key);
  for (let length = Math.max(LETTERS_FOR_TWO, key.length - 2); length <= key.length + 2; length++) {
    const third = Math.floor(length / 3);
    yield `<${length} ${key.slice(0, third)}`;
    for (let shift = -2; shift <= 2; shift++) {
      yield `|${length} ${key.slice(Math.max(0, third + shift), Math.max(0, 2 * third + shift))}`;
    }
    yield `>${length} ${key.slice(key.length - (length - 2 * third))}`;
  }
}

function* deletionsOf(key: string): Generator<string> {
  yield key;
  for (let i = 0; i < key.length; i++) yield key.slice(0, i) + key.slice(i + 1);
}
