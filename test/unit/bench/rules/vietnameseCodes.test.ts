import { expect, test } from 'vitest';
import { bare, inTable, viqr, vni } from '../../../../bench/rules/operators/vietnameseCodes.ts';

const LETTERS = 'áàảãạâấầẩẫậăắằẳẵặéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ';

test('VNI, VIQR and TCVN3 are those that their users know', () => {
  expect(vni('Việt Nam, đất nước')).toBe('Vieät Nam, ñaát nöôùc');
  expect(viqr('Việt Nam, đất nước')).toBe("Vie^.t Nam, dda^'t nu+o+'c");
  expect(inTable('Việt Nam', 'tcvn3')).toBe('ViÖt Nam');
  expect(inTable('Đà Nẵng', 'viscii')).toBe('Ðà NÇng');
});

test('no two small letters are written alike in an encoding', () => {
  for (const write of [
    vni,
    viqr,
    (text: string) => inTable(text, 'tcvn3'),
    (text: string) => inTable(text, 'viscii'),
    (text: string) => inTable(text, 'vps'),
  ]) {
    expect(new Set(Array.from(LETTERS, write)).size).toBe(LETTERS.length);
  }
});

test('without marks, letters are plain', () => {
  expect(bare('Đường phố Hà Nội')).toBe('Duong pho Ha Noi');
});
