import { diffArrays } from 'diff';
import type { Steps } from '../../steps.ts';
import { alignWords } from './alignWords.ts';
import type { Draft, Hunk } from './draft.ts';
import { gapsOf, linkEnds } from './gaps.ts';
import { heaviestChain } from './heaviestChain.ts';
import { joinPieces } from './joinPieces.ts';
import { type Search, uniqueRuns } from './uniqueRuns.ts';

/** Tokens that are unique together, from the surest to the least. */
const SURE_SIZES = [8, 4];
const OTHER_SIZES = [2, 1];
/** Old × new tokens up to which words are aligned at once. */
const MOST_CELLS = 60_000;
/** Insertions and deletions up to which Myers' algorithm looks for what no unique token shows. */
const MOST_EDITS = 500;
/** Fewer tokens in a row that are only found to be common say nothing. */
const LEAST_COMMON = 3;

/** How many steps of alignment a comparison may still take: it bounds the cost whatever the texts are. */
export interface Budget {
  /** Of `alignWords`. */
  cells: number;
  /** Of Myers' algorithm, which takes about the square of the edits that it finds. */
  edits: number;
}

/** Links what the two parts share for certain: their ends, and runs with several tokens that are unique together. */
export function* linkSureRuns(draft: Draft, part: Hunk, region: number): Steps<void> {
  for (const gap of gapsOf(draft, part, region)) linkEnds(draft, gap);
  for (const size of SURE_SIZES) {
    for (const gap of gapsOf(draft, part, region)) yield* linkUnique(draft, gap, size);
    yield;
  }
}

/** Links what corresponds in the gaps that are left. */
export function* linkRest(draft: Draft, part: Hunk, region: number, budget: Budget): Steps<void> {
  for (const size of OTHER_SIZES) {
    for (const gap of gapsOf(draft, part, region))
      if (cellsOf(gap) > MOST_CELLS) yield* linkUnique(draft, gap, size);
  }
  for (const gap of gapsOf(draft, part, region)) {
    if (cellsOf(gap) <= MOST_CELLS) continue;
    linkCommon(draft, gap, budget);
    yield;
  }
  for (const gap of gapsOf(draft, part, region)) {
    const cells = cellsOf(gap);
    if (cells === 0 || cells > Math.min(MOST_CELLS, budget.cells)) continue;
    budget.cells -= cells;
    alignWords(draft, gap.old, gap.now);
    yield;
  }
  yield* joinPieces(draft, part, region);
}

function cellsOf({ old, now }: Search): number {
  return old.length * now.length;
}

function* linkUnique(draft: Draft, gap: Search, size: number): Steps<void> {
  if (gap.old.length < size || gap.now.length < size) return;
  const runs = yield* uniqueRuns(draft, gap, size);
  for (const run of yield* heaviestChain(runs)) draft.linkRun(run);
}

/** Links the runs of a shortest edit, where it is short: for texts in which hardly a token is unique, such as tables. */
function linkCommon(draft: Draft, { old, now }: Search, budget: Budget): void {
  const most = Math.min(MOST_EDITS, Math.floor(Math.sqrt(budget.edits)));
  if (most < 1 || Math.abs(old.length - now.length) > most) return;

  const keys = (tokens: Int32Array, of: Uint32Array) => Array.from(tokens, (token) => of[token] ?? 0);
  const changes = diffArrays(keys(old, draft.old.keys), keys(now, draft.now.keys), {
    maxEditLength: most,
  });
  budget.edits -= most * most;
  let [o, n] = [0, 0];
  for (const { added, removed, value } of changes ?? []) {
    const length = value.length;
    if (!added && !removed && length >= LEAST_COMMON) {
      for (let at = 0; at < length; at++) draft.link(old[o + at] ?? 0, now[n + at] ?? 0);
    }
    if (!added) o += length;
    if (!removed) n += length;
  }
}
