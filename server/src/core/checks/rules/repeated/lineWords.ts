import type { Paragraph } from '../../../text/paragraph.ts';

/**
 * The words of a line, as far as lines are compared by them. Marks and letter case do not count. Hashes are signed, as
 * engines keep such numbers, and look them up, without an object for each.
 */
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
/** So many other lines a line is compared with at a time: three that share its least hash, three its greatest. */
const MOST_REMEMBERED = 6;
/** In scripts without blanks between words. */
const FEWEST_LETTERS = 16;
const STOPS = '.!?…';
const QUOTES = '"”’»';
const PRIME = 0x01000193;
const OFFSET = 0x811c9dc5;

/** A line to be compared with others; it remembers how much it has in common with the last few of them. */
export class ComparedLine {
  readonly paragraph: Paragraph;
  readonly words: LineWords;
  private knownKey: string | undefined;
  private knownRuns: ReadonlySet<number> | undefined;
  // The runs of the others, not the lines: what is deleted from an article must not be kept by what stays.
  private readonly others: ReadonlySet<number>[] = [];
  private readonly similarities: number[] = [];

  constructor(paragraph: Paragraph) {
    this.paragraph = paragraph;
    this.words = wordsOf(paragraph);
  }

  /** The words in lower case between blanks: what lines are compared by whose hashes are equal. */
  get key(): string {
    this.knownKey ??= keyOf(this.paragraph);
    return this.knownKey;
  }

  /** The hashes of the runs of five words, each once. */
  get runs(): ReadonlySet<number> {
    this.knownRuns ??= runsOf(this.paragraph);
    return this.knownRuns;
  }

  /** The share of runs of five words that two lines have in common, of all that either has: 0 to 1. */
  similarityTo({ runs }: ComparedLine): number {
    const { others, similarities } = this;
    const known = similarities[others.indexOf(runs)];
    if (known !== undefined) return known;
    const similarity = jaccard(this.runs, runs);
    if (others.length === MOST_REMEMBERED) {
      others.shift();
      similarities.shift();
    }
    others.push(runs);
    similarities.push(similarity);
    return similarity;
  }
}

/** A line with its words; kept with the paragraph. */
export function comparedLine(paragraph: Paragraph): ComparedLine {
  return paragraph.memo('repeated/line', () => new ComparedLine(paragraph));
}

function wordsOf({ tokens, text }: Paragraph): LineWords {
  let hash = OFFSET;
  let least = 0x7fffffff;
  let greatest = -0x80000000;
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
    hash,
    least,
    greatest,
    unspaced: count > 0 && last - first >= FEWEST_LETTERS * count,
    end: STOPS.includes(mark) ? 'stop' : QUOTES.includes(mark) ? 'quote' : 'none',
  };
}

function runsOf({ tokens }: Paragraph): ReadonlySet<number> {
  const words: number[] = [];
  for (const { kind, text } of tokens) {
    if (kind !== 'mark') words.push(hashOf(text));
    if (words.length === MOST_WORDS) break;
  }
  const runs = new Set<number>();
  for (let i = 4; i < words.length; i++)
    runs.add(
      runHash(words[i - 4] ?? 0, words[i - 3] ?? 0, words[i - 2] ?? 0, words[i - 1] ?? 0, words[i] ?? 0),
    );
  return runs;
}

/** The share of elements that two sets have in common, of all that either has: 0 to 1. */
export function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let common = 0;
  for (const element of a) if (b.has(element)) common++;
  return common / (a.size + b.size - common);
}

/** A hash whose order is that of chance: the last steps mix all bits of the words. */
function runHash(a: number, b: number, c: number, d: number, e: number): number {
  let hash = Math.imul(a, PRIME) ^ b;
  hash = Math.imul(hash, PRIME) ^ c;
  hash = Math.imul(hash, PRIME) ^ d;
  hash = Math.imul(hash, PRIME) ^ e;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  // The order of unsigned numbers, in signed ones.
  return hash ^ (hash >>> 13) ^ 0x80000000;
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

function keyOf({ tokens }: Paragraph): string {
  const words = tokens.filter((token) => token.kind !== 'mark');
  return words.map((word) => word.text.toLowerCase()).join(' ');
}
