import type { Steps } from '../../steps.ts';
import type { Draft, Run } from './draft.ts';
import { isPause } from './pauses.ts';

/** Where in two texts common runs are looked for: ascending numbers of tokens. */
export interface Search {
  readonly old: Int32Array;
  readonly now: Int32Array;
}

/** What a gram of tokens was seen as: its first place in each list, and whether it is still the only one. */
interface Seen {
  o: number;
  n: number;
  timesOld: number;
  timesNow: number;
}

/**
 * The runs of tokens that both lists share and that hold a gram of `size` tokens that stands only once in each list,
 * as long as they go on. After Bram Cohen's patience diff, which takes lines that are unique: what stands once in
 * either text is hardly the same by chance. Costs one look at every token.
 */
export function* uniqueRuns(draft: Draft, { old, now }: Search, size: number): Steps<Run[]> {
  const seen = new Map<number, Seen>();
  yield* eachGram(draft.old.keys, old, size, (gram, at) => {
    const known = seen.get(gram);
    if (known) known.timesOld++;
    else seen.set(gram, { o: at, n: -1, timesOld: 1, timesNow: 0 });
  });
  yield* eachGram(draft.now.keys, now, size, (gram, at) => {
    const known = seen.get(gram);
    if (!known) return;
    known.timesNow++;
    known.n = at;
  });
  const runs: Run[] = [];
  let last: Run | undefined;
  let grams = 0;
  // Maps keep the order of insertion: by old place.
  for (const { o, n, timesOld, timesNow } of seen.values()) {
    if (isPause(++grams)) yield;
    if (timesOld !== 1 || timesNow !== 1) continue;
    const [oldToken, newToken] = [old[o] ?? 0, now[n] ?? 0];
    if (last && oldToken - last.o === newToken - last.n && oldToken < last.o + last.length) continue;
    last = extended(draft, { old, now }, o, n);
    // Two different grams may have the same hash.
    if (last.length >= size) runs.push(last);
    else last = undefined;
  }
  return runs;
}

/** Calls with the hash of every gram whose tokens stand side by side, and the place in the list of its first token. */
function* eachGram(
  keys: Uint32Array,
  list: Int32Array,
  size: number,
  visit: (gram: number, at: number) => void,
): Steps<void> {
  for (let at = 0; at + size <= list.length; at++) {
    if (isPause(at + 1)) yield;
    const first = list[at] ?? 0;
    if ((list[at + size - 1] ?? 0) - first !== size - 1) continue;
    let hash = 0;
    let high = 0;
    for (let next = 0; next < size; next++) {
      const key = keys[first + next] ?? 0;
      hash = Math.imul(hash ^ key, 0x9e3779b1);
      hash ^= hash >>> 15;
      high = Math.imul(high + key, 0x85ebca6b) ^ (high >>> 13);
    }
    // 53 bits: safe as a number, and wide enough that different grams hardly meet.
    visit((hash >>> 0) * 0x200000 + (high >>> 11), at);
  }
}

/** The run through a pair of places in the lists, as far as it goes on both sides. */
function extended(draft: Draft, { old, now }: Search, o: number, n: number): Run {
  const same = (a: number, b: number) => draft.same(old[a] ?? 0, now[b] ?? 0);
  const beside = (list: Int32Array, at: number) => (list[at] ?? 0) - (list[at - 1] ?? 0) === 1;
  let start = 0;
  while (
    o - start > 0 &&
    n - start > 0 &&
    beside(old, o - start) &&
    beside(now, n - start) &&
    same(o - start - 1, n - start - 1)
  ) {
    start++;
  }
  if (!same(o, n)) return { o: old[o] ?? 0, n: now[n] ?? 0, length: 0 };
  let end = 1;
  while (
    o + end < old.length &&
    n + end < now.length &&
    beside(old, o + end) &&
    beside(now, n + end) &&
    same(o + end, n + end)
  ) {
    end++;
  }
  return { o: (old[o] ?? 0) - start, n: (now[n] ?? 0) - start, length: start + end };
}
