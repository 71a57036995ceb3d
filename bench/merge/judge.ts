import { parseJson } from '../../server/src/core/json/scan.ts';
import type { History } from './history.ts';
import type { Outcome } from './repository.ts';
import type { Json } from './side.ts';
import { same, type Truth } from './truth.ts';

export const FAULTS = ['unparsable', 'order', 'lost', 'doubled', 'content', 'undecided', 'needless'] as const;
/**
 * What is wrong with a merged file: no JSON; not sorted; an annotation gone; one there twice, or that should be gone;
 * one that says something else; a true conflict that nobody is told of; a decision asked for that is none.
 */
export type Fault = (typeof FAULTS)[number];

export interface Verdict {
  /** Git stopped at a sidecar. */
  readonly stopped: boolean;
  /** A perfect merge would have stopped. */
  readonly isConflict: boolean;
  /** Faults of the files, where there was something to judge: none after git's own markers. */
  readonly faults: readonly { readonly fault: Fault; readonly id: string }[];
}

/** Holds what git left against the truth; `marked`: stopped files hold git's markers, which are for people to read. */
export function judge({ truth }: History, { unmerged, files }: Outcome, marked: boolean): Verdict {
  const stopped = unmerged.length > 0;
  let isConflict = false;
  const faults: { fault: Fault; id: string }[] = [];
  for (const [path, lines] of truth) {
    isConflict ||= [...lines.values()].some(({ kind }) => kind === 'conflict');
    if (marked && unmerged.includes(path)) continue;
    faults.push(...fileFaults(files.get(path) ?? '', lines));
  }
  return { stopped, isConflict, faults };
}

function* fileFaults(
  text: string,
  truth: ReadonlyMap<string, Truth>,
): Generator<{ fault: Fault; id: string }> {
  const file = parseJson(text)?.value as { annotations: (Json | null)[] } | undefined;
  const lines = file?.annotations?.slice(0, -1);
  if (!lines || text.split('\n').length !== lines.length + 6) {
    yield { fault: 'unparsable', id: '' };
    return;
  }
  const found = new Map<string, Json>();
  let before = '';
  for (const line of lines) {
    const id = String(line?.id);
    if (id < before) yield { fault: 'order', id };
    before = id;
    if (found.has(id) || !truth.has(id)) yield { fault: 'doubled', id };
    if (line) found.set(id, line);
  }
  for (const [id, should] of truth) {
    const fault = lineFault(found.get(id), should);
    if (fault) yield { fault, id };
  }
}

function lineFault(is: Json | undefined, should: Truth): Fault | undefined {
  if (should.kind === 'gone') return is && 'doubled';
  if (!is) return should.kind === 'conflict' ? 'undecided' : 'lost';
  const { conflict, ...line } = is;
  if (should.kind === 'lines') {
    if (conflict !== undefined) return 'needless';
    return should.lines.some((right) => same(line, right)) ? undefined : 'content';
  }
  if (conflict === undefined) return 'undecided';
  const { base, ours, theirs } = conflict as { base: Json | null; ours: Json | null; theirs: Json | null };
  const isRecorded =
    same(base, should.base) && should.sides.every((side) => same(side, ours) || same(side, theirs));
  return isRecorded && same(line, ours ?? theirs) ? undefined : 'content';
}
