import type { Annotation } from '../../core/annotations/model.ts';
import { inverse, type Operation, operationId } from '../../core/annotations/operations.ts';
import type { AnchoredAnnotation } from '../../core/annotations/reanchor.ts';
import { serializeSidecar } from '../../core/annotations/serialize.ts';
import type { TextReplacement } from '../../core/text/range.ts';
import type { Layer } from '../sidecars.ts';

/** Operations on a sidecar that were handed out as one edit. */
export interface SidecarEntry {
  readonly sidecar: string;
  readonly operations: readonly Operation[];
  /** In the order in which they have to be applied. */
  readonly inverses: readonly Operation[];
}

/** An edit of a whole file, such as the project file. */
interface FileEntry {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** Operations on several sidecars that were handed out as one edit. */
interface GroupEntry {
  readonly group: readonly SidecarEntry[];
}

/** A change of one stretch of a file that may be too large to be kept as a whole, such as an entity file. */
interface StretchEntry {
  readonly file: string;
  /** UTF-16 unit of the text. */
  readonly start: number;
  readonly removed: string;
  readonly inserted: string;
}

/** Changes of several such files that were handed out as one edit. */
interface StretchesEntry {
  readonly stretches: readonly StretchEntry[];
}

/** A replacement in a file that held `before`. */
export interface NotedStretch {
  readonly file: string;
  readonly before: string;
  readonly replacement: TextReplacement;
}

type Entry = SidecarEntry | FileEntry | StretchesEntry | GroupEntry;

/** Operations that take something back, in the order in which they have to be applied. */
export interface SidecarUndo {
  readonly sidecar: string;
  readonly operations: readonly Operation[];
}

/** The inverse of something that still stands in its file. */
export type Undo =
  | SidecarUndo
  | { readonly group: readonly SidecarUndo[] }
  | { readonly files: readonly FileUndo[] };

/** What a file is to hold again; empty where there was none. */
export interface FileUndo {
  readonly file: string;
  readonly text: string;
}

/** How files are now. */
export interface PresentFiles {
  sidecar(uri: string): Promise<Layer>;
  /** Undefined where there is no such file, or none that can be read. */
  text(uri: string): Promise<string | undefined>;
}

/** More than anybody takes back one by one. */
const LIMIT = 500;

/**
 * Remembers what this session did to sidecars and project files, because the editor's own undo in the article does not
 * reach them. An edit that was handed out may never have been applied (a preview that was closed), so undo looks at the
 * file as it is now and passes over what does not stand there.
 */
export class Journal {
  private entries: Entry[] = [];

  /** Notes operations that were computed against `before`, the annotations of a sidecar. */
  note(sidecar: string, operations: readonly Operation[], before: readonly Annotation[]): void {
    this.add(sidecarEntry(sidecar, operations, before));
  }

  /** Notes what was done to several sidecars at once, to be taken back at once. */
  noteGroup(group: readonly SidecarEntry[]): void {
    this.add({ group });
  }

  /** Notes what a file held and is to hold. */
  noteFile(file: string, before: string, after: string): void {
    this.add({ file, before, after });
  }

  /** Notes what stood at one place of each file and what is to stand there (not nothing), to be taken back at once. */
  noteStretches(noted: readonly NotedStretch[]): void {
    const stretches = noted.map(({ file, before, replacement: { start, end, newText } }) => ({
      file,
      start,
      removed: before.slice(start, end),
      inserted: newText,
    }));
    this.add({ stretches });
  }

  /**
   * Notes that lines were given another place and revision, which nobody takes back: what was done to those lines
   * before stands in them still.
   */
  rebase(sidecar: string, operations: readonly Operation[]): void {
    const now = new Map(
      operations.flatMap((o) => (o.kind === 'replace' ? [[o.annotation.id, o.annotation]] : [])),
    );
    const followed = (all: readonly Operation[]) => all.map((operation) => rebased(operation, now));
    const moved = (entry: SidecarEntry): SidecarEntry =>
      entry.sidecar === sidecar
        ? { ...entry, operations: followed(entry.operations), inverses: followed(entry.inverses) }
        : entry;
    this.entries = this.entries.map((entry) => {
      if ('file' in entry || 'stretches' in entry) return entry;
      return 'group' in entry ? { group: entry.group.map(moved) } : moved(entry);
    });
  }

