import { describe, expect, test } from 'vitest';
import { noCorpusKnowledge } from '../../../../../server/src/core/checks/corpusKnowledge.ts';
import { ARTICLES_THAT_TEACH, withLearned } from '../../../../../server/src/core/text/lexicon/knownWords.ts';
import type { Lexicon } from '../../../../../server/src/core/text/lexicon/lexicon.ts';

const lists: Lexicon = {
  key: 'id',
  of: (language) => (language === 'id' ? { commonness: (word) => (word === 'kata' ? 4 : 0) } : undefined),
};
const corpus = {
  ...noCorpusKnowledge,
  key: 'c1',
  articles: 50,
  articlesWithWord: (language: string, word: string) =>
    language === 'id' && word === 'judol'
      ? ARTICLES_THAT_TEACH
      : word === 'salha'
        ? ARTICLES_THAT_TEACH - 1
        : 0,
};
const lexicon = withLearned(lists, { corpus, key: 'p1', accepts: (word) => word === 'detikcom' });

describe('withLearned', () => {
  test('knows words of the lists, of three articles, and of the project', () => {
    const words = lexicon.of('id');
    expect(['kata', 'judol', 'salha', 'detikcom', 'xyz'].map((word) => words?.commonness(word))).toEqual([
      4, 1, 0, 1, 0,
    ]);
  });

  test('leaves a language without a list without words', () => {
    expect(lexicon.of('vi')).toBeUndefined();
  });

  test('has another key for other lists, corpora and projects', () => {
    expect(lexicon.key).toBe('id/p1/c1');
  });
});
