import type { SourceFormat } from '../../../core/entities/sources/source.ts';
import type { SourceFacts } from './ports.ts';

/** What is imported, and what of it. */
export interface ImportRequest {
  /** Absolute paths, in the order in which they are read. */
  readonly sources: readonly string[];
  /** By which projects ask for the names. */
  readonly name: string;
  /** Where the cache goes. */
  readonly output: string;
  /** Absent: each source tells by its beginning. */
  readonly from?: SourceFormat;
  readonly choice: NameChoice;
}

/** Which names of a source are wanted. */
export interface NameChoice {
  /** Primary subtags; absent: all languages. */
  readonly languages?: readonly string[];
  /** Labels; absent: all. */
  readonly types?: readonly string[];
  /** A source's types as labels. */
  readonly typeMap?: readonly (readonly [string, string])[];
}

/** What a cache's file says of how it was made: enough to make it again. */
export interface ImportOrigin {
  readonly import: 1;
  readonly name: string;
  readonly sources: readonly SourceFacts[];
  readonly from?: SourceFormat;
  readonly choice: NameChoice;
  readonly entities: number;
  readonly names: number;
}

/** Goes up whenever the same sources would give other names. */
export const IMPORT_VERSION = 1;

const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,63}$/u;

/**
 * True for what a cache may be called: letters, digits, `_`, `-` and `.`, no more than 64. What ends in `.pmnames` is a
 * path to projects.
 */
export function isCacheName(name: string): boolean {
  return NAME.test(name) && !name.includes('..') && !name.endsWith('.pmnames');
}

/** The name of a cache after its first source: `latest-all.json.gz` → `latest-all`. */
export function nameAfter(path: string): string {
  const file = path.split(/[/\\]/).at(-1) ?? '';
  const stem = file.replace(/\.gz$/i, '').replace(/\.(?:jsonl|ndjson|json|csv|tsv|tab|txt|pmnames)$/i, '');
  return (
    stem
      .replace(/[^\p{L}\p{N}_.-]+/gu, '-')
      .replace(/^[.-]+/, '')
      .replace(/\.{2,}/g, '.')
      .slice(0, 64) || 'names'
  );
}
