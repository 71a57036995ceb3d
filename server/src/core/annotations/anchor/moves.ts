import type { Steps } from '../../steps.ts';
import type { Draft, Hunk, Run } from './draft.ts';
import { startsSentence } from './gaps.ts';
import { isPause } from './pauses.ts';
import { SIGN_WEIGHT } from './tokens.ts';
import { type Search, uniqueRuns } from './uniqueRuns.ts';

/** Tokens that must be unique together to show a move. */
const SEED = 4;
/** What a sentence weighs at least that is known by itself: three words. */
const LEAST_SENTENCE = 4;
/** Changed tokens inside a stretch that moved. */
const MOST_CHANGED = 10;
/** The part of a stretch, by weight, that must have stayed the same. */
const LEAST_SAME = 0.6;
/** So many tokens in a row have moved even where they are no whole sentence. */
const LONG_RUN = 14;
/** Signs at either end of a sentence. */
const MOST_SIGNS = 3;
/** Equal words at either end that a stretch takes from a sentence with the same first or last words. */
const MOST_CLAIMED = 6;
const MOST_REGIONS = 60_000;

/**
 * The stretches that stand elsewhere now: whole sentences or lines, mostly the same, or long runs, whose old and new
 * words both correspond to nothing in their place. Each becomes a region of its own. A copy is no move: its words are
 * free in the new text only.
 */
export function* markMoves(draft: Draft): Steps<Hunk[]> {
  const free = {
    old: freeTokens(draft.to, draft.oldRegion),
    now: freeTokens(draft.from, draft.newRegion),
  };
  if (free.old.length === 0 || free.now.length === 0) return [];
  const unique = yield* uniqueRuns(draft, free, SEED);
  const runs = [...unique, ...sentenceRuns(draft, free)]
    .filter((run) => !isInPlace(draft, run))
    .sort((a, b) => a.o - b.o || b.length - a.length);
  const moved: Hunk[] = [];
  yield;
  let groups = 0;
  for (const group of grouped(draft, runs)) {
    if (isPause(++groups)) yield;
    const stretch = stretchOf(draft, group);
    if (!stretch || moved.length >= MOST_REGIONS || !isFree(draft, stretch)) continue;
    freeLinks(draft, stretch);
    moved.push(stretch);
    draft.oldRegion.fill(moved.length, stretch.oldStart, stretch.oldEnd);
    draft.newRegion.fill(moved.length, stretch.newStart, stretch.newEnd);
  }
  return moved;
}

function freeTokens(links: Int32Array, regions: Uint16Array): Int32Array {
  const free: number[] = [];
  for (let at = 0; at < links.length; at++) if ((links[at] ?? 0) < 0 && regions[at] === 0) free.push(at);
  return Int32Array.from(free);
}

/** The whole sentences that stand once among the free tokens of either text. */
function sentenceRuns(draft: Draft, { old, now }: Search): Run[] {
  const olds = sentencesOf(draft.old.keys, draft.old.weights, draft.old.breaks, old);
  const news = sentencesOf(draft.now.keys, draft.now.weights, draft.now.breaks, now);
  const runs: Run[] = [];
  for (const [content, o] of olds) {
    const n = news.get(content);
    if (o && n) runs.push({ o: o.start, n: n.start, length: o.end - o.start });
  }
  return runs;
}

/** By their keys, the sentences all of whose tokens are in the list; undefined for what stands there twice. */
function sentencesOf(
  keys: Uint32Array,
  weights: Float32Array,
  breaks: Uint8Array,
  list: Int32Array,
): Map<string, { start: number; end: number } | undefined> {
  const sentences = new Map<string, { start: number; end: number } | undefined>();
  let first = 0;
  for (let at = 0; at < list.length; at++) {
    const token = list[at] ?? 0;
    if (at > 0 && token !== (list[at - 1] ?? 0) + 1) first = at;
    if (startsSentence(breaks, token)) first = at;
    if (!startsSentence(breaks, token + 1)) continue;
    const start = list[first] ?? 0;
    if (!startsSentence(breaks, start)) continue;
    const weight = weights.subarray(start, token + 1).reduce((sum, w) => sum + w, 0);
    if (weight < LEAST_SENTENCE) continue;
    const content = keys.subarray(start, token + 1).join();
    sentences.set(content, sentences.has(content) ? undefined : { start, end: token + 1 });
  }
  return sentences;
}

/** True where no link stands between the old and the new place: the run did not move, its surroundings changed. */
function isInPlace(draft: Draft, { o, n }: Run): boolean {
  let before = o - 1;
  while (before >= 0 && !draft.isLinked(before)) before--;
  let newBefore = n - 1;
  while (newBefore >= 0 && (draft.from[newBefore] ?? -1) < 0) newBefore--;
  return before === (newBefore < 0 ? -1 : (draft.from[newBefore] ?? -1));
}

/** Runs in order of their old places, those together that follow each other in both texts with few changes between. */
function grouped(draft: Draft, runs: readonly Run[]): Run[][] {
  const groups: Run[][] = [];
  let last: Run | undefined;
  for (const run of runs) {
    if (last && run.o + run.length <= last.o + last.length) continue;
    const group = groups.at(-1);
    if (last && group && (bridged(draft, last, run) || follows(draft, last, run))) group.push(run);
    else groups.push([run]);
    last = run;
  }
  return groups;
}

/**
 * True for two parts of one longer run, of which a few tokens were linked to the same ones in another place: these
 * links are given up.
 */
