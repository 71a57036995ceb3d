import { type Draft, LINK } from './draft.ts';
import { startsSentence } from './gaps.ts';
import type { Tokens } from './tokens.ts';

/** A sentence that weighs less may stand anywhere by chance. */
const LEAST_WEIGHT = 4;

/** Sentences with the same beginning that are looked at. */
const MOST_PLACES = 8;
/** Tokens of a beginning. */
const BEGINNING = 4;

interface Sentence {
  readonly start: number;
  readonly end: number;
}

/**
 * Marks the old tokens of sentences that were changed in their place while the very sentence stands elsewhere, where
 * it was not before: two sentences that are nearly the same may have changed places.
 */
export function standsElsewhere(draft: Draft): Uint8Array {
  const { old, now, to } = draft;
  const doubted = new Uint8Array(old.count);
  const places = new Map<string, number[]>();
  for (const { start } of sentencesOf(now)) {
    const beginning = beginningOf(now, start);
    const list = places.get(beginning);
    if (!list) places.set(beginning, [start]);
    else if (list.length < MOST_PLACES) list.push(start);
  }
  const claimed = new Set<number>();
  const changed: Sentence[] = [];
  for (const sentence of sentencesOf(old)) {
    if (isWhole(draft, sentence)) claimed.add(to[sentence.start] ?? 0);
    else changed.push(sentence);
  }
  for (const { start, end } of changed) {
    const isElsewhere = (n: number) => {
      if (claimed.has(n) || n === to[start]) return false;
      for (let o = start; o < end; o++) if (!draft.same(o, n + o - start)) return false;
      return true;
    };
    if (places.get(beginningOf(old, start))?.some(isElsewhere)) doubted.fill(1, start, end);
  }
  return doubted;
}

function beginningOf({ keys }: Tokens, start: number): string {
  return keys.subarray(start, start + BEGINNING).join();
}

/** True where a sentence is the same still: it is one, or goes on as it did (it may be a line of a wrapped one). */
function isWhole({ to, kind, now }: Draft, { start, end }: Sentence): boolean {
  const n = to[start] ?? -1;
  const newEnd = n + end - start;
  if (n < 0) return false;
  if (!startsSentence(now.breaks, n) && to[start - 1] !== n - 1) return false;
  if (!startsSentence(now.breaks, newEnd) && to[end] !== newEnd) return false;
  for (let o = start; o < end; o++) if (to[o] !== n + o - start || kind[o] !== LINK.equal) return false;
  return true;
}

function sentencesOf({ count, weights, breaks }: Tokens): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let weight = 0;
  for (let at = 0; at < count; at++) {
    weight += weights[at] ?? 0;
    if (!startsSentence(breaks, at + 1)) continue;
    if (weight >= LEAST_WEIGHT) sentences.push({ start, end: at + 1 });
    start = at + 1;
    weight = 0;
  }
  return sentences;
}
