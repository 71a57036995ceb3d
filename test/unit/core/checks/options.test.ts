import { describe, expect, it } from 'vitest';
import { checkArticle, ruleSet } from '../../../../server/src/core/checks/check.ts';
import { noCorpusKnowledge } from '../../../../server/src/core/checks/corpusKnowledge.ts';
import { fits, type RuleOption, RuleOptions } from '../../../../server/src/core/checks/options.ts';
import type { ParagraphRule, RuleContext } from '../../../../server/src/core/checks/rule.ts';
import { msg } from '../../../../server/src/core/message.ts';
import { ParagraphCache, splitArticle } from '../../../../server/src/core/text/article.ts';
import { noCommonWords } from '../../../../server/src/core/text/commonWords.ts';
import { noLexicon } from '../../../../server/src/core/text/lexicon/lexicon.ts';

const LEAST: RuleOption = {
  name: 'least',
  description: '…',
  type: 'number',
  default: 4,
  least: 2,
  most: 9,
  whole: true,
};
const SHARE: RuleOption = {
  name: 'share',
  description: '…',
  type: 'number',
  default: 0.5,
  least: 0,
  most: 1,
};
const STRICT: RuleOption = { name: 'strict', description: '…', type: 'boolean', default: true };
const WORDS: RuleOption = { name: 'words', description: '…', type: 'words', default: ['Grab'] };

describe('an option', () => {
  it.each([
    [LEAST, [2, 9], [1, 10, 2.5, Number.NaN, Number.POSITIVE_INFINITY, '3', null, undefined]],
    [SHARE, [0, 0.3, 1], [-0.1, 1.1, Number.NaN, true]],
    [STRICT, [true, false], [0, 1, 'true', null, undefined]],
    [WORDS, [[], ['Grab', 'GoTo']], ['Grab', [''], [1], [['Grab']], {}, null]],
  ])('takes what it declares, and nothing else: %o', (option, good, bad) => {
    expect(good.filter((value) => !fits(option, value))).toEqual([]);
    expect(bad.filter((value) => fits(option, value))).toEqual([]);
  });
});

describe('the options of a rule', () => {
  const all = [LEAST, SHARE, STRICT, WORDS];

  it('have their defaults where nothing is set, or nothing that they take', () => {
    for (const set of [
      new Map(),
      new Map<string, unknown>([
        ['least', 99],
        ['strict', 'no'],
        ['words', 3],
      ]),
    ]) {
      const options = new RuleOptions(all, set);
      expect(options.number('least')).toBe(4);
      expect(options.number('share')).toBe(0.5);
      expect(options.flag('strict')).toBe(true);
      expect(options.words('words')).toEqual(['Grab']);
    }
  });

  it('have what is set', () => {
    const options = new RuleOptions(
      all,
      new Map<string, unknown>([
        ['least', 2],
        ['strict', false],
        ['words', []],
        ['other', 1],
      ]),
    );
    expect([options.number('least'), options.flag('strict'), options.words('words')]).toEqual([2, false, []]);
  });

  it('know their words in any letter case', () => {
    const options = new RuleOptions(all, new Map([['words', ['Grab', 'ĐÃ']]]));
    expect(
      ['grab', 'GRAB', 'đã'.normalize('NFD'), 'gra', ''].map((w) => options.includes('words', w)),
    ).toEqual([true, true, true, false, false]);
    expect(new RuleOptions(all, new Map([['words', []]])).includes('words', '')).toBe(false);
    expect(() => options.includes('least', 'a')).toThrow('least');
  });

  it('that a rule does not declare are a mistake of the rule', () => {
    const options = new RuleOptions(all);
    expect(() => options.number('strict')).toThrow('strict');
    expect(() => options.flag('least')).toThrow('least');
    expect(() => options.words('__proto__')).toThrow('__proto__');
  });
});

it('reach the rule when it checks', () => {
  const rule: ParagraphRule = {
    code: 'test/length',
    title: '…',
    description: '…',
    group: 'garbled',
    severity: 'hint',
    scope: 'paragraph',
    options: [LEAST],
    examples: { bad: [], good: [] },
    *check({ text }, _, options) {
      if (text.length >= options.number('least'))
        yield { start: 0, end: text.length, message: msg('long'), why: msg('long') };
    },
  };
  const context: RuleContext = {
    language: 'und',
    commonWords: noCommonWords,
    lexicon: noLexicon,
    corpus: noCorpusKnowledge,
    identifier: undefined,
    accepts: () => false,
  };
  const count = (set: ReadonlyMap<string, unknown>) => {
    const paragraphs = splitArticle('abc\nabcd\nabcde', new ParagraphCache());
    const steps = checkArticle(
      'abc\nabcd\nabcde',
      paragraphs,
      ruleSet(
        [rule],
        () => 'default',
        'k',
        () => set,
      ),
      context,
    );
    let step = steps.next();
    while (!step.done) step = steps.next();
    return step.value.length;
  };
  expect(count(new Map())).toBe(2);
  expect(count(new Map([['least', 5]]))).toBe(1);
  expect(count(new Map([['least', 2]]))).toBe(3);
});