function bridged(draft: Draft, before: Run, run: Run): boolean {
  const [oldEnd, newEnd] = [before.o + before.length, before.n + before.length];
  const length = run.o - oldEnd;
  if (length <= 0 || run.n - newEnd !== length || 2 * length > before.length + run.length) return false;
  for (let at = 0; at < length; at++) {
    const isHome = draft.oldRegion[oldEnd + at] === 0 && draft.newRegion[newEnd + at] === 0;
    if (!isHome || !draft.same(oldEnd + at, newEnd + at)) return false;
  }
  freeLinks(draft, { oldStart: oldEnd, oldEnd: run.o, newStart: newEnd, newEnd: run.n });
  return true;
}

function follows(draft: Draft, before: Run, run: Run): boolean {
  const oldEnd = before.o + before.length;
  const newEnd = before.n + before.length;
  const oldGap = run.o - oldEnd;
  const newGap = run.n - newEnd;
  if (oldGap < 0 || newGap < 0 || oldGap > MOST_CHANGED || newGap > MOST_CHANGED) return false;
  return isFree(draft, { oldStart: oldEnd, oldEnd: run.o, newStart: newEnd, newEnd: run.n });
}

/** True where nothing in either part is linked or has moved already, but for what it can claim at its edges. */
function isFree(draft: Draft, part: Hunk): boolean {
  const { oldStart, oldEnd, newStart, newEnd } = part;
  const claim = claimOf(draft, part);
  const isOurs = (weights: Float32Array, token: number, start: number, end: number) => {
    if (token - start < claim.start || end - token <= claim.end) return true;
    const isOuter = token - start < MOST_SIGNS || end - token <= MOST_SIGNS;
    return isOuter && (weights[token] ?? 0) <= SIGN_WEIGHT;
  };
  for (let o = oldStart; o < oldEnd; o++) {
    const isTaken = draft.isLinked(o) && !isOurs(draft.old.weights, o, oldStart, oldEnd);
    if (isTaken || draft.oldRegion[o] !== 0) return false;
  }
  for (let n = newStart; n < newEnd; n++) {
    const isTaken = (draft.from[n] ?? -1) >= 0 && !isOurs(draft.now.weights, n, newStart, newEnd);
    if (isTaken || draft.newRegion[n] !== 0) return false;
  }
  return true;
}

/** How many equal tokens both parts start and end with: they are its own though another sentence has the same. */
function claimOf(draft: Draft, { oldStart, oldEnd, newStart, newEnd }: Hunk): { start: number; end: number } {
  const most = Math.min(MOST_CLAIMED, oldEnd - oldStart, newEnd - newStart);
  let start = 0;
  while (start < most && draft.same(oldStart + start, newStart + start)) start++;
  let end = 0;
  while (end < most && draft.same(oldEnd - 1 - end, newEnd - 1 - end)) end++;
  return { start, end };
}

/** What was linked to another sentence's full stop, or to its equal last words, goes with its own. */
function freeLinks(draft: Draft, { oldStart, oldEnd, newStart, newEnd }: Hunk): void {
  for (let o = oldStart; o < oldEnd; o++) if (draft.isLinked(o)) draft.unlink(o, draft.to[o] ?? 0);
  for (let n = newStart; n < newEnd; n++) {
    const o = draft.from[n] ?? -1;
    if (o >= 0) draft.unlink(o, n);
  }
}

/** The sentences around a group of runs if they are mostly the same; else the group itself if it is long. */
function stretchOf(draft: Draft, group: readonly Run[]): Hunk | undefined {
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last) return undefined;
  const back = chanceTokens(draft, last, last.length, -1);
  const ahead = chanceTokens(draft, first, 0, 1);
  const core = {
    oldStart: first.o + ahead,
    oldEnd: last.o + last.length - back,
    newStart: first.n + ahead,
    newEnd: last.n + last.length - back,
  };
  if (core.oldEnd <= core.oldStart) return undefined;
  const whole = {
    oldStart: sentenceStart(draft.old.breaks, core.oldStart),
    oldEnd: sentenceEnd(draft.old.breaks, core.oldEnd),
    newStart: sentenceStart(draft.now.breaks, core.newStart),
    newEnd: sentenceEnd(draft.now.breaks, core.newEnd),
  };
  const same = group.reduce((sum, run) => sum + weightOf(draft.old.weights, run.o, run.o + run.length), 0);
  const least =
    LEAST_SAME *
    Math.max(
      weightOf(draft.old.weights, whole.oldStart, whole.oldEnd),
      weightOf(draft.now.weights, whole.newStart, whole.newEnd),
    );
  if (same >= least && same >= LEAST_SENTENCE && isFree(draft, whole)) return whole;
  return group.some((run) => run.length >= LONG_RUN) ? core : undefined;
}

/**
 * How many tokens at the edge of a run belong to the next sentence in both texts: the sentences that follow a stretch
 * in its old and in its new place may begin with the same words.
 */
function chanceTokens({ old, now }: Draft, run: Run, edge: number, step: 1 | -1): number {
  const most = Math.min(MOST_CLAIMED, run.length / 3);
  for (let tokens = 0; tokens <= most; tokens++) {
    const at = edge + step * tokens;
    if (startsSentence(old.breaks, run.o + at) && startsSentence(now.breaks, run.n + at)) return tokens;
  }
  return 0;
}

/** The start of the sentence of a token; the token itself where that is far. */
function sentenceStart(breaks: Uint8Array, token: number): number {
  for (let at = token; at >= 0 && token - at <= MOST_CHANGED; at--) if (startsSentence(breaks, at)) return at;
  return token;
}

function sentenceEnd(breaks: Uint8Array, end: number): number {
  for (let at = end; at < breaks.length && at - end <= MOST_CHANGED; at++) {
    if (startsSentence(breaks, at)) return at;
  }
  return end;
}

function weightOf(weights: Float32Array, start: number, end: number): number {
  let weight = 0;
  for (let at = start; at < end; at++) weight += weights[at] ?? 0;
  return weight;
}
