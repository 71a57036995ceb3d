import { type Conflict, compareIds } from '../model.ts';
import { mergeLine } from './line.ts';
import type { Indexed, Row } from './rows.ts';

export interface RecordedConflict {
  readonly id: string;
  readonly conflict: Conflict;
}

export interface MergedRows {
  /** Sorted by id. */
  readonly rows: readonly Row[];
  /** Ids of lines in which changes of both sides stand together. */
  readonly combined: readonly string[];
  /** What somebody has to decide; each is recorded in its line. */
  readonly conflicts: readonly RecordedConflict[];
  /** Ids of lines that cannot say what stands against each other: the result must not be written. */
  readonly unmerged: readonly string[];
  /** What only one of the sides added. */
  readonly added: { readonly ours: readonly Row[]; readonly theirs: readonly Row[] };
}

/** Merges the lines of three sidecars by id; `revision` is that of the merged article, where it is known. */
export function mergeRows(base: Indexed, ours: Indexed, theirs: Indexed, revision?: string): MergedRows {
  const unnamed = new Set(['', ...ours.doubled, ...theirs.doubled]);
  // Of a line that the base has twice nobody knows what it was before.
  const twice = new Set(base.doubled);
  const [b, o, t] = [base.lines, ours.lines, theirs.lines];
  const rows: Row[] = mergeUnnamed(base.rows, ours.rows, theirs.rows, unnamed);
  const combined: string[] = [];
  const conflicts: RecordedConflict[] = [];
  const unmerged: string[] = [];
  const added: { ours: Row[]; theirs: Row[] } = { ours: [], theirs: [] };
  const decide = (id: string, mine: string | undefined, other: string | undefined) => {
    if (unnamed.has(id)) return;
    const was = twice.has(id) ? undefined : b.get(id);
    const merged = mergeLine(was, mine, other, revision);
    if (merged.kind === 'unmerged') {
      unmerged.push(id);
      return;
    }
    if (merged.line === undefined) return;
    const row = { id, line: merged.line };
    rows.push(row);
    if (merged.kind === 'conflict') conflicts.push({ id, conflict: merged.conflict });
    else if (merged.combined) combined.push(id);
    if (was === undefined && (mine === undefined || other === undefined)) {
      (mine === undefined ? added.theirs : added.ours).push(row);
    }
  };
  for (const [id, line] of o) decide(id, line, t.get(id));
  for (const [id, line] of t) if (!o.has(id)) decide(id, undefined, line);
  rows.sort((x, y) => compareIds(x.id, y.id) || compareIds(x.line, y.line));
  return { rows, combined, conflicts, unmerged, added };
}

/**
 * Lines whose id names no single line: there nobody can say which became which, so that each line is there or not. A
 * line is there as often as the side says that changed the count; where both did, as often as the side that has more.
 */
function mergeUnnamed(
  base: readonly Row[],
  ours: readonly Row[],
  theirs: readonly Row[],
  unnamed: ReadonlySet<string>,
): Row[] {
  const [b, o, t] = [base, ours, theirs].map((rows) => counted(rows, unnamed));
  const merged: Row[] = [];
  for (const [line, { row }] of new Map([...(o ?? []), ...(t ?? [])])) {
    const [was, mine, other] = [b, o, t].map((counts) => counts?.get(line)?.count ?? 0) as [
      number,
      number,
      number,
    ];
    const count = mine === was ? other : other === was ? mine : Math.max(mine, other);
    for (let i = 0; i < count; i++) merged.push(row);
  }
  return merged;
}

function counted(
  rows: readonly Row[],
  unnamed: ReadonlySet<string>,
): Map<string, { row: Row; count: number }> {
  const counts = new Map<string, { row: Row; count: number }>();
  for (const row of rows) {
    if (!unnamed.has(row.id)) continue;
    const known = counts.get(row.line);
    if (known) known.count++;
    else counts.set(row.line, { row, count: 1 });
  }
  return counts;
}
