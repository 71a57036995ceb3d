import { type Draft, LINK } from './draft.ts';
import { startsSentence } from './gaps.ts';
import { ComparedWord, wordSimilarity } from './wordSimilarity.ts';

/** Words less alike than this are different words. */
const LEAST_SIMILARITY = 0.6;
/** What a similarity is counted from. */
const NO_SIMILARITY = 0.35;
/** What a word that was split or fused is worth, beside the same word. */
const JOINED = 0.95;
/** What it is worth beside that both end a sentence. */
const SENTENCE_END = 0.5;
/** Tokens that one word was split into, at most: a word of single letters is the longest. */
const MOST_JOINED = 24;

/** Old and new tokens that may correspond: places in the two lists, ends exclusive. */
export interface WordPair {
  readonly i: number;
  readonly j: number;
  readonly iEnd: number;
  readonly jEnd: number;
  /** What it is worth to link them. */
  readonly score: number;
  /** `LINK` */
  readonly kind: number;
  readonly likeness: number;
}

/** All pairs of two lists of tokens that may correspond, ascending by `i`, then `j`. */
export function wordPairs(draft: Draft, old: Int32Array, now: Int32Array): WordPair[] {
  const pairs: WordPair[] = [];
  const names = (keys: Uint32Array, list: Int32Array) =>
    Array.from(list, (token) => draft.tokenizer.name(keys[token]));
  const oldNames = names(draft.old.keys, old);
  const newNames = names(draft.now.keys, now);
  const newWords = newNames.map((name) => new ComparedWord(name));
  for (let i = 0; i < old.length; i++) {
    const o = old[i] ?? 0;
    const a = oldNames[i] ?? '';
    const word = new ComparedWord(a);
    for (let j = 0; j < now.length; j++) {
      const n = now[j] ?? 0;
      const weight = Math.min(draft.old.weights[o] ?? 0, draft.now.weights[n] ?? 0);
      if (draft.same(o, n)) {
        const isEnd = startsSentence(draft.old.breaks, o + 1) && startsSentence(draft.now.breaks, n + 1);
        const score = weight + (isEnd ? SENTENCE_END : 0);
        pairs.push({ i, j, iEnd: i + 1, jEnd: j + 1, score, kind: LINK.equal, likeness: 1 });
        continue;
      }
      const b = newNames[j] ?? '';
      const group = joined(oldNames, newNames, i, j);
      if (group && isTogether(old, i, group.iEnd) && isTogether(now, j, group.jEnd)) {
        const worth = Math.min(
          worthOf(draft.old.weights, old, i, group.iEnd),
          worthOf(draft.now.weights, now, j, group.jEnd),
        );
        pairs.push({ i, j, ...group, score: JOINED * worth, kind: LINK.joined, likeness: 1 });
      }
      const other = newWords[j];
      if (a.length < 2 || b.length < 2 || !other) continue;
      const similarity = wordSimilarity(word, other);
      if (similarity < LEAST_SIMILARITY) continue;
      const score = (weight * (similarity - NO_SIMILARITY)) / (1 - NO_SIMILARITY);
      pairs.push({ i, j, iEnd: i + 1, jEnd: j + 1, score, kind: LINK.similar, likeness: similarity });
    }
  }
  return pairs;
}

/** The shortest groups of tokens from two places on that make up the same letters; undefined where there are none. */
function joined(
  old: readonly string[],
  now: readonly string[],
  i: number,
  j: number,
): { iEnd: number; jEnd: number } | undefined {
  let [iEnd, jEnd] = [i + 1, j + 1];
  let a = old[i] ?? '';
  let b = now[j] ?? '';
  while (a.length !== b.length) {
    if (a.length < b.length) {
      if (!b.startsWith(a) || iEnd === old.length || iEnd - i === MOST_JOINED) return undefined;
      a += old[iEnd++];
    } else {
      if (!a.startsWith(b) || jEnd === now.length || jEnd - j === MOST_JOINED) return undefined;
      b += now[jEnd++];
    }
  }
  return a === b ? { iEnd, jEnd } : undefined;
}

/** True where the tokens of a part of a list stand side by side in their text. */
function isTogether(list: Int32Array, start: number, end: number): boolean {
  return (list[end - 1] ?? 0) - (list[start] ?? 0) === end - 1 - start;
}

function worthOf(weights: Float32Array, list: Int32Array, start: number, end: number): number {
  let worth = 0;
  for (let at = start; at < end; at++) worth += weights[list[at] ?? 0] ?? 0;
  return worth;
}
