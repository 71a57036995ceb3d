import { describe, expect, it } from 'vitest';
import {
  hashOf,
  isWordUnit,
  type ScannedWord,
  scanWord,
  standsAlone,
} from '../../../../server/src/core/entities/wordScan.ts';

const WORD = /[\p{L}\p{M}\p{N}_]/u;

function words(text: string): string[] {
  const found: string[] = [];
  const word: ScannedWord = { start: 0, end: 0, hash: 0, opaque: false };
  for (let from = 0; scanWord(text, from, word); from = word.end) {
    found.push(text.slice(word.start, word.end));
    expect(word.hash).toBe(hashOf(text.slice(word.start, word.end)));
  }
  return found;
}

describe('words of a text', () => {
  it('have exactly the units of letters, marks, digits and the underscore', () => {
    const wrong = Array.from({ length: 0x10000 }, (_, unit) => unit).filter((unit) => {
      if ((unit >= 0x2000 && unit <= 0x206f) || (unit >= 0xd800 && unit <= 0xdfff)) return false;
      return isWordUnit(String.fromCharCode(unit), 0) !== WORD.test(String.fromCharCode(unit));
    });
    expect(wrong.map((unit) => unit.toString(16))).toEqual([]);
  });

  it('end at marks and blanks, and after every letter where no blanks are written', () => {
    expect(words('Đức-Pháp (2024), Россия 中国 ไทย _x 𝒜b \ud835')).toEqual([
      'Đức',
      'Pháp',
      '2024',
      'Россия',
      '中',
      '国',
      'ไ',
      'ท',
      'ย',
      '_x',
      '𝒜b',
    ]);
  });

  it('are opaque only where their units have other canonical forms', () => {
    const opaque = (text: string) => {
      const word: ScannedWord = { start: 0, end: 0, hash: 0, opaque: false };
      return scanWord(text, 0, word) && word.opaque;
    };
    expect(['Đức', 'Москва', 'بغداد', '中', '대', 'ก', 'の'].filter(opaque)).toEqual([]);
    const hard = ['Đức'.normalize('NFD'), 'Ελλάς', '대'.normalize('NFD'), 'हिन्दी', '\uf900', 'بَغداد'];
    expect(hard.filter(opaque)).toEqual(hard);
  });

  it('that stand alone and are not opaque are their own canonical form', () => {
    for (let unit = 0; unit < 0xf900; unit++) {
      const one = String.fromCharCode(unit);
      if (standsAlone(unit)) expect(one.toLowerCase().normalize('NFC')).toBe(one);
    }
  });
});
