import type { Commonness } from '../../../../text/lexicon/lexicon.ts';

/** How a language's words are told from two that lost the space between them. */
export interface Fusion {
  /**
   * How much a part of an unknown word speaks for a lost space, by its place in the word and how common it is (1 to
   * 5): 0 and less nothing; `GRAMMAR` for a word of which no compound is made.
   */
  strength(part: string, commonness: Commonness, isFirst: boolean): number;
  /** Shorter words are not looked at. */
  readonly shortest: number;
}

/** The strength of a word of grammar; it and any other part but a piece are enough. */
export const GRAMMAR = 2;
/** So much two parts need together; three of them half as much again. */
export const ENOUGH = 2.5;
