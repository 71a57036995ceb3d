import type { Conflict } from '../model.ts';
import { mergeFields } from './fields.ts';
import { Version, withConflict } from './version.ts';

/** What became of one id. */
export type LineMerge =
  /** `line` undefined: the annotation is removed. `combined`: both sides' changes are in it. */
  | { readonly kind: 'line'; readonly line: string | undefined; readonly combined: boolean }
  /** Both sides changed the same thing differently: the line is ours, or the only one left, and records all three. */
  | { readonly kind: 'conflict'; readonly line: string; readonly conflict: Conflict }
  /** More versions stand against each other than one line can record: nothing may be written. */
  | { readonly kind: 'unmerged' };

/** Merges versions that differ from each other and from the base, whatever they had left undecided. */
export function mergeVersions(
  base: Version | undefined,
  ours: Version | undefined,
  theirs: Version | undefined,
  revision: string | undefined,
): LineMerge {
  const combined = cleanLine(base, ours, theirs, revision);
  return combined ? { kind: 'line', line: combined.line, combined: true } : conflictOf(base, ours, theirs);
}

/** The line without contradiction (undefined: removed), where there is one; what was left undecided does not count. */
export function cleanLine(
  base: Version | undefined,
  ours: Version | undefined,
  theirs: Version | undefined,
  revision: string | undefined,
): { readonly line: string | undefined } | undefined {
  if (ours && theirs) {
    const line = mergeFields(base, ours, theirs, revision);
    if (line !== undefined) return { line };
  }
  // Lines may be spelled in two ways, and of those that nobody understands one side's may be as it was.
  const [b, o, t] = [base?.line, ours?.line, theirs?.line];
  if (o === t || t === b) return { line: o };
  if (o === b) return { line: t };
  const isSpelled = [base, ours, theirs].every((side) => !side || side.raw === side.line || side.conflict);
  if (isSpelled || o === undefined || t === undefined) return undefined;
  const line = mergeFields(
    b === undefined ? undefined : new Version(b),
    new Version(o),
    new Version(t),
    revision,
  );
  return line === undefined ? undefined : { line };
}

/** The line that records a true conflict. */
export function conflictOf(
  base: Version | undefined,
  ours: Version | undefined,
  theirs: Version | undefined,
): LineMerge {
  const kept = ours ?? theirs;
  if (!kept) return taken(undefined);
  const conflict: Conflict = {
    base: base?.line ?? null,
    ours: ours?.line ?? null,
    theirs: theirs?.line ?? null,
  };
  const line = withConflict(kept, conflict);
  return line === undefined ? { kind: 'unmerged' } : { kind: 'conflict', line, conflict };
}

/** A line that nobody contradicts; undefined: the annotation is removed. */
export function taken(line: string | undefined): LineMerge {
  return { kind: 'line', line, combined: false };
}
