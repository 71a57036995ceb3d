import type { UnknownNames } from '../../core/datasets/import/vocabulary.ts';
import type { Format } from '../../core/formats/format.ts';
import type { OffsetUnit } from '../../core/formats/readArticle.ts';

/** A file or folder that somebody names. */
export interface ImportSource {
  readonly uri: string;
  /** As that person names it, with `/`: in everything that is told. */
  readonly shown: string;
}

/** How offsets are taken: found out by the quotes; as a person says they count; or only as a hint, for quotes decide. */
export type OffsetChoice = 'auto' | OffsetUnit | 'quotes';

/** All that decides what an import does. */
export interface ImportRequest {
  readonly sources: readonly ImportSource[];
  /** Absent: found out for each file. */
  readonly format?: Format;
  /** Values of formats' own options; those that are missing have their defaults. */
  readonly options: ReadonlyMap<string, string>;
  /** URI of the folder of the corpus that articles are looked for in first, and that new ones go to. */
  readonly into: string;
  /** Whose annotations they are, whatever the files say. */
  readonly by?: string;
  /** Names of annotators in the files, and who they are in the project. */
  readonly annotators: ReadonlyMap<string, string>;
  /** Names of labels, relations, document labels and attributes in the files, and in the project; an empty one leaves it out. */
  readonly names: ReadonlyMap<string, string>;
  readonly unknownNames: UnknownNames;
  readonly offsets: OffsetChoice;
}

/** Told as files are read: how many of how many, and which one is next. */
export type ImportProgress = (done: number, all: number, file: string) => void;
