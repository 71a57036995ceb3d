import { expect, test } from 'vitest';
import { RuleOptions } from '../../../../../../server/src/core/checks/options.ts';
import { untranslatedSentence as rule } from '../../../../../../server/src/core/checks/rules/untranslated/sentence.ts';
import type { SentenceIdentifier } from '../../../../../../server/src/core/text/language/identifier.ts';
import { Paragraph } from '../../../../../../server/src/core/text/paragraph.ts';
import { ruleContext } from '../../../../../support/ruleContext.ts';

const ENGLISH = 'The new bridge was opened by the mayor late on Sunday.';
const INDONESIAN = 'Jembatan baru itu dibuka oleh wali kota pada hari Minggu.';

/** Calls every sentence English, and notes what it was asked. */
function spy(): { asked: string[]; identifier: SentenceIdentifier } {
  const asked: string[] = [];
  return {
    asked,
    identifier: {
      identify: () => undefined,
      foreign: (sentence) => {
        asked.push(sentence);
        return { language: 'en', eldMargin: 0.2, fasttextMargin: 3 };
      },
    },
  };
}

const marked = (text: string, language = 'id'): string[] =>
  [...rule.check(new Paragraph(text), ruleContext(language), new RuleOptions())].map((o) =>
    text.slice(o.start, o.end),
  );

test('says nothing before the detectors are loaded, and finds the sentence after', () => {
  const paragraph = new Paragraph(ENGLISH);
  const context = ruleContext('id');
  expect([...rule.check(paragraph, { ...context, identifier: undefined }, new RuleOptions())]).toEqual([]);
  expect([...rule.check(paragraph, context, new RuleOptions())]).toHaveLength(1);
});

test('asks about every sentence once', () => {
  const { asked, identifier } = spy();
  const paragraph = new Paragraph(`${INDONESIAN} ${ENGLISH}`);
  const context = { ...ruleContext('id'), identifier };
  for (let i = 0; i < 2; i++) expect([...rule.check(paragraph, context, new RuleOptions())]).toHaveLength(2);
  expect(asked).toEqual([INDONESIAN, ENGLISH]);
});

test('counts what stands around a quotation, not what stands in it', () => {
  expect(
    marked('“We have been waiting for this bridge for years,” kata seorang warga kepada wartawan.'),
  ).toEqual([]);
  expect(marked('“We waited. We have been waiting for this bridge for years. Now it is here.”')).toEqual([]);
  const foreign = 'He said: “We have been waiting for this bridge for years.”';
  expect(marked(foreign)).toEqual([foreign]);
});

test('leaves Vietnamese without accents to its own rule', () => {
  const { asked, identifier } = spy();
  const paragraph = new Paragraph('nguoi dan ha noi cho xe buyt duoi mua lon truoc nha hat');
  expect([...rule.check(paragraph, { ...ruleContext('vi'), identifier }, new RuleOptions())]).toEqual([]);
  expect(asked).toEqual([]);
});

test('says nothing where the language of the article is unknown', () => {
  expect(marked(ENGLISH, 'und')).toEqual([]);
});
