import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../../../server/src/core/checks/catalogue.ts';
import { checkArticle, ruleSet } from '../../../../server/src/core/checks/check.ts';
import type { Finding } from '../../../../server/src/core/checks/finding.ts';
import { finish } from '../../../../server/src/core/steps.ts';
import { ParagraphCache, splitArticle } from '../../../../server/src/core/text/article.ts';
import { ruleContext } from '../../../support/ruleContext.ts';

const all = ruleSet(CATALOGUE, () => 'default', 'all');
const LANGUAGES = ['id', 'vi', 'en', 'de', 'ru', 'ar', 'th', 'zh', 'und'] as const;
const contexts = new Map(LANGUAGES.map((language) => [language, ruleContext(language)]));

/** What all rules find, after it was seen that all of it lies in the text. */
function found(text: string, language: (typeof LANGUAGES)[number]): Finding[] {
  const context = contexts.get(language) ?? ruleContext(language);
  const findings = finish(checkArticle(text, splitArticle(text, new ParagraphCache()), all, context));
  for (const finding of findings) {
    const ranges = [finding, ...finding.fixes.flatMap((fix) => fix.edits)];
    for (const { start, end } of ranges)
      if (!(start >= 0 && start <= end && end <= text.length))
        expect.fail(`${finding.rule}: ${start}–${end} of ${text.length}, ${language}`);
    if (finding.start === finding.end) expect.fail(`${finding.rule}: an empty range, ${language}`);
  }
  return findings;
}

const GENERAL_CATEGORIES =
  'Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co Cn'.split(' ');
/** A prime: so far apart are the characters that are tried, beside the first ones of a category. */
const STEP = 97;

/** Some characters of a general category, the first ones and others from all planes. */
function charactersOf(category: string): string[] {
  const isOf = new RegExp(`^\\p{gc=${category}}$`, 'u');
  const characters: string[] = [];
  for (let code = 0; code <= 0x10ffff && characters.length < 400; code += code < 0x600 ? 1 : STEP) {
    const character = String.fromCodePoint(code);
    if (isOf.test(character)) characters.push(character);
  }
  for (let code = 0x600; code <= 0xffff && characters.length < 8; code++) {
    const character = String.fromCodePoint(code);
    if (isOf.test(character)) characters.push(character);
  }
  return characters;
}

describe('all rules together', () => {
  test.each(GENERAL_CATEGORIES)('take every kind of character: %s', (category) => {
    const characters = charactersOf(category);
    expect(characters.length).toBeGreaterThan(0);
    const alone = characters.join('\n');
    const inside = characters
      .map((c) => `Kata${c}kata ${c} kata, ${c}${c}${c}Warga 5${c}0 “${c}”.`)
      .join('\n');
    for (const language of ['id', 'vi', 'ru', 'zh'] as const) {
      found(alone, language);
      found(characters.join(''), language);
      found(inside, language);
    }
  });

  test('take articles of one character, and of none', () => {
    for (const language of LANGUAGES) {
      expect(found('', language)).toEqual([]);
      for (let code = 0; code < 0x300; code++) found(String.fromCharCode(code), language);
      for (const character of [
        '\ud800',
        '\udfff',
        '\ufeff',
        '\ufffd',
        '\uffff',
        '😀',
        'ก',
        '字',
        '\r\n',
        '\n',
      ])
        found(character, language);
    }
  });

  test('take halves of characters', () => {
    const half = fc.constantFrom(
      '\ud800',
      '\udbff',
      '\udc00',
      '\udfff',
      'a',
      'Ã',
      ' ',
      '.',
      '“',
      '&#55357;',
      '5',
    );
    fc.assert(
      fc.property(fc.array(half, { maxLength: 30 }), fc.constantFrom(...LANGUAGES), (halves, language) => {
        found(halves.join(''), language);
      }),
    );
  });

  test('take random bytes as UTF-8', () => {
    const decoder = new TextDecoder();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(...LANGUAGES), (bytes, language) => {
        found(decoder.decode(bytes), language);
      }),
      { numRuns: 300 },
    );
  });

  test('take text of any script in an article of any language', () => {
    const texts = [
      'Reka reka dolazi. Наш град је леп.',
      'ภาษาไทยไม่มีช่องว่าง ABC ข้าว',
      '他说：“今天天气很好。”AM将会提议,她说',
      'كتب الولد الدرس ، ثم ذهب.',
      'हिन्दी में लिखा हुआ वाक्य। दूसरा वाक्य।',
      'მთავრობამ თქვა, რომ გზა ღიაა.',
      'ភាសា\u200bខ្មែរ និង ລາວ မြန်မာ',
      'ደህና ነህ? ᠮᠣᠩᠭᠣᠯ ཐོད ꦗꦮ 𞤀𞤣𞤤𞤢𞤥 𐐔𐐯𐑅',
      'Ελληνικά, русский, עברית, 한국어, 日本語。',
    ];
    for (const text of texts) for (const language of LANGUAGES) found(text, language);
  });

  test.each([
    ['of words', 'kata Warga 5.000, “kata” baru-baru ini. '],
    ['of one letter', 'a'],
    ['without blanks', '字'],
    ['of marks', '.,;:!?"“”'],
    ['of tags and codes', '<b class="x">&amp;\\u2019%20'],
  ])('come to the end of a line of 1 MB %s', { timeout: 60_000 }, (_, piece) => {
    found(piece.repeat(Math.ceil(1_000_000 / piece.length)), 'id');
  });

  test('come to the end of 100,000 equal lines', { timeout: 60_000 }, () => {
    expect(found('Warga desa menunggu bantuan sejak pagi.\n'.repeat(100_000), 'id').length).toBeGreaterThan(
      0,
    );
  });
});
