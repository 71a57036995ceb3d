/**
 * Three-way merge of sidecars: by id, line by line, then key by key. A change of one side wins, equal changes are one,
 * independent changes of one line stand together; what both changed differently keeps ours and records all three
 * sides in the line's `conflict`. Nothing that a side says is ever lost: where a line cannot hold it, nothing is merged.
 */
import { type Message, msg } from '../message.ts';
import { addedTwice, type Twice } from './merge/duplicates.ts';
import { mergeHeaders } from './merge/header.ts';
import { type MergedRows, mergeRows, type RecordedConflict } from './merge/mergeRows.ts';
import { isSound, type ReadRows, type Row, readAny, readRows, rowsText } from './merge/rows.ts';
import type { Annotation } from './model.ts';
import { readAnnotation } from './readAnnotation.ts';
import { annotationLine } from './serialize.ts';

export type { RecordedConflict } from './merge/mergeRows.ts';

export interface MergeOptions {
  /** `revisionOf` the merged article, where it is known: of two places in two revisions it tells which to keep. */
  readonly revision?: string;
}

/** What was decided, and what somebody has to decide. */
export interface MergeReport {
  /** Ids of lines in which changes of both sides stand together. */
  readonly combined: readonly string[];
  /** True conflicts, each recorded in its line. */
  readonly conflicts: readonly RecordedConflict[];
  /** What both sides tagged alike under two ids: both are kept, since others may refer to either. */
  readonly twice: readonly Twice[];
}

export interface MergedAnnotations extends MergeReport {
  /** Sorted by id. */
  readonly annotations: readonly Annotation[];
  /** Ids of lines that cannot record all that stands against each other; they are left out, so write nothing. */
  readonly unmerged: readonly string[];
}

/** Merges the annotations of three versions of a sidecar; `base` is what both sides started from. */
export function mergeAnnotations(
  base: readonly Annotation[],
  ours: readonly Annotation[],
  theirs: readonly Annotation[],
  options: MergeOptions = {},
): MergedAnnotations {
  const known = new Map<string, Annotation>();
  const rowsOf = (annotations: readonly Annotation[]) =>
    annotations.map((annotation): Row => {
      const line = annotationLine(annotation);
      known.set(line, annotation);
      return { id: annotation.id, line };
    });
  const merged = mergeRows(rowsOf(base), rowsOf(ours), rowsOf(theirs), options.revision);
  const annotations = merged.rows.flatMap(
    ({ line }) => known.get(line) ?? readAnnotation(line)?.annotation ?? [],
  );
  return { annotations, unmerged: merged.unmerged, ...reportOf(merged) };
}

export type SidecarMerge =
  | ({ readonly ok: true; readonly text: string } & MergeReport)
  | {
      readonly ok: false;
      readonly reason: Message;
      /** The version that cannot be read or written; absent where the versions do not go together. */
      readonly side?: 'ours' | 'theirs';
    };

const NOTHING: MergeReport = { combined: [], conflicts: [], twice: [] };

/**
 * Merges three versions of a sidecar's text; an empty text is a sidecar without annotations, also for a version that
 * does not exist. Not ok, with the reason, where a side cannot be read as a whole: then keep both files. A base that
 * cannot be read is used as far as it can: what it does not tell counts as added by whoever has it.
 */
export function mergeSidecars(
  baseText: string,
  oursText: string,
  theirsText: string,
  options: MergeOptions = {},
): SidecarMerge {
  if (oursText === theirsText || theirsText === baseText) return { ok: true, text: oursText, ...NOTHING };
  if (oursText === baseText) return { ok: true, text: theirsText, ...NOTHING };
  const [base, mine, other] = [readRows(baseText), readRows(oursText), readRows(theirsText)];
  const ours = isReadable(mine, other) ? mine : readAny(oursText);
  const theirs = isReadable(other, mine) ? other : readAny(theirsText);
  if (!ours.ok) return { ok: false, reason: ours.reason, side: 'ours' };
  if (!theirs.ok) return { ok: false, reason: theirs.reason, side: 'theirs' };
  const header = mergeHeaders(base.ok ? base.sidecar : undefined, ours.sidecar, theirs.sidecar);
  if (!header) return { ok: false, reason: msg('Both sides changed the head of the file.') };
  const was = base.ok ? base.sidecar.rows : base.rows;
  const merged = mergeRows(was, ours.sidecar.rows, theirs.sidecar.rows, options.revision);
  const [id] = merged.unmerged;
  if (id !== undefined) {
    const reason = msg(
      'The line {0} waits for a decision on one side and was changed otherwise on the other: decide it first.',
      id,
    );
    return { ok: false, reason };
  }
  return { ok: true, text: rowsText({ ...header, rows: merged.rows }), ...reportOf(merged) };
}

function isReadable(side: ReadRows, other: ReadRows): boolean {
  return !side.ok || isSound(side.sidecar.rows, other.ok ? other.sidecar.rows : []);
}

function reportOf({ combined, conflicts, added }: MergedRows): MergeReport {
  return { combined, conflicts, twice: addedTwice(added.ours, added.theirs) };
}
