import { expect, test } from 'vitest';
import { RuleOptions } from '../../../../../../server/src/core/checks/options.ts';
import { untranslatedSentence as rule } from '../../../../../../server/src/core/checks/rules/untranslated/sentence.ts';
import { createSourceArticle } from '../../../../../../server/src/core/checks/sourceArticle.ts';
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
  const quoted = '“We waited. We have been waiting for this bridge for years. Now it is here.”';
  expect(marked(`${quoted} kata seorang warga kepada wartawan.`)).toEqual([]);
  // A paragraph that is nothing but a quotation was left.
  expect(marked(quoted)).toEqual(['We have been waiting for this bridge for years.', 'Now it is here.”']);
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

const EVEN = { language: 'id', confidence: 0.5, margin: 0.1, sentences: 10, declared: false };

test('in an article that may be in either language a sentence is a hint', () => {
  const found = (languageKnown: typeof EVEN) =>
    [...rule.check(new Paragraph(ENGLISH), { ...ruleContext('id'), languageKnown }, new RuleOptions())].map(
      ({ severity }) => severity,
    );
  expect(found(EVEN)).toEqual(['hint']);
  expect(found({ ...EVEN, margin: 0.4 })).toEqual([undefined]);
  expect(found({ ...EVEN, margin: 0, declared: true })).toEqual([undefined]);
});

test('what stands in the source article was left, be it short or quoted; names and near languages were not', () => {
  const text = 'Thank you. Ana Lima. “Repairs begin in May.” Perbaikan dimulai.';
  const check = (source: string, language = 'en') =>
    [
      ...rule.check(
        new Paragraph(text),
        { ...ruleContext('id'), source: createSourceArticle(source, language, source) },
        new RuleOptions(),
      ),
    ].map((o) => text.slice(o.start, o.end));
  expect(check('Thank you. Ana Lima. “Repairs begin in May.” It is late.')).toEqual([
    'Thank you.',
    '“Repairs begin in May.”',
  ]);
  expect(check('It is late.')).toEqual([]);
  expect(check(text, 'ms')).toEqual([]);
});

test('a sentence that the source has is reported once, and without detectors too', () => {
  const source = createSourceArticle(ENGLISH, 'en', 'one');
  const context = { ...ruleContext('id'), source };
  expect([...rule.check(new Paragraph(ENGLISH), context, new RuleOptions())]).toHaveLength(1);
  expect([
    ...rule.check(new Paragraph(ENGLISH), { ...context, identifier: undefined }, new RuleOptions()),
  ]).toHaveLength(1);
});

test('asks for languages that are hardly told apart only where the language was declared, and hints', () => {
  const asked: (boolean | undefined)[] = [];
  const identifier: SentenceIdentifier = {
    identify: () => undefined,
    foreign: (_sentence, _language, declared) => {
      asked.push(declared);
      return declared ? { language: 'ms', eldMargin: undefined, fasttextMargin: 4 } : undefined;
    },
  };
  const found = (declared: boolean) => {
    const languageKnown = { ...EVEN, margin: 1, declared };
    const context = { ...ruleContext('id'), identifier, languageKnown };
    return [...rule.check(new Paragraph(INDONESIAN), context, new RuleOptions())].map((o) => o.severity);
  };
  expect(found(false)).toEqual([]);
  expect(found(true)).toEqual(['hint']);
  expect(asked).toEqual([false, true]);
});

test('finds a short sentence, a headline and a sentence full of names where its small words are foreign', () => {
  expect(marked('It was very late.')).toEqual(['It was very late.']);
  expect(marked('Mayor Harris quietly closes the old Brent Bridge')).toHaveLength(1);
  expect(
    marked('Anna Harris and Ben Lowe of Brent City Council met the Harbour Board in North Brent.'),
  ).toHaveLength(1);
  expect(marked('The Lord of the Hills: The Return of the Old King')).toEqual([]);
  expect(marked('Bagus sekali itu.')).toEqual([]);
});

test('tells a sentence in a script without blanks by its script, names in Latin letters notwithstanding', () => {
  const chinese = 'Anna Harris 和 Ben Lowe 昨天在 Brent Bridge 开会。';
  expect(marked(chinese)).toEqual([chinese]);
  expect(marked('Ia membaca buku “北京” itu.')).toEqual([]);
});
