import type { Message } from '../../message.ts';
import type { ProblemSeverity } from '../../problem.ts';
import type { Entity, EntitySource } from '../entity.ts';

/** The forms in which people, places and organisations are listed. */
export const SOURCE_FORMATS = ['jsonl', 'csv', 'paranames', 'jrc', 'wikidata'] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

/** Where something stands in a source: a line from 0, and its UTF-16 units where the text is at hand. */
export interface LinePlace {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Why something of a source is passed over because it was not asked for; nothing is wrong with it. */
export type PassedOver = 'language' | 'type' | 'class' | 'kind' | 'nameless' | 'second-type';

/** Who is told what a source holds, in its order. Several entities of one id are one, whose names belong together. */
export interface EntitySink {
  entity(entity: Entity): void;
  /** Something is wrong: the message says what and what to do. */
  report(severity: ProblemSeverity, code: string, message: Message, place: LinePlace): void;
  /** Something was not asked for; `shown` tells it from others. */
  passOver(reason: PassedOver, place: LinePlace, shown: string): void;
}

/** Reads a source a line at a time; holds no more of it than the entity at which it is. */
export interface SourceReader {
  /** A line without its line end; the first one too, header or not. */
  line(text: string, place: LinePlace): void;
  /**
   * Gives the entity at hand away, so that reading may go on with the next line another time, by a reader that was given
   * the first line. False in the middle of a row.
   */
  pause(): boolean;
  /** After the last line. */
  end(): void;
}

export interface ReaderOptions {
  /** Primary subtags of the languages wanted; `und` always is. Absent: all. */
  readonly languages?: ReadonlySet<string>;
  /** Labels wanted, after mapping. Absent: all. */
  readonly types?: ReadonlySet<string>;
  /** A source's types, or Wikidata's classes, as labels of the project; goes before what is known of them. */
  readonly typeMap?: ReadonlyMap<string, string>;
  /** Where an entity comes from, by its line. */
  source(line: number): EntitySource;
}

/** True where names in a language are wanted. */
export function wantsLanguage({ languages }: ReaderOptions, language: string): boolean {
  return languages === undefined || language === 'und' || languages.has(language);
}

/** True where entities of a label are wanted. */
export function wantsType({ types }: ReaderOptions, type: string): boolean {
  return types === undefined || types.has(type);
}
