/** Longer words are compared by their first and last characters only. */
const LONGEST = 40;
/** What words of the same letters in other cases share. */
const OTHER_CASE = 0.95;

/** A word with what is computed from it once for many comparisons. */
export class ComparedWord {
  readonly text: string;
  readonly lower: string;
  /** Which letters it has, by their last five bits. */
  readonly letters: number;

  constructor(text: string) {
    this.text = text;
    this.lower = text.toLowerCase();
    let letters = 0;
    for (let at = 0; at < this.lower.length; at++) letters |= 1 << (this.lower.charCodeAt(at) & 31);
    this.letters = letters;
  }
}

/**
 * How far two different words are the same one spelt otherwise, from 0 to 1: twice the letters that they share in
 * order over all their letters (Dice's coefficient of the longest common subsequence), letters of the other case
 * counting nearly as much. 0 where it is certain to be less than a half.
 */
export function wordSimilarity(a: ComparedWord, b: ComparedWord): number {
  const total = a.text.length + b.text.length;
  // No pair of these lengths, or of these letters, can share enough.
  if (4 * Math.min(a.text.length, b.text.length) < total) return 0;
  if (Math.max(a.text.length, b.text.length) > LONGEST) return longWords(a.text, b.text);
  if (2 * bits(a.letters & b.letters) < Math.min(bits(a.letters), bits(b.letters))) return 0;
  const folded = commonLength(a.lower, b.lower);
  if (4 * folded < total) return 0;
  const hasCase = a.lower !== a.text || b.lower !== b.text;
  const exact = hasCase ? commonLength(a.text, b.text) : folded;
  return (2 * (exact + (folded - exact) * OTHER_CASE)) / total;
}

function bits(set: number): number {
  let rest = set - ((set >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function commonLength(a: string, b: string): number {
  const row = new Uint8Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    const unit = a.charCodeAt(i);
    let diagonal = 0;
    let left = 0;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0;
      left = unit === b.charCodeAt(j - 1) ? diagonal + 1 : Math.max(above, left);
      row[j] = left;
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
