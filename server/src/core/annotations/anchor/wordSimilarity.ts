/** Longer words are compared by their first and last characters only. */
const LONGEST = 40;
/** What words of the same letters in other cases share. */
const OTHER_CASE = 0.95;

/**
 * How far two different words are the same one spelt otherwise, from 0 to 1: twice the letters that they share in
 * order over all their letters (Dice's coefficient of the longest common subsequence), letters of the other case
 * counting nearly as much.
 */
export function wordSimilarity(a: string, b: string): number {
  const [shorter, longer] = a.length <= b.length ? [a.length, b.length] : [b.length, a.length];
  // No pair of these lengths can share enough.
  if (shorter === 0 || 3 * shorter < longer) return 0;
  if (longer > LONGEST) return longWords(a, b);
  if ((a.charCodeAt(0) | 32) !== (b.charCodeAt(0) | 32) && !shareLetters(a, b)) return 0;
  const exact = commonLength(a, b);
  const folded = commonLength(a.toLowerCase(), b.toLowerCase());
  return (2 * (exact + (folded - exact) * OTHER_CASE)) / (a.length + b.length);
}

/** True where at least half of the shorter word's letters could be found in the other: a cheap bound. */
function shareLetters(a: string, b: string): boolean {
  let [inA, inB] = [0, 0];
  for (let at = 0; at < a.length; at++) inA |= 1 << (a.charCodeAt(at) & 31);
  for (let at = 0; at < b.length; at++) inB |= 1 << (b.charCodeAt(at) & 31);
  return 2 * bits(inA & inB) >= Math.min(bits(inA), bits(inB));
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function commonLength(a: string, b: string): number {
  const row = new Uint8Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    const unit = a.charCodeAt(i);
    let diagonal = 0;
    for (let j = 0; j < b.length; j++) {
      const above = row[j + 1] ?? 0;
      if (unit === b.charCodeAt(j)) row[j + 1] = diagonal + 1;
      else row[j + 1] = Math.max(above, row[j] ?? 0);
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}

function longWords(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start++;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return (2 * (start + end)) / (a.length + b.length);
}
