import { type Draft, LINK } from './draft.ts';
import { startsSentence } from './gaps.ts';
import type { Tokens } from './tokens.ts';

/** A sentence that weighs less may stand anywhere by chance. */
const LEAST_WEIGHT = 4;

interface Sentence {
  readonly start: number;
  readonly end: number;
  /** Equal for sentences of the same tokens. */
  readonly content: string;
}

/**
 * Marks the old tokens of sentences that were changed in their place while the very sentence stands elsewhere, where
 * it was not before: two sentences that are nearly the same may have changed places.
 */
export function standsElsewhere(draft: Draft): Uint8Array {
  const doubted = new Uint8Array(draft.old.count);
  const before = sentencesOf(draft.old);
  const unclaimed = new Map<string, number>();
  for (const { content } of sentencesOf(draft.now)) unclaimed.set(content, (unclaimed.get(content) ?? 0) + 1);
  const changed: Sentence[] = [];
  for (const sentence of before) {
    if (isWhole(draft, sentence)) {
      unclaimed.set(sentence.content, (unclaimed.get(sentence.content) ?? 0) - 1);
    } else {
      changed.push(sentence);
    }
  }
  for (const { start, end, content } of changed)
    if ((unclaimed.get(content) ?? 0) > 0) doubted.fill(1, start, end);
  return doubted;
}

/** True where a sentence is the same sentence still. */
function isWhole({ to, kind, now }: Draft, { start, end }: Sentence): boolean {
  const n = to[start] ?? -1;
  if (n < 0 || !startsSentence(now.breaks, n) || !startsSentence(now.breaks, n + end - start)) return false;
  for (let o = start; o < end; o++) if (to[o] !== n + o - start || kind[o] !== LINK.equal) return false;
  return true;
}

function sentencesOf({ count, keys, weights, breaks }: Tokens): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let weight = 0;
  for (let at = 0; at < count; at++) {
    weight += weights[at] ?? 0;
    if (!startsSentence(breaks, at + 1)) continue;
    if (weight >= LEAST_WEIGHT)
      sentences.push({ start, end: at + 1, content: keys.subarray(start, at + 1).join() });
    start = at + 1;
    weight = 0;
  }
  return sentences;
}
