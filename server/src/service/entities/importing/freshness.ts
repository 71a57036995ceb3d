import {
  SEGMENT_HEAD_BYTES,
  type SegmentHeader,
  segmentHeader,
} from '../../../core/entities/names/segmentFile.ts';
import type { ImportDisk, SourceFacts } from './ports.ts';
import type { ImportOrigin, ImportRequest } from './request.ts';

/** What a cache's file says of how it was made; undefined for one that an import did not make. */
export function importOrigin(header: SegmentHeader): ImportOrigin | undefined {
  const { origin } = header;
  const { sources, choice } = origin;
  return origin.import === 1 && Array.isArray(sources) && typeof choice === 'object' && choice !== null
    ? (origin as unknown as ImportOrigin)
    : undefined;
}

/** The origin of a cache on the disk, of which its beginning is read. Undefined where there is none, or it is unusable. */
export async function originAt(path: string, disk: ImportDisk): Promise<ImportOrigin | undefined> {
  const head = await disk.readCache(path, SEGMENT_HEAD_BYTES);
  if (head === undefined) return undefined;
  const header = segmentHeader(head);
  return 'origin' in header ? importOrigin(header) : undefined;
}

/** A source that is another one than when it was imported, and whether it is still there. */
export interface ChangedSource {
  readonly path: string;
  readonly missing: boolean;
}

/** The sources of a cache that have changed since, or are gone. */
export async function changedSources(origin: ImportOrigin, disk: ImportDisk): Promise<ChangedSource[]> {
  const changed: ChangedSource[] = [];
  for (const was of origin.sources) {
    const is = await disk.facts(was.path);
    if (is === undefined) changed.push({ path: was.path, missing: true });
    else if (!sameSource(was, is)) changed.push({ path: was.path, missing: false });
  }
  return changed;
}

function sameSource(was: SourceFacts, is: SourceFacts): boolean {
  return was.size === is.size && was.mtimeMs === is.mtimeMs && was.head === is.head;
}

/** What makes a cache again as it was made, at the same place. */
export function requestAgain({ name, sources, from, choice }: ImportOrigin, output: string): ImportRequest {
  return {
    name,
    sources: sources.map(({ path }) => path),
    ...(from === undefined ? {} : { from }),
    choice,
    output,
  };
}
