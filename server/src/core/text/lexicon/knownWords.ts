import type { CorpusKnowledge } from '../../checks/corpusKnowledge.ts';
import type { Commonness, LanguageWords, Lexicon } from './lexicon.ts';
import type { Neighbour } from './neighbours.ts';
import { WordBook } from './wordBook.ts';

/**
 * A word that stands in so many articles of the corpus is a word there. Two articles may copy one slip from the same
 * agency text; the third source is taken for a witness.
 */
export const ARTICLES_THAT_TEACH = 3;

/** What is known besides the lists. */
export interface Learned {
  readonly corpus: CorpusKnowledge;
  /** True for words of the project's dictionary and names of its entities; a word comes in lower case and NFC. */
  accepts(word: string): boolean;
  /** Another one whenever `accepts` may answer otherwise. */
  readonly key: string;
}

/**
 * The lists with what was learned: words of the project, and words that stand in three or more articles of the corpus,
 * are known and rare (1). A language without a list stays without words: what a corpus teaches of it is no whole.
 */
export function withLearned(lists: Lexicon, learned: Learned): Lexicon {
  const composed = new Map<string, LanguageWords | undefined>();
  const books = new Map<string, WordBook>();
  const key = `${lists.key}/${learned.key}/${learned.corpus.key}`;
  return {
    key,
    book(language) {
      const kept = books.get(language);
      if (kept !== undefined) return kept;
      const made = new WordBook(language, key);
      books.set(language, made);
      return made;
    },
    of(language) {
      if (composed.has(language)) return composed.get(language);
      const words = lists.of(language);
      const own = words && new LearnedWords(language, words, learned);
      composed.set(language, own);
      return own;
    },
  };
}

class LearnedWords implements LanguageWords {
  readonly thorough: boolean;
  private readonly language: string;
  private readonly words: LanguageWords;
  private readonly learned: Learned;

  constructor(language: string, words: LanguageWords, learned: Learned) {
    this.language = language;
    this.words = words;
    this.learned = learned;
    this.thorough = words.thorough === true;
  }

  commonness(word: string): Commonness {
    const known = this.words.commonness(word);
    if (known > 0) return known;
    const { corpus } = this.learned;
    const isLearned =
      this.learned.accepts(word) ||
      (corpus.articles >= ARTICLES_THAT_TEACH &&
        corpus.articlesWithWord(this.language, word) >= ARTICLES_THAT_TEACH);
    return isLearned ? 1 : 0;
  }

  listed(word: string): Commonness {
    return this.words.listed?.(word) ?? 0;
  }

  neighbours(word: string, least: Commonness): readonly Neighbour[] {
    return this.words.neighbours?.(word, least) ?? [];
  }

  shuffled(word: string): 0 | 1 | 2 {
    return this.words.shuffled?.(word) ?? 0;
  }

  letterBits(word: string): number | undefined {
    return this.words.letterBits?.(word);
  }
}
