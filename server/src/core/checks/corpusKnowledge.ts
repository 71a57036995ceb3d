/**
 * What the articles of a corpus teach about one of them, itself included, as they are saved. Counts are of articles, not
 * of occurrences, go up to 255 for words and 65,535 for lines, and take copies of one text (the same two longest lines)
 * for one article.
 */
export interface CorpusKnowledge {
  /**
   * Another one whenever an answer may be another one: what was found with it is kept under it. It stays while a pass
   * over the corpus runs and changes when that ends, or when a single file was written.
   */
  readonly key: string;
  /** How many articles of the corpus have been read; 0 until all have been. */
  readonly articles: number;
  /**
   * In how many of them a word stands, of those in that language (BCP 47 primary subtag). Any letter case and
   * normalisation form will do. Words of lines that are plainly in another language do not count, nor words of more than
   * 40 units, nor runs of letters in scripts without blanks between words. One in some 10,000 unknown words is taken for a
   * known one of a large corpus, because words are known by hashes.
   */
  articlesWithWord(language: string, word: string): number;
  /** In how many of them a line stands as a whole, its blanks and letter case aside. */
  articlesWithLine(line: string): number;
}

/** Of a corpus that nobody has read. */
export const noCorpusKnowledge: CorpusKnowledge = {
  key: '',
  articles: 0,
  articlesWithWord: () => 0,
  articlesWithLine: () => 0,
};
