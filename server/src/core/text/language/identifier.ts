/** A sentence that is not in its article's language, and how sure each detector is. */
export interface ForeignSentence {
  /** BCP 47 primary subtag. */
  readonly language: string;
  /** Score of `language` less that of the article's by eld, 0–1; undefined where eld does not know the latter. */
  readonly eldMargin: number | undefined;
  /** The same by fastText, in nats. */
  readonly fasttextMargin: number;
}

/** Says in which language a sentence is. Languages are BCP 47 primary subtags. */
export interface SentenceIdentifier {
  /** The likeliest language of a text, with a confidence of 0–1; undefined where it holds too few letters. */
  identify(text: string): { language: string; confidence: number } | undefined;
  /** The language of a sentence that is not in the article's; undefined where it is, or where nothing can be said. */
  foreign(sentence: string, articleLanguage: string): ForeignSentence | undefined;
}
