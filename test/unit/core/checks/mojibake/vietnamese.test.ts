import { expect, test } from 'vitest';
import { fixVietnamese } from '../../../../../server/src/core/checks/mojibake/vietnamese.ts';
import { misread } from '../../../../support/misread.ts';

test.each([
  ['Windows-1258', 'Chính phủ'],
  ['Windows-1258', 'Tôi nhớ'],
  ['Windows-1252', 'Một trong'],
  ['Latin-1', 'khu vực'],
  ['Windows-1251', 'Ông Lê'],
  ['MacRoman', 'Người ta'],
  ['CP437', 'trong vòng'],
])('a line of two words misread as %s: %s', (page, line) => {
  const repair = fixVietnamese(misread(line, page));
  expect(repair?.repaired.text).toBe(line);
  // á and đ look the same in several pages; the first is named.
  expect(repair?.pages).toHaveLength(1);
});

test.each([
  'Chính phủ',
  'Tôi nhớ “Đà Nẵng”',
  'NÃO há SÃO',
  'Г. Иванов',
  misread('Größe', 'Windows-1252'),
  'Ä‘',
  '(-1/2)! = √π',
])('%j is left alone', (text) => {
  expect(fixVietnamese(text)).toBeUndefined();
});
