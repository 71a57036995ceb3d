import type { BitFilter } from './bitFilter.ts';

/**
 * All names of one source of entities, compiled: what is compiled, kept and replaced as one. Immutable. A few large
 * arrays, whatever the number of names, which are also what its cache file holds.
 */
export interface Segment {
  /** How many records of entities it has; an id that came twice has two. */
  readonly entities: number;
  /** How many spellings it knows, those without their diacritics not counted. */
  readonly names: number;
  /** Records of entities with their texts and forms; see entityRecord.ts. */
  readonly blob: Uint8Array;
  /** Where in the blob the records start, ascending. */
  readonly records: Uint32Array;
  /** Forms of names by the hash of their folded words: pairs of a check and a place in the blob plus 1, or 0. */
  readonly forms: Uint32Array;
  /** Entities by the hash of their ids: indexes into `records` plus 1, or 0. */
  readonly ids: Uint32Array;
  /** How first words may be written: most words of a text are told by it to begin no name. */
  readonly firstWords: BitFilter;
  /** The same for those that begin with a small letter of the English alphabet. */
  readonly smallWords: BitFilter;
  /** Beginnings of names and, as the second kind, whole names: whether a longer name may follow, and whether one ends. */
  readonly beginnings: BitFilter;
  /** What many records share, which hold its number. */
  readonly shared: SharedWords;
}

export interface SharedWords {
  /** BCP 47 primary subtags. */
  readonly languages: readonly string[];
  /** Labels. */
  readonly types: readonly string[];
  /** Sources, as {@link sourceKey} writes them. */
  readonly sources: readonly string[];
  /** Bits of hashes that count in `forms`: all, but for tests that want names to collide. */
  readonly mask: number;
}