  /** The inverse of the last noted change that still stands; it is forgotten with it. */
  async takeLast(present: PresentFiles): Promise<Undo | undefined> {
    for (let entry = this.entries.pop(); entry; entry = this.entries.pop()) {
      if ('file' in entry || 'stretches' in entry) {
        const files = await filesBefore('file' in entry ? [entry] : entry.stretches, present);
        if (files.length > 0) return { files };
        continue;
      }
      if ('group' in entry) {
        const group = await standingOf(entry, present);
        if (group.length > 0) return { group };
        continue;
      }
      const now = await annotationsNow(entry.sidecar, present);
      if (entry.operations.every((o) => stands(o, now))) {
        return { sidecar: entry.sidecar, operations: entry.inverses };
      }
    }
    return undefined;
  }

  private add(entry: Entry): void {
    this.entries.push(entry);
    if (this.entries.length > LIMIT) this.entries.shift();
  }
}

async function filesBefore(
  entries: readonly (FileEntry | StretchEntry)[],
  present: PresentFiles,
): Promise<FileUndo[]> {
  const files: FileUndo[] = [];
  for (const entry of entries) {
    const text = textBefore(entry, await present.text(entry.file));
    if (text !== undefined) files.push({ file: entry.file, text });
  }
  return files;
}

/** What a file held before a change; undefined where the change does not stand in it any more. */
function textBefore(entry: FileEntry | StretchEntry, now: string | undefined): string | undefined {
  if ('before' in entry) return now === entry.after ? entry.before : undefined;
  const { start, removed, inserted } = entry;
  if (!now?.startsWith(inserted, start)) return undefined;
  return now.slice(0, start) + removed + now.slice(start + inserted.length);
}

/** Operations that were computed against `before`, the annotations of a sidecar, with what takes them back. */
export function sidecarEntry(
  sidecar: string,
  operations: readonly Operation[],
  before: readonly Annotation[],
): SidecarEntry {
  const inverses = operations.flatMap((o) => inverse(o, before) ?? []).reverse();
  return { sidecar, operations, inverses };
}

/** Of a group some may have been left out in a preview, or changed since: what stands as it was is taken back. */
async function standingOf({ group }: GroupEntry, present: PresentFiles): Promise<SidecarUndo[]> {
  const found: SidecarUndo[] = [];
  for (const { sidecar, operations, inverses } of group) {
    const now = await annotationsNow(sidecar, present);
    const standing = new Set(operations.filter((o) => stands(o, now)).map(operationId));
    const back = inverses.filter((o) => standing.has(operationId(o)));
    if (back.length > 0) found.push({ sidecar, operations: back });
  }
  return found;
}

async function annotationsNow(
  sidecar: string,
  present: PresentFiles,
): Promise<ReadonlyMap<string, Annotation>> {
  const layer = await present.sidecar(sidecar);
  return new Map((layer.sidecar?.annotations ?? []).map((e) => [e.annotation.id, e.annotation]));
}

function stands(operation: Operation, now: ReadonlyMap<string, Annotation>): boolean {
  if (operation.kind === 'remove') return !now.has(operation.id);
  const annotation = now.get(operation.annotation.id);
  return (
    annotation !== undefined && serializeSidecar([annotation]) === serializeSidecar([operation.annotation])
  );
}

/** An operation on a line that has another place by now: the same, at that place. */
function rebased(operation: Operation, now: ReadonlyMap<string, Annotation>): Operation {
  if (operation.kind === 'remove') return operation;
  const { annotation } = operation;
  const line = now.get(annotation.id);
  if (!line || !isAnchored(annotation) || !isAnchored(line)) return operation;
  const { start, end, text, before, after, rev } = line;
  const parts = annotation.kind === 'span' && line.kind === 'span' && line.parts ? { parts: line.parts } : {};
  return { ...operation, annotation: { ...annotation, start, end, text, before, after, rev, ...parts } };
}

function isAnchored(annotation: Annotation): annotation is AnchoredAnnotation {
  return annotation.kind === 'span' || annotation.kind === 'review';
}
