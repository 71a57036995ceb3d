import { jsonMembers, parseJson } from '../../json/scan.ts';
import type { Conflict, KnownAnnotation } from '../model.ts';
import { kindOf, readAnnotation } from '../readAnnotation.ts';
import type { KnownKind } from '../schema.ts';
import { annotationLine } from '../serialize.ts';

/** Values as JSON, by key, in their order. */
export type Members = ReadonlyMap<string, string>;

/** One side's version of a line; what costs much to know is found out when it is asked for. */
export class Version {
  readonly raw: string;
  private scanned: { readonly kind: KnownKind | undefined; readonly members: Members } | undefined;
  private understood: { readonly line: string; readonly known: KnownAnnotation | undefined } | undefined;
  private mayBeOpen: boolean | undefined;
  private left: { readonly conflict: Conflict | undefined } | undefined;

  /** `raw`: one JSON value, without the comma. */
  constructor(raw: string) {
    this.raw = raw;
  }

  /** The canonical line without its key `conflict`: what this side says. */
  get line(): string {
    return this.read().line;
  }

  /** Undefined for a line that this version of Pressmark does not understand. */
  get known(): KnownAnnotation | undefined {
    return this.read().known;
  }

  /** The decision that is still to be taken on this side. */
  get conflict(): Conflict | undefined {
    this.mayBeOpen ??= this.raw.includes('"conflict"');
    if (!this.mayBeOpen) return undefined;
    this.read();
    return this.left?.conflict;
  }

  /** The kind by shape; undefined for any other shape, and where a key stands twice. */
  get kind(): KnownKind | undefined {
    return this.scan().kind;
  }

  /** The members of the line's object, less `conflict`, as they are written. */
  get members(): Members {
    return this.scan().members;
  }

  private scan() {
    this.scanned ??= scanned(this.conflict ? this.line : this.raw);
    return this.scanned;
  }

  private read() {
    if (this.understood) return this.understood;
    const annotation = readAnnotation(this.raw)?.annotation;
    if (!annotation || annotation.kind === 'unknown') {
      this.understood = { line: annotation?.json ?? this.raw, known: undefined };
    } else {
      const { conflict, ...known } = annotation;
      this.left = { conflict };
      this.understood = { line: annotationLine(known), known };
    }
    return this.understood;
  }
}

function scanned(line: string): { kind: KnownKind | undefined; members: Members } {
  if (!line.startsWith('{')) return { kind: undefined, members: new Map() };
  const list = jsonMembers(line);
  const members = new Map<string, string>();
  for (const { key, start, end } of list) members.set(key, line.slice(start, end));
  const isWhole = members.size === list.length && !members.has('conflict');
  return { kind: isWhole ? kindOf((key) => members.has(key)) : undefined, members };
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
