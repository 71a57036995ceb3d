import type { Annotation } from '../../core/annotations/model.ts';
import { inverse, type Operation } from '../../core/annotations/operations.ts';
import { serializeSidecar } from '../../core/annotations/serialize.ts';
import type { Layer } from '../sidecars.ts';

/** Operations that were handed out as one edit. */
interface JournalEntry {
  readonly sidecar: string;
  readonly operations: readonly Operation[];
  /** In the order in which they have to be applied. */
  readonly inverses: readonly Operation[];
}

/** The inverse of something that still stands in its sidecar. */
export interface Undo {
  readonly sidecar: string;
  readonly operations: readonly Operation[];
}

/** More than anybody takes back one by one. */
const LIMIT = 500;

/**
 * Remembers what this session did to sidecars, because the editor's own undo in the article does not reach them.
 * An edit that was handed out may never have been applied (a preview that was closed), so undo looks at the sidecar
 * as it is now and passes over what does not stand there.
 */
export class Journal {
  private entries: JournalEntry[] = [];

  /** Notes operations that were computed against `before`, the annotations of a sidecar. */
  note(sidecar: string, operations: readonly Operation[], before: readonly Annotation[]): void {
    const inverses = operations.flatMap((o) => inverse(o, before) ?? []).reverse();
    this.entries.push({ sidecar, operations, inverses });
    if (this.entries.length > LIMIT) this.entries.shift();
  }

  /** The inverse of the last noted operations that still stand; they are forgotten with it. */
  async takeLast(read: (sidecar: string) => Promise<Layer>): Promise<Undo | undefined> {
    for (let entry = this.entries.pop(); entry; entry = this.entries.pop()) {
      const layer = await read(entry.sidecar);
      const now = new Map((layer.sidecar?.annotations ?? []).map((e) => [e.annotation.id, e.annotation]));
      if (entry.operations.every((o) => stands(o, now))) {
        return { sidecar: entry.sidecar, operations: entry.inverses };
      }
    }
    return undefined;
  }
}

function stands(operation: Operation, now: ReadonlyMap<string, Annotation>): boolean {
  if (operation.kind === 'remove') return !now.has(operation.id);
  const annotation = now.get(operation.annotation.id);
  return (
    annotation !== undefined && serializeSidecar([annotation]) === serializeSidecar([operation.annotation])
  );
}
