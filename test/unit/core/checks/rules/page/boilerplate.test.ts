import { expect, test } from 'vitest';
import { noCorpusKnowledge } from '../../../../../../server/src/core/checks/corpusKnowledge.ts';
import type { RuleContext } from '../../../../../../server/src/core/checks/rule.ts';
import { boilerplate } from '../../../../../../server/src/core/checks/rules/page/boilerplate.ts';
import { findingsOf } from '../../../../../support/examples.ts';
import { ruleContext } from '../../../../../support/ruleContext.ts';

const TEXT = `Ferry returns to the island
The ferry to the island sails again, and the whole village came to see it.
Stories from the north
The islands
It will sail twice a day, they say.`;

/** A corpus of 500 articles, so many of which have a line. */
function corpusWith(lines: Readonly<Record<string, number>>): RuleContext {
  const articlesWithLine = (line: string) => (Object.hasOwn(lines, line) ? (lines[line] ?? 0) : 0);
  return {
    ...ruleContext('en'),
    corpus: { ...noCorpusKnowledge, key: 'c', articles: 500, articlesWithLine },
  };
}

const marked = (context: RuleContext, options = {}) =>
  findingsOf(boilerplate, TEXT, context, options).map((f) => `${f.severity} ${TEXT.slice(f.start, f.end)}`);

test('a line that many articles have; a hint where it is a word or two', () => {
  expect(marked(ruleContext('en'))).toEqual([]);
  const context = corpusWith({ 'Stories from the north': 3, 'The islands': 9 });
  expect(marked(context)).toEqual(['warning Stories from the north', 'hint The islands']);
});

test('in how many articles is the project’s to say', () => {
  const context = corpusWith({ 'Stories from the north': 3, 'The islands': 9 });
  expect(marked(context, { leastArticles: 4 })).toEqual(['hint The islands']);
});

test('phrases of the project, in any letter case, at the beginning of a line', () => {
  expect(marked(ruleContext('en'), { phrases: ['STORIES from', ' '] })).toEqual([
    'warning Stories from the north',
  ]);
  expect(marked(ruleContext('en'), { phrases: ['north'] })).toEqual([]);
});

test('links with an arrow, and words of a page with a count', () => {
  const text =
    'The ferry sails again.\n» The old ferry is sold\n» Comments (12)\nTags: ferry, island\nIt is blue.';
  expect(findingsOf(boilerplate, text, ruleContext('en')).map((f) => text.slice(f.start, f.end))).toEqual([
    '» The old ferry is sold',
    '» Comments (12)',
    'Tags: ferry, island',
  ]);
});
