import { expect, test } from 'vitest';
import { noCorpusKnowledge } from '../../../server/src/core/checks/corpusKnowledge.ts';
import { LearnedWords } from '../../../server/src/service/learnedWords.ts';
import type { LoadedProject } from '../../../server/src/service/projects.ts';

test('articles share a lexicon until something new is learned', () => {
  const lists = { key: 'id', of: () => ({ commonness: () => 0 as const }) };
  let key = 'one';
  const project = { words: () => ({ key, accepts: (word: string) => word === key }) } as LoadedProject;
  const words = new LearnedWords();
  const first = words.of(lists, noCorpusKnowledge, project);
  expect(words.of(lists, noCorpusKnowledge, project)).toBe(first);
  expect(words.of(lists, noCorpusKnowledge, { ...project } as LoadedProject)).not.toBe(first);
  expect(words.of(lists, { ...noCorpusKnowledge, key: 'more' }, project)).not.toBe(first);
  key = 'two';
  const other = words.of(lists, noCorpusKnowledge, project);
  expect(other).not.toBe(first);
  expect(other.of('id')?.commonness('two')).toBe(1);
});
