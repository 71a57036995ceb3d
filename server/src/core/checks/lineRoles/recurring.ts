import type { CorpusKnowledge } from '../corpusKnowledge.ts';
import type { LineShape } from './lineShape.ts';

/** So many articles have a line before it is taken for one of the page. */
export const LEAST_ARTICLES = 3;
/** And this share of the corpus: a large one has stories that are told again. */
const LEAST_SHARE = 0.001;
/** Agencies repeat whole sentences of background: they must come as many times more often. */
const SENTENCE_FACTOR = 5;
/** A line of so many words that ends a sentence is taken for one. */
const FEWEST_WORDS_OF_SENTENCE = 8;
/** Where more of the text recurs than this, the article itself stands in the corpus more than once. */
const MOST_OF_TEXT = 0.5;

/** True where a line stands in enough articles of a corpus to belong to their pages. */
export function recurs(
  { articles, end, words }: LineShape,
  corpus: CorpusKnowledge,
  least = LEAST_ARTICLES,
): boolean {
  if (articles < least) return false;
  const isSentence = end === 'stop' && words >= FEWEST_WORDS_OF_SENTENCE;
  return articles >= Math.max(least, LEAST_SHARE * corpus.articles) * (isSentence ? SENTENCE_FACTOR : 1);
}

/** The places of the lines that the corpus repeats; none where the article as a whole is repeated. */
export function recurring(shapes: readonly LineShape[], corpus: CorpusKnowledge): number[] {
  if (corpus.articles === 0) return [];
  let text = 0;
  let again = 0;
  for (const { end, words, articles } of shapes) {
    if (end !== 'stop' || words < FEWEST_WORDS_OF_SENTENCE) continue;
    text++;
    if (articles > 1) again++;
  }
  if (again > text * MOST_OF_TEXT) return [];
  return shapes.flatMap((shape, i) => (recurs(shape, corpus) ? [i] : []));
}
