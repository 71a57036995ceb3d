import { describe, expect, test } from 'vitest';
import { CHAR_MAPS, encode } from '../../../../../server/src/core/checks/mojibake/charmaps.ts';
import { fixEncoding } from '../../../../../server/src/core/checks/mojibake/fixEncoding.ts';
import { traced } from '../../../../../server/src/core/checks/mojibake/traced.ts';
import { decodeUtf8 } from '../../../../../server/src/core/checks/mojibake/utf8.ts';
import { ftfyCases, score } from '../../../../support/ftfyCases.ts';
import { misread } from '../../../../support/misread.ts';

const repair = (text: string) => fixEncoding(text)?.repaired.text ?? text;

describe('repairing text in the wrong encoding', () => {
  test.each([
    ['id', 'Ia berkata: “Kami siap – akhirnya – berunding.” Harganya €5.'],
    ['vi', 'Thủ tướng đến Cà Mau, nơi người dân vừa trải qua trận lũ lớn.'],
    ['de', 'Der Bürgermeister grüßte die Gäste aus Österreich.'],
    ['ru', 'Мэр открыл новый мост через реку.'],
  ])('%s through Latin-1, Windows-1252, Windows-1251 and Windows-1258, once and twice', (_, text) => {
    for (const page of ['Latin-1', 'Windows-1252', 'Windows-1251', 'Windows-1258']) {
      expect(repair(misread(text, page)), page).toBe(text);
    }
    expect(repair(misread(misread(text, 'Windows-1252'), 'Windows-1252'))).toBe(text);
  });

  test('Arabic through Windows-1252', () => {
    const text = 'افتتح رئيس البلدية الجسر الجديد.';
    expect(repair(misread(text, 'Windows-1252'))).toBe(text);
  });

  test('sound text comes back untouched', () => {
    for (const text of [
      '',
      'plain',
      'NÃO em SÃO PAULO',
      '“Où est l’œuvre ?” – 3 °C, 5 €, ½ × 2',
      'Đặng Ấn ở Hà Nội',
      'ﬁnal ☂ 👍🏽',
      'Клуб «Юность» «Бор»',
    ]) {
      expect(fixEncoding(text)).toBeUndefined();
    }
  });

  test('only the damaged part of a mixed text changes', () => {
    expect(repair('naïve cafÃ© – “sound”')).toBe('naïve café – “sound”');
  });

  test('a blank where U+00A0 belongs is put back, in Vietnamese inside the syllable', () => {
    expect(repair('voilÃ le pont')).toBe('voilà le pont');
    expect(repair('Ã quela hora, Ã s dez')).toBe('àquela hora, às dez');
    expect(repair('nÃ y lÃ má»›i')).toBe('này là mới');
  });

  test('lost bytes stay lost', () => {
    expect(repair('â€œoui â€\ufffd')).toBe('“oui \ufffd');
  });

  test('says through which page, and where each character comes from', () => {
    const repaired = fixEncoding('cafÃ©');
    expect(repaired?.pages).toEqual(['Latin-1']);
    expect(repaired?.repaired.starts).toEqual([0, 1, 2, 3]);
    expect(repaired?.repaired.ends).toEqual([1, 2, 3, 5]);
  });

  test('surrogates that were encoded one by one become one character', () => {
    expect(repair('ok Ã­Â Â½Ã­Â¸Â\u008d')).toBe('ok 😍');
  });
});

test.each([
  ['two bytes where one would do', '\xc1\x81'],
  ['three where two would do', '\xe0\x9f\xbf'],
  ['four where three would do', '\xf0\x8f\xbf\xbf'],
  ['beyond U+10FFFF', '\xf4\x90\x80\x80'],
  ['half a surrogate pair', '\xed\xa0\x80'],
  ['cut off', '\xe2\x80'],
])('%s is not UTF-8', (_, bytes) => {
  expect(decodeUtf8(traced(bytes))).toBeUndefined();
});

test('a page has one byte for each of its characters', () => {
  for (const map of CHAR_MAPS) {
    expect(map.upper.length, map.name).toBe(128);
    expect(new Set(map.upper).size, map.name).toBe(128);
    expect(encode(map.upper, map)?.charCodeAt(127)).toBe(0xff);
    expect(encode('\u{1f600}', map)).toBeUndefined();
  }
});

const cases = ftfyCases();
test.skipIf(cases === undefined)(
  `the cases of ftfy${cases === undefined ? ' (skipped: no shared/bench/ftfy above the project)' : ''}`,
  () => {
    const result = score(cases ?? [], repair);
    expect(result).toMatchObject({ cases: 161, damaged: 112, sound: 49 });
    expect(result.found).toBeGreaterThanOrEqual(109);
    expect(result.alarms).toBeLessThanOrEqual(1);
    expect(result.exact).toBeGreaterThanOrEqual(152);
  },
);
