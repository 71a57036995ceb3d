import { compareIds } from '../model.ts';
import { mergeUnresolved } from './unresolved.ts';
import { Version } from './version.ts';
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
  const [b, o, t] = [base, ours, theirs].map((line) => (line === undefined ? undefined : new Version(line)));
  if (!b?.conflict && !o?.conflict && !t?.conflict) return mergeVersions(b, o, t, revision);
  // Only the spelling differs: blanks, or the order of keys.
  if (o && t && isSame(o, t)) return taken(compareIds(o.raw, t.raw) < 0 ? o.raw : t.raw);
  if (b && o && isSame(b, o)) return taken(theirs);
  if (b && t && isSame(b, t)) return taken(ours);
  return mergeUnresolved(b, o, t, revision);
}

function isSame(a: Version, b: Version): boolean {
  return a.line === b.line && JSON.stringify(a.conflict) === JSON.stringify(b.conflict);
}
