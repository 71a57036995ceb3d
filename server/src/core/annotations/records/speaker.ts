import type { Annotation, AnnotationRecord } from '../model.ts';
import { GOLD } from '../sidecarNames.ts';

/** What one sidecar of an article says. */
export interface RecordLayer {
  /** Whose it is; undefined: the shared one. */
  readonly annotator: string | undefined;
  readonly annotations: readonly Annotation[];
}

/** A record and the sidecar that it stands in. */
export interface SaidRecord<L extends RecordLayer> {
  readonly record: AnnotationRecord;
  readonly layer: L;
  /** Who says it; undefined where the shared or the gold layer does not tell. */
  readonly by: string | undefined;
}

/** A record with the name of who says it: the file's owner, and only where it has none the line's own `by`. */
export function saidIn<L extends RecordLayer>(layer: L, record: AnnotationRecord): SaidRecord<L> {
  const owned = layer.annotator !== undefined && layer.annotator !== GOLD;
  return { record, layer, by: owned ? layer.annotator : record.by };
}

/**
 * The order of what people say: by time, what has none first, then by id and by file, so that every machine shows a
 * thread alike.
 */
export function compareSaid<L extends RecordLayer>(a: SaidRecord<L>, b: SaidRecord<L>): number {
  return (
    timeOf(a.record) - timeOf(b.record) ||
    compare(a.record.id, b.record.id) ||
    compare(a.layer.annotator ?? '', b.layer.annotator ?? '') ||
    compare(a.record.was, b.record.was)
  );
}

/** Milliseconds since 1970. */
function timeOf({ time }: AnnotationRecord): number {
  const parsed = time === undefined ? Number.NaN : Date.parse(time);
  return Number.isNaN(parsed) ? Number.MIN_SAFE_INTEGER : parsed;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
