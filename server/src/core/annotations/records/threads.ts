import type { Annotation } from '../model.ts';
import { compareSaid, type RecordLayer, type SaidRecord } from './speaker.ts';

/** A contribution to a thread. */
export interface Comment<L extends RecordLayer> extends SaidRecord<L> {
  readonly text: string;
  /** True where the annotation has changed since it was said. */
  readonly outdated: boolean;
}

/** What people say to each other about one annotation. */
export interface Thread<L extends RecordLayer> {
  /** In the order of time, then of id. */
  readonly comments: readonly Comment<L>[];
  /** Who has said when that it is settled, or is not. */
  readonly resolutions: readonly SaidRecord<L>[];
  /** True where the last word on it is that it is settled. */
  readonly resolved: boolean;
}

/** The thread that some records make; undefined where none of them is a comment. `isCurrent`: said of the line as it is. */
export function threadOf<L extends RecordLayer>(
  said: readonly SaidRecord<L>[],
  isCurrent: (record: SaidRecord<L>) => boolean,
): Thread<L> | undefined {
  const inOrder = said.toSorted(compareSaid);
  const comments = inOrder.flatMap((s) =>
    s.record.comment === undefined ? [] : [{ ...s, text: s.record.comment, outdated: !isCurrent(s) }],
  );
  if (comments.length === 0) return undefined;
  const resolutions = inOrder.filter((s) => s.record.resolved !== undefined);
  return { comments, resolutions, resolved: resolutions.at(-1)?.record.resolved === true };
}

/** True for a record that belongs to a thread, rather than saying what should become of an annotation. */
export function isOfThread(annotation: Annotation): boolean {
  return (
    annotation.kind === 'record' && (annotation.comment !== undefined || annotation.resolved !== undefined)
  );
}
