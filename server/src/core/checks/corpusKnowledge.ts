/** What the other articles of a corpus teach about one of them. Counts are of articles, not of occurrences. */
export interface CorpusKnowledge {
  /** Another one whenever an answer may be another one: what was found with it is kept under it. */
  readonly key: string;
  /** How many articles of the corpus have been read. */
  readonly articles: number;
  /** In how many of them a word stands; it is looked up in lower case and NFC, as the caller gives it. */
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
