import { jsonMembers, parseJson } from '../../json/scan.ts';
import type { Conflict, KnownAnnotation } from '../model.ts';
import { readAnnotation } from '../readAnnotation.ts';
import { annotationLine } from '../serialize.ts';

/** Values as JSON, by key, in their order. */
export type Members = ReadonlyMap<string, string>;

/** One side's version of a line. */
export interface Version {
  /** The canonical line without its key `conflict`: what this side says. */
  readonly line: string;
  /** Undefined for a line of a shape that this version of Pressmark does not know. */
  readonly known: KnownAnnotation | undefined;
  /** The decision that is still to be taken on this side. */
  readonly conflict: Conflict | undefined;
}

/** What a line of a sidecar says; `line` is one JSON value, without the comma. */
export function versionOf(line: string): Version {
  const annotation = readAnnotation(line)?.annotation;
  if (!annotation || annotation.kind === 'unknown') {
    return { line: annotation?.json ?? line, known: undefined, conflict: undefined };
  }
  const { conflict, ...known } = annotation;
  return { line: annotationLine(known), known, conflict };
}

/**
 * The line that keeps one side and records all three; undefined where that cannot be said, because the line is no
 * object or has a key `conflict` of its own that nobody here understands.
 */
export function withConflict(version: Version, conflict: Conflict): string | undefined {
  if (version.known) return annotationLine({ ...version.known, conflict });
  const { line } = version;
  const value = parseJson(line)?.value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  if (Object.hasOwn(value, 'conflict')) return undefined;
  const { base, ours, theirs } = conflict;
  const gap = Object.keys(value).length === 0 ? '' : ',';
  return `${line.slice(0, -1)}${gap}"conflict":{"base":${base},"ours":${ours},"theirs":${theirs}}}`;
}

/** The members of a canonical line's object, as JSON by key, in their order. */
export function membersOf(line: string): Members {
  return new Map(jsonMembers(line).map((m) => [m.key, line.slice(m.start, m.end)]));
}
