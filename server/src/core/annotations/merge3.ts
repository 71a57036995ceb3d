/**
 * Three-way merge of sidecars: by id, line by line, then key by key. A change of one side wins, equal changes are one,
 * independent changes of one line stand together; what both changed differently keeps ours and records all three
 * sides in the line's `conflict`. Nothing that a side says is ever lost: where a line cannot hold it, nothing is merged.
 */
import { type Message, msg } from '../message.ts';
import { addedTwice, type Twice } from './merge/duplicates.ts';
import { mergeHeaders } from './merge/header.ts';
import { type MergedRows, mergeRows, type RecordedConflict } from './merge/mergeRows.ts';
import {
  type Indexed,
  indexed,
  isSound,
  type ReadRows,
  type Row,
  readAny,
  readRows,
  rowsText,
} from './merge/rows.ts';
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
  const merged = mergeRows(
    indexed(rowsOf(base)),
    indexed(rowsOf(ours)),
    indexed(rowsOf(theirs)),
    options.revision,
  );
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
  const base = readRows(baseText);
  const was = indexed(base.ok ? base.sidecar.rows : base.rows);
  const [ours, theirs] = bothSides(oursText, theirsText, was);
  if (!ours.ok) return { ok: false, reason: ours.reason, side: 'ours' };
  if (!theirs.ok) return { ok: false, reason: theirs.reason, side: 'theirs' };
  const header = mergeHeaders(base.ok ? base.sidecar : undefined, ours.sidecar, theirs.sidecar);
  if (!header) return { ok: false, reason: msg('Both sides changed the head of the file.') };
  const merged = mergeRows(was, ours.index, theirs.index, options.revision);
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

type Side = (ReadRows & { readonly ok: false }) | (ReadRows & { readonly ok: true; readonly index: Indexed });

/** Both sides, each with the lines looked at that it alone has. */
function bothSides(oursText: string, theirsText: string, base: Indexed): [Side, Side] {
  const [ours, theirs] = [sideOf(readRows(oursText)), sideOf(readRows(theirsText))];
  const other = (side: Side) => (side.ok ? side.index : indexed([]));
  return [
    !ours.ok || isSound(ours.index, other(theirs), base) ? ours : sideOf(readAny(oursText)),
    !theirs.ok || isSound(theirs.index, other(ours), base) ? theirs : sideOf(readAny(theirsText)),
  ];
}

function sideOf(read: ReadRows): Side {
  return read.ok ? { ...read, index: indexed(read.sidecar.rows) } : read;
}

function reportOf({ combined, conflicts, added }: MergedRows): MergeReport {
  return { combined, conflicts, twice: addedTwice(added.ours, added.theirs) };
}
