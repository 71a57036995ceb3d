import { expect, test } from 'vitest';
import type { RuleContext } from '../../../../../../server/src/core/checks/rule.ts';
import { lowerStart } from '../../../../../../server/src/core/checks/rules/fragment/lowerStart.ts';
import { truncated } from '../../../../../../server/src/core/checks/rules/fragment/truncated.ts';
import { findingsOf } from '../../../../../support/examples.ts';
import { ruleContext } from '../../../../../support/ruleContext.ts';

const BEFORE =
  'Mayor opens bridge\nThe mayor came at nine in the morning.\nMany people came with her to the river.';
const AFTER = 'The old bridge was closed in the spring, and now it will be taken down.';

/** Severity and evidence of a line in an article, as `warning: why`. */
function ofLine(line: string, context: RuleContext = ruleContext('en')): string[] {
  const text = `${BEFORE}\n${line}\n${AFTER}`;
  return findingsOf(truncated, text, context).map(
    (f) => `${f.severity}: ${f.why.template} ${f.why.args.join(' ')}`,
  );
}

/** English of which a few words are known. */
function knowing(words: string): RuleContext {
  const known = new Set(words.split(' '));
  return {
    ...ruleContext('en'),
    lexicon: {
      key: words,
      of: () => ({ thorough: true, commonness: (word) => (known.has(word) ? 2 : 0) }),
    },
  };
}

test.each([
  ['The new bridge is as long as the', 'No sentence ends with'],
  ['It stands on four pillars of steel,', 'It ends with'],
  ['He said “it is the longest one that we ever built', 'Nothing closes'],
  ['He said "it is the longest one that we ever built', 'Nothing closes'],
])('%s', (line, why) => {
  expect(ofLine(line)).toHaveLength(1);
  expect(ofLine(line)[0]).toMatch(`warning: ${why}`);
});

test('a piece of a word, where words are known', () => {
  const line = 'It stands on four pillars of ste';
  expect(ofLine(line, knowing('it stands on four pillars of steel'))[0]).toMatch('warning: “{0}” is no word');
  expect(ofLine(line, knowing('it stands on four pillars of ste'))).toEqual([]);
  const corpus = {
    ...knowing('it stands on four pillars of').corpus,
    key: 'c',
    articles: 9,
    articlesWithWord: () => 2,
  };
  expect(ofLine(line, { ...knowing('it stands on four pillars of'), corpus })).toEqual([]);
});

test.each([
  'What people say about it', // a heading
  'He said “it is the longest bridge ever built”', // closed
  'Photo: the mayor and the', // a caption
  'Read also: The bridge of the', // boilerplate
  'The new bridge is as long as the old.',
])('passes over %s', (line) => {
  expect(ofLine(line)).toEqual([]);
});

test('passes over a line that goes on in the next', () => {
  const text = `${BEFORE}\nThe new bridge is as long as the\nold one was in its time.\n${AFTER}`;
  expect(findingsOf(truncated, text, ruleContext('en'))).toEqual([]);
});

test('takes the number of words from the project', () => {
  const line = 'It stands on four pillars of steel';
  const text = `${BEFORE}\n${line}\n${'The old bridge was closed in the spring, and now it will be taken down soon.'}`;
  expect(findingsOf(truncated, text, ruleContext('en'))).toEqual([]);
  expect(findingsOf(truncated, text, ruleContext('en'), { fewestWords: 7 })).toHaveLength(1);
});

test('a list in small letters is no row of lost heads', () => {
  const items = [
    'a card with your name',
    'a picture of yourself, not too old',
    'the fee of ten crowns in cash',
  ];
  const text = `${BEFORE}\n${items.map((item) => `${item}.`).join('\n')}\n${AFTER}`;
  expect(findingsOf(lowerStart, text, ruleContext('en')).filter((f) => f.severity === 'warning')).toEqual([]);
});

test('a lost head right behind the headline', () => {
  const text = `Mayor opens bridge\nat nine in the morning the mayor came.\n${AFTER}\n${AFTER.replace('old', 'red')}`;
  expect(findingsOf(lowerStart, text, ruleContext('en')).map((f) => f.severity)).toEqual(['warning']);
});
