import { mergeUnresolved } from './unresolved.ts';
import { type Version, versionOf } from './version.ts';
import { type LineMerge, mergeVersions, taken } from './versions.ts';

/** Merges the versions of one line, each one JSON value without the comma; undefined where a side has none. */
export function mergeLine(
  base: string | undefined,
  ours: string | undefined,
  theirs: string | undefined,
  revision: string | undefined,
): LineMerge {
  if (ours === theirs || theirs === base) return taken(ours);
  if (ours === base) return taken(theirs);
  const [b, o, t] = [base, ours, theirs].map((line) => (line === undefined ? undefined : versionOf(line)));
  // Only the spelling differs: blanks, or the order of keys.
  if (o && t && isSame(o, t))
    return taken(ours !== undefined && theirs !== undefined && ours < theirs ? ours : theirs);
  if (b && o && isSame(b, o)) return taken(theirs);
  if (b && t && isSame(b, t)) return taken(ours);
  if (b?.conflict || o?.conflict || t?.conflict) return mergeUnresolved(b, o, t, revision);
  return mergeVersions(b, o, t, revision);
}

function isSame(a: Version, b: Version): boolean {
  return a.line === b.line && JSON.stringify(a.conflict) === JSON.stringify(b.conflict);
}
