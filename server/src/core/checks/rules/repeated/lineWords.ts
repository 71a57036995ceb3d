import type { Paragraph } from '../../../text/paragraph.ts';

/** The words of a line, as far as lines are compared by them. Marks and letter case do not count. */
export interface LineWords {
  readonly count: number;
  /** A hash of 32 bits of all words. */
  readonly hash: number;
  /** The least and the greatest hash of the runs of five words: lines that are much alike have one in common. */
  readonly least: number;
  readonly greatest: number;
  /** True for a line of a script without blanks that is long enough to be told from a name. */
  readonly unspaced: boolean;
  /** The sentence ends, or what is quoted does. */
  readonly end: 'stop' | 'quote' | 'none';
}

/** No more words of a line are compared in runs. */
const MOST_WORDS = 400;
/** In scripts without blanks between words. */
const FEWEST_LETTERS = 16;
const STOPS = '.!?…';
const QUOTES = '"”’»';
const PRIME = 0x01000193;
const OFFSET = 0x811c9dc5;

/** The words of a line; kept with it. */
export function lineWords(paragraph: Paragraph): LineWords {
  return paragraph.memo('repeated/line words', () => {
    const { tokens, text } = paragraph;
    let hash = OFFSET;
    let least = 0xffffffff;
    let greatest = 0;
    let count = 0;
    let first = 0;
    let last = 0;
    // The four words before.
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (const token of tokens) {
      if (token.kind === 'mark') continue;
      if (count === 0) first = token.start;
      last = token.end;
      const word = hashOf(token.text);
      hash = Math.imul(hash, PRIME) ^ word;
      if (++count >= 5 && count <= MOST_WORDS) {
        const run = runHash(a, b, c, d, word);
        if (run < least) least = run;
        if (run > greatest) greatest = run;
      }
      a = b;
      b = c;
      c = d;
      d = word;
    }
    const mark = text.charAt(text.length - 1);
    return {
      count,
      hash: hash >>> 0,
      least,
      greatest,
      unspaced: count > 0 && last - first >= FEWEST_LETTERS * count,
      end: STOPS.includes(mark) ? 'stop' : QUOTES.includes(mark) ? 'quote' : 'none',
    };
  });
}

/** The hashes of the runs of five words of a line, each once; computed where lines are compared. */
export function runsOf(paragraph: Paragraph): ReadonlySet<number> {
  return paragraph.memo('repeated/line runs', () => {
    const words: number[] = [];
    for (const { kind, text } of paragraph.tokens) {
      if (kind !== 'mark') words.push(hashOf(text));
      if (words.length === MOST_WORDS) break;
    }
    const runs = new Set<number>();
    for (let i = 4; i < words.length; i++)
      runs.add(
        runHash(words[i - 4] ?? 0, words[i - 3] ?? 0, words[i - 2] ?? 0, words[i - 1] ?? 0, words[i] ?? 0),
      );
    return runs;
  });
}

/** A hash whose order is that of chance: the last steps mix all bits of the words. */
function runHash(a: number, b: number, c: number, d: number, e: number): number {
  let hash = Math.imul(a, PRIME) ^ b;
  hash = Math.imul(hash, PRIME) ^ c;
  hash = Math.imul(hash, PRIME) ^ d;
  hash = Math.imul(hash, PRIME) ^ e;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** FNV-1a over UTF-16 units, in lower case. */
function hashOf(word: string): number {
  let hash = OFFSET;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code >= 0x80) return hashOfLower(word.toLowerCase());
    hash = Math.imul(hash ^ (code >= 0x41 && code <= 0x5a ? code | 0x20 : code), PRIME);
  }
  return hash;
}

function hashOfLower(word: string): number {
  let hash = OFFSET;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME);
  return hash;
}

/** The words in lower case between blanks: what lines are compared by whose hashes are equal. */
export function lineKey(paragraph: Paragraph): string {
  return paragraph.memo('repeated/line key', () => {
    const words = paragraph.tokens.filter((token) => token.kind !== 'mark');
    return words.map((word) => word.text.toLowerCase()).join(' ');
  });
}
