import { expect, test } from 'vitest';
import { createSourceArticle } from '../../../../server/src/core/checks/sourceArticle.ts';

const source = createSourceArticle(
  'The old bridge will be closed. “Thank you very much,” said Mayor Ana Lima.\nRepairs begin in May.',
  'en',
  'one',
);

test.each([
  ['The old bridge will be closed.', true],
  ['the old  bridge will be closed', true],
  ['The old bridge will be', false],
  ['Repairs begin in May!', true],
  ['…', false],
  ['', false],
])('the sentence %j', (sentence, expected) => {
  expect(source.hasSentence(sentence)).toBe(expected);
});

test.each([
  [['old', 'bridge'], true],
  [['The', 'old', 'bridge', 'will', 'be', 'closed'], true],
  [['old', 'bridge', 'will', 'be', 'opened', 'again'], false],
  [['Old', 'bridge'], false],
  [['Ana', 'Lima'], true],
  [['closed', 'Thank'], false],
  [['much', 'said'], false],
  [[], false],
])('the words %j', (words, expected) => {
  expect(source.hasPhrase(words)).toBe(expected);
});
