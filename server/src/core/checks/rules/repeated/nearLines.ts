import type { PlacedParagraph } from '../../../text/paragraph.ts';
import { type LineWords, runsOf } from './lineWords.ts';

/** Fewer words give too few runs of five: without its last word a line would share less than nine of ten. */
export const FEWEST_WORDS_TO_COMPARE = 14;
/** Lines that share a hash and are compared: more of them are a form that is filled in. */
const MOST_CANDIDATES = 3;

/** The share of elements that two sets have in common, of all that either has: 0 to 1. */
export function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let common = 0;
  for (const element of a) if (b.has(element)) common++;
  return common / (a.size + b.size - common);
}

interface Near {
  readonly line: PlacedParagraph;
  readonly similarity: number;
}

/**
 * Finds the line that nearly is another one. The least of a set's hashes is the same in two sets with the chance of
 * their similarity (MinHash), and so is the greatest: of pairs that share nine of ten runs of words, one in a hundred
 * is missed, and nothing but candidates is compared, so that the work grows with the text alone.
 */
export class NearLines {
  private readonly least: number;
  private readonly known = new Map<number, PlacedParagraph | PlacedParagraph[]>();

  /** `least`: the Jaccard similarity from which lines are near, 0 to 1. */
  constructor(least: number) {
    this.least = least;
  }

  /** The first line given before that is near; the line is then known itself, if it has enough words. */
  find(line: PlacedParagraph, words: LineWords): Near | undefined {
    if (words.count < FEWEST_WORDS_TO_COMPARE) return undefined;
    return this.among(words.least, line) ?? this.among(words.greatest, line);
  }

  private among(hash: number, line: PlacedParagraph): Near | undefined {
    const known = this.known.get(hash);
    if (known === undefined) {
      this.known.set(hash, line);
      return undefined;
    }
    const candidates = Array.isArray(known) ? known : [known];
    for (const candidate of candidates) {
      const similarity = jaccard(runsOf(candidate.paragraph), runsOf(line.paragraph));
      if (similarity >= this.least) return { line: candidate, similarity };
    }
    if (candidates.length < MOST_CANDIDATES) this.known.set(hash, [...candidates, line]);
    return undefined;
  }
}
