import type { ComparedLine } from './lineWords.ts';

/** Fewer words give too few runs of five: without its last word a line would share less than nine of ten. */
export const FEWEST_WORDS_TO_COMPARE = 14;
/** Lines that share a hash and are compared: more of them are a form that is filled in. */
const MOST_CANDIDATES = 3;

interface Near {
  /** Its place among the lines. */
  readonly index: number;
  readonly similarity: number;
}

/**
 * Finds the line that nearly is another one. The least of a set's hashes is the same in two sets with the chance of
 * their similarity (MinHash), and so is the greatest: of pairs that share nine of ten runs of words, one in a hundred
 * is missed, and nothing but candidates is compared, so that the work grows with the text alone.
 */
export class NearLines {
  private readonly lines: readonly ComparedLine[];
  private readonly least: number;
  /** Places of lines by their least and greatest hashes. */
  private readonly known = new Map<number, number | number[]>();

  /** `least`: the Jaccard similarity from which lines are near, 0 to 1. */
  constructor(lines: readonly ComparedLine[], least: number) {
    this.lines = lines;
    this.least = least;
  }

  /** The first of the lines asked for before that is near; the line is then known itself, if it has enough words. */
  find(index: number): Near | undefined {
    const line = this.lines[index];
    if (line === undefined || line.words.count < FEWEST_WORDS_TO_COMPARE) return undefined;
    return this.among(line.words.least, line, index) ?? this.among(line.words.greatest, line, index);
  }

  private among(hash: number, line: ComparedLine, index: number): Near | undefined {
    const known = this.known.get(hash);
    if (known === undefined) {
      this.known.set(hash, index);
      return undefined;
    }
    const candidates = typeof known === 'number' ? [known] : known;
    for (const candidate of candidates) {
      const other = this.lines[candidate];
      const similarity = other === undefined ? 0 : line.similarityTo(other);
      if (similarity >= this.least) return { index: candidate, similarity };
    }
    if (candidates.length < MOST_CANDIDATES) this.known.set(hash, [...candidates, index]);
    return undefined;
  }
}
