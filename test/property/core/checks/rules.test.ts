import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../../../server/src/core/checks/catalogue.ts';
import { RuleOptions } from '../../../../server/src/core/checks/options.ts';
import type { Rule } from '../../../../server/src/core/checks/rule.ts';
import { Paragraph } from '../../../../server/src/core/text/paragraph.ts';
import { findingsOf, fixed } from '../../../support/examples.ts';
import { ruleContext } from '../../../support/ruleContext.ts';

const context = {
  en: ruleContext('en'),
  id: ruleContext('id'),
  vi: ruleContext('vi'),
  und: ruleContext('und'),
};
const language = fc.constantFrom('en', 'id', 'vi', 'und');

/** Pieces of news and of damage, so that every rule meets what it looks for, in every order. */
const piece = fc.constantFrom(
  'Wali kota',
  ' baru -baru ini',
  ' kata',
  '“',
  '”',
  '"',
  ',',
  ' ,',
  '. ',
  '.',
  '\n',
  ' ',
  '  ',
  '\u00a0',
  '- ',
  ' -',
  '&amp;',
  '&#39',
  '&',
  ';',
  '<b>',
  '</b>',
  '<!--',
  '-->',
  '<a href="',
  '>',
  '<',
  '[caption',
  ']',
  '(',
  ' )',
  'Ã©',
  'â€œ',
  'â€\ufffd',
  'Ã',
  'á»',
  'Р’',
  '\u0093',
  '\u200b',
  '\u200d',
  '\ufffd',
  '\0',
  '\u2028',
  '\ud83d',
  '\udc4d',
  '👍',
  'Cuộc họp',
  'di di',
  'BaruAnda',
  'the',
  'Baca Juga:',
  '2014.',
  'A',
  'thanh pho ho chi minh',
  '1 : 2',
  '…',
  '\\u2019',
  '\\n',
  '%20',
  '%C3%A9',
  'th? gi?i',
  '?? ',
  '\u202a',
  '\u00ad',
  '{{x}}',
  'undefined',
  '<unk>',
  'b\u0435ras',
  ' \u0441\u043e ',
  'ชุด',
  'e\u0301',
  'chie^`u nay',
  'ngöôøi daân',
  '­êi d©n',
  'naik,kata',
  'P E N G ',
  '__proto__',
  'tHáNg',
  ' w0rd',
  ' a a a',
  ' and ',
  'AAAAAAA',
  '1. 500',
  '\t',
  ' nguoi dan cua',
  'đưươc',
  '\n(CLO) Một',
  'abcabcabc',
  'Một bài báo khác hôm nay\n',
);
const newsLike = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  newsLike,
);

describe.each(CATALOGUE.map((rule) => [rule.code, rule] as const))('%s on any text', (_, rule: Rule) => {
  test('throws nothing, and its ranges and fixes lie in the text', () => {
    fc.assert(
      fc.property(anything, language, (text, tag) => {
        for (const finding of findingsOf(rule, text, context[tag])) {
          inside(finding, text);
          expect(finding.end).toBeGreaterThan(finding.start);
          for (const fix of finding.fixes) {
            for (const edit of fix.edits) inside(edit, text);
            fixed(text, [{ ...finding, fixes: [fix] }]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  const { needs } = rule.scope === 'paragraph' ? rule : {};
  if (needs !== undefined)
    test('finds nothing where it need not be asked', () => {
      fc.assert(
        fc.property(anything, language, (text, tag) => {
          const paragraph = new Paragraph(text);
          if (rule.scope === 'article' || needs(paragraph.signs)) return;
          const options = new RuleOptions(rule.options);
          expect([...rule.check(paragraph, context[tag], options)]).toEqual([]);
        }),
        { numRuns: 300 },
      );
    });

  test('finds the same twice', () => {
    fc.assert(
      fc.property(newsLike, language, (text, tag) => {
        expect(findingsOf(rule, text, context[tag])).toEqual(findingsOf(rule, text, context[tag]));
      }),
      { numRuns: 50 },
    );
  });
});

function inside(range: { start: number; end: number }, text: string): void {
  expect(range.start).toBeGreaterThanOrEqual(0);
  expect(range.start).toBeLessThanOrEqual(range.end);
  expect(range.end).toBeLessThanOrEqual(text.length);
}
