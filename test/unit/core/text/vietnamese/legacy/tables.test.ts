import { expect, test } from 'vitest';
import { decodeTcvn3 } from '../../../../../../server/src/core/text/vietnamese/legacy/tcvn3.ts';
import { decodeViqr } from '../../../../../../server/src/core/text/vietnamese/legacy/viqr.ts';
import { decodeViscii } from '../../../../../../server/src/core/text/vietnamese/legacy/viscii.ts';
import { decodeVps } from '../../../../../../server/src/core/text/vietnamese/legacy/vps.ts';

/** Bytes in hexadecimal, as Latin-1 shows them. */
const bytes = (hex: string) => hex.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));

/*
 * Bytes as other programs write them: glibc's iconv for TCVN5712-1 and VISCII, Emacs and xvnkb (in which they agree) for
 * VPS.
 */
test.each([
  ['TCVN3', decodeTcvn3, 'a8a9aaabacadaeb5b8c7d6d7e3eaf4f9fe', 'ăâêôơưđàáầệìóờụựỵ'],
  ['VISCII', decodeViscii, 'a1a7aeb6dff0e5d78a90bdff', 'ắậệờưđăừẾỒơỮ'],
  ['VPS', decodeVps, '86898a8b8ca1a5afb6c0c7d6dcefff', 'ọếềểệắặỪộầđơưĩỳ'],
  ['VPS controls', decodeVps, '0203040506101112131415191c1d', 'ẠẬẶẸỆỊỌỘỢỤỰỴẪỮ'],
])('%s', (_, decode, hex, meant) => {
  expect(decode(bytes(hex))).toBe(meant);
});

test('quotation marks and dashes of Windows-1252 stay, but inside words of capitals they are letters', () => {
  expect(decodeVps('“tôi” – “Tôi”')).toBe('“tôi” – “Tôi”');
  expect(decodeVps('V“ S– TH”')).toBe('VỀ SỐ TH”');
});

test('capitals of TCVN3 are put back where the letters beside them are capitals', () => {
  expect(decodeTcvn3('Hµ NéI, TP Hµ Néi')).toBe('Hà NỘI, TP Hà Nội');
});

test.each([
  ["Ca? nha` o+? Hue^', ho. ve^` que^.", 'Cả nhà ở Huế, họ về quê.'],
  ['Paddington, Middleton va` O^ng', 'Paddington, Middleton và Ông'],
  ["McDonald's o+? Sa`i Go`n", "McDonald's ở Sài Gòn"],
  ["'ro^'i’ la`", "'rối’ là"],
  ['gia? su+?, co^? tích', 'giả sử, cổ tích'],
])('VIQR: %s', (written, meant) => {
  expect(decodeViqr(written)).toBe(meant);
});
