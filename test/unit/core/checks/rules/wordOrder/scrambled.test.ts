import { expect, test } from 'vitest';
import { scrambled } from '../../../../../../server/src/core/checks/rules/wordOrder/scrambled.ts';
import {
  brokenOrder,
  WORD_ORDER_LANGUAGES,
} from '../../../../../../server/src/core/checks/rules/wordOrder/witnesses.ts';
import { Paragraph } from '../../../../../../server/src/core/text/paragraph.ts';
import { findingsOf } from '../../../../../support/examples.ts';
import { ruleContext } from '../../../../../support/ruleContext.ts';

/** The pairs that speak against a sentence. */
const pairs = (text: string, language = 'en'): string[] =>
  (brokenOrder(new Paragraph(text), { start: 0, end: text.length }, language)?.witnesses ?? []).map(
    (witness) => witness.text,
  );

test.each([
  ['They met in the of house.', ['the of']],
  ['They met a old friend and an new one.', ['a old', 'an new']],
  ['An hour later a university told a European one.', []],
  ['They met in the.', ['the.']],
  ['The new bridge, the old and the', ['the']],
  ['He gave it to the, and left.', ['the,']],
])('the English pairs of %j', (text, expected) => {
  expect(pairs(text)).toEqual(expected);
});

test('names, abbreviations and words with a hyphen are of no class', () => {
  expect(pairs('He joined the US team of the in-house league.')).toEqual([]);
  expect(pairs('It opens at 7 a.m. on Monday.')).toEqual([]);
});

test('what stands on either side of a mark is no pair', () => {
  expect(pairs('Of the two, the “of” was the one he had.')).toEqual([]);
});

test.each([
  ['Para di rumah itu telah pemerintah.', ['Para di', 'telah pemerintah']],
  ['Para petugas di rumah itu telah pergi.', []],
])('the Indonesian pairs of %j', (text, expected) => {
  expect(pairs(text, 'id')).toEqual(expected);
});

test.each([
  ['Các của nhà đã của.', ['Các của', 'đã của', 'của.']],
  ['Nghiên vấn cứu đề ở đó.', ['vấn', 'cứu']],
  ['Thiết bị của nhà máy đã cũ.', []],
])('the Vietnamese pairs of %j', (text, expected) => {
  expect(pairs(text, 'vi').sort()).toEqual([...expected].sort());
});

test('a capital inside a sentence that begins without one was its beginning', () => {
  expect(pairs('bridge The mayor closed.')).toEqual(['The']);
  expect(pairs('Bridge in The Hague was closed.')).toEqual([]);
});

test('usual pairs speak for a sentence, and a project may ask for more', () => {
  const text = 'Of was the bridge closed the and an mayor by.';
  const found = findingsOf(scrambled, text, ruleContext('en'));
  expect(found).toHaveLength(1);
  const long = 'It was the bridge in the south of the city that the mayor had closed an bridge.';
  expect(pairs(long)).toEqual(['an bridge']);
  expect(findingsOf(scrambled, long, ruleContext('en'))).toEqual([]);
});

test('every language of the list has its grammar, and others have none', () => {
  expect(WORD_ORDER_LANGUAGES).toEqual(['en', 'id', 'vi']);
  expect(pairs('The of the and the.', 'fr')).toEqual([]);
});
