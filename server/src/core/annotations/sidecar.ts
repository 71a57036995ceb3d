import type { Problem } from '../problem.ts';
import type { Annotation } from './model.ts';

/** An annotation and where it stands in the sidecar's text. */
export interface SidecarEntry {
  readonly annotation: Annotation;
  /** 0-based line on which it begins. */
  readonly line: number;
  /** UTF-16 offsets of its JSON value, without the comma. */
  readonly start: number;
  readonly end: number;
}

/** What a sidecar's text says. */
export interface Sidecar {
  readonly annotations: readonly SidecarEntry[];
  /** Places are UTF-16 offsets in the sidecar's text. */
  readonly problems: readonly Problem[];
  /** False where a change could lose something: such a file is read and shown, and never written to. */
  readonly writable: boolean;
  /** What the file says; this version's own for an empty file, 0 where the file says nothing that can be read. */
  readonly version: number;
}

/** The annotations of a sidecar without their places, in the file's order. */
export function annotationsOf(sidecar: Sidecar): Annotation[] {
  return sidecar.annotations.map((entry) => entry.annotation);
}
