import type { SourceFormat } from '../../../core/entities/sources/source.ts';
import type { LeftOut } from './leftOut.ts';
import { LeftOutTally } from './leftOut.ts';
import type { SourceFacts } from './ports.ts';
import { IMPORT_VERSION, type ImportRequest } from './request.ts';

/** What was read of a source. */
export interface SourceReport {
  readonly path: string;
  readonly format: SourceFormat;
  lines: number;
  /** Entities as they were read; several may be one. */
  entities: number;
}

/** How far an import is. */
export interface ImportState {
  /** Which of the sources is being read. */
  source: number;
  /** Where it goes on there: a byte of the inflated content, and the number of the line that begins at it. */
  offset: number;
  line: number;
  /** Bytes of each part of the spool up to there. */
  sizes: readonly number[];
  readonly reports: SourceReport[];
  leftOut: LeftOutTally;
}

/** What must be the same for an import to go on. */
export function setupOf(request: ImportRequest, facts: readonly SourceFacts[], parts: number): string {
  const { from, choice, name, output } = request;
  return JSON.stringify([IMPORT_VERSION, name, output, facts, from ?? 'auto', choice, parts]);
}

/** An import that has not begun. */
export function freshState(parts: number): ImportState {
  const sizes = Array.from({ length: parts }, () => 0);
  return { source: 0, offset: 0, line: 0, sizes, reports: [], leftOut: new LeftOutTally() };
}

/** The state as text. */
export function writeState(setup: string, { leftOut, ...state }: ImportState): string {
  return JSON.stringify({ setup, ...state, leftOut: leftOut.state() });
}

/** What {@link writeState} wrote; undefined where it was for another setup, or is broken. */
export function readState(text: string | undefined, setup: string): ImportState | undefined {
  if (text === undefined) return undefined;
  try {
    const { setup: was, leftOut, ...state } = JSON.parse(text);
    return was === setup ? { ...state, leftOut: new LeftOutTally(leftOut) } : undefined;
  } catch {
    return undefined;
  }
}

/** What an import gave. */
export interface ImportReport {
  readonly sources: readonly SourceReport[];
  /** After entities of one id were joined. */
  readonly entities: number;
  readonly names: number;
  readonly leftOut: readonly LeftOut[];
}
