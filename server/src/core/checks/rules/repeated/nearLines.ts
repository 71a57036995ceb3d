import type { Paragraph } from '../../../text/paragraph.ts';

/** Words of one shingle. */
const SHINGLE = 5;
/** Fewer words give too few shingles to compare. */
const FEWEST_WORDS = 12;
/** No more words of a line are compared: its head shows what it is. */
const MOST_WORDS = 400;
/** Lines that share a shingle and are compared: more of them are a form that is filled in. */
const MOST_CANDIDATES = 3;

/** What a line is compared by: the hashes of its runs of five words, ascending, each once. */
export type Shingles = readonly number[];

/**
 * The shingles of a line, the marks and the letter case of ASCII aside; undefined for one of fewer than twelve words.
 * Hashes of 32 bits: two different runs share one in a line of a thousand with a chance of one in four million.
 */
export function shinglesOf(paragraph: Paragraph): Shingles | undefined {
  return paragraph.memo('repeated/line shingles', () => {
    const words: number[] = [];
    for (const { kind, text } of paragraph.tokens) {
      if (kind === 'mark') continue;
      words.push(hashOf(text));
      if (words.length === MOST_WORDS) break;
    }
    if (words.length < FEWEST_WORDS) return undefined;
    const hashes = new Set<number>();
    for (let i = 0; i + SHINGLE <= words.length; i++) {
      let hash = 0;
      for (let k = i; k < i + SHINGLE; k++) hash = (Math.imul(hash, 0x01000193) ^ (words[k] ?? 0)) >>> 0;
      hashes.add(hash);
    }
    return [...hashes].sort((a, b) => a - b);
  });
}

/** FNV-1a over UTF-16 units, ASCII capitals as small letters. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    hash = Math.imul(hash ^ (code >= 0x41 && code <= 0x5a ? code | 0x20 : code), 0x01000193);
  }
  return hash >>> 0;
}

/** The share of shingles that two lines have in common, of all that either has: 0 to 1. */
export function jaccard(a: Shingles, b: Shingles): number {
  let common = 0;
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    const x = a[i] ?? 0;
    const y = b[k] ?? 0;
    if (x === y) common++;
    if (x <= y) i++;
    if (y <= x) k++;
  }
  return common / (a.length + b.length - common);
}

/**
 * Finds the line that nearly is another one. Two lines that share a part `least` of their shingles share one of the
 * smallest of them (prefix filtering): only those are looked up, so that the work grows with the text alone.
 */
export class NearLines<T> {
  private readonly least: number;
  private readonly known = new Map<number, { readonly shingles: Shingles; readonly line: T }[]>();

  /** `least`: the Jaccard similarity from which lines are near, 0 to 1. */
  constructor(least: number) {
    this.least = least;
  }

  /** The first line given before that is near, with its similarity; the line is then known itself. */
  find(shingles: Shingles, line: T): { readonly line: T; readonly similarity: number } | undefined {
    const prefix = shingles.length - Math.ceil(this.least * shingles.length) + 1;
    let found: { readonly line: T; readonly similarity: number } | undefined;
    for (let i = 0; i < prefix; i++) {
      const hash = shingles[i] ?? 0;
      const candidates = this.known.get(hash);
      if (candidates === undefined) {
        this.known.set(hash, [{ shingles, line }]);
        continue;
      }
      for (const candidate of candidates) {
        if (found !== undefined) break;
        const similarity = jaccard(candidate.shingles, shingles);
        if (similarity >= this.least) found = { line: candidate.line, similarity };
      }
      if (candidates.length < MOST_CANDIDATES) candidates.push({ shingles, line });
    }
    return found;
  }
}
