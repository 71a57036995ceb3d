import type { Conflict } from '../model.ts';
import { Version, withConflict } from './version.ts';
import { cleanLine, conflictOf, type LineMerge, mergeVersions, taken } from './versions.ts';

type Side = Version | undefined;

/**
 * Merges lines of which at least one records a decision that is still to be taken. A decision taken on one side wins
 * over the same decision left open on the other; two decisions that differ contradict each other again. A line never
 * records more than two versions against each other: where there would be three, it is not merged.
 */
export function mergeUnresolved(
  base: Side,
  ours: Side,
  theirs: Side,
  revision: string | undefined,
): LineMerge {
  if (base?.conflict && !ours?.conflict && !theirs?.conflict) {
    return bothDecided(base.conflict, ours, theirs, revision);
  }
  if (base?.conflict && isOpen(base, ours) && isOpen(base, theirs)) {
    return stillOpen(base.conflict, cleanLine(base, ours, theirs, revision));
  }
  if (base?.conflict && isOpen(base, ours) && !theirs?.conflict) {
    return mergeVersions(base, ours, theirs, revision);
  }
  if (base?.conflict && isOpen(base, theirs) && !ours?.conflict) {
    return mergeVersions(base, ours, theirs, revision);
  }
  return newlyOpen(base, ours, theirs, revision);
}

/**
 * Both sides have decided, each perhaps after another merge of the same two versions, as where histories cross. They
 * agree where it makes no difference which of the two versions one says they started from.
 */
function bothDecided(conflict: Conflict, ours: Side, theirs: Side, revision: string | undefined): LineMerge {
  if (ours?.line === theirs?.line) return taken(ours?.line);
  const [a, b] = [conflict.ours, conflict.theirs].map((line) =>
    cleanLine(sideOf(line), ours, theirs, revision),
  );
  if (a && b && a.line === b.line) return { kind: 'line', line: a.line, combined: true };
  return conflictOf(sideOf(conflict.base), ours, theirs);
}

/** One side, or both, has merged before and left something open that the base did not know. */
function newlyOpen(base: Side, ours: Side, theirs: Side, revision: string | undefined): LineMerge {
  if (ours?.conflict && theirs?.conflict) {
    const [a, b] = [versionsIn(ours), versionsIn(theirs)];
    const isSamePair = a.every((line) => b.includes(line));
    const line = isSamePair ? withConflict(ours, ours.conflict) : undefined;
    return line === undefined ? { kind: 'unmerged' } : { kind: 'conflict', line, conflict: ours.conflict };
  }
  const open = ours?.conflict ? ours : theirs;
  const other = ours?.conflict ? theirs : ours;
  if (!open?.conflict) return { kind: 'unmerged' };
  if (versionsIn(open).includes(other?.line ?? null)) return inherited(open, open.conflict);
  return withOthersChange(base, open, open.conflict, other, revision);
}

/** What the other side changed is independent of what is undecided: both versions get it. */
function withOthersChange(
  base: Side,
  open: Version,
  conflict: Conflict,
  other: Side,
  revision: string | undefined,
): LineMerge {
  const body = cleanLine(base, open, other, revision);
  const sides = [conflict.ours, conflict.theirs].map((line) =>
    line === null ? { line: null } : cleanLine(base, new Version(line), other, revision),
  );
  const [ours, theirs] = sides;
  if (body?.line === undefined || !ours || !theirs || other === undefined) return { kind: 'unmerged' };
  const updated = { base: conflict.base, ours: ours.line ?? null, theirs: theirs.line ?? null };
  return inherited(new Version(body.line), updated);
}

function stillOpen(conflict: Conflict, body: ReturnType<typeof cleanLine>): LineMerge {
  return body?.line === undefined ? { kind: 'unmerged' } : inherited(new Version(body.line), conflict);
}

/** What was open stays open: nothing that this merge has to tell. */
function inherited(version: Version, conflict: Conflict): LineMerge {
  const line = withConflict(version, conflict);
  return line === undefined ? { kind: 'unmerged' } : { kind: 'line', line, combined: true };
}

/** True where a side still has the decision of the base before it. */
function isOpen(base: Version, side: Side): boolean {
  const [a, b] = [base.conflict, side?.conflict];
  return a?.base === b?.base && a?.ours === b?.ours && a?.theirs === b?.theirs && b !== undefined;
}

/** The two versions that stand against each other in an open line; null: removed. */
function versionsIn({ line, conflict }: Version): readonly (string | null)[] {
  if (!conflict) return [line];
  return conflict.ours === null ? [null, line] : [line, conflict.theirs];
}

function sideOf(line: string | null): Side {
  return line === null ? undefined : new Version(line);
}
