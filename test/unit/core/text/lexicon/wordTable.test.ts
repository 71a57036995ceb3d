import { describe, expect, test } from 'vitest';
import { packWords } from '../../../../../scripts/data/words/pack.mjs';
import { readWordTable } from '../../../../../server/src/core/text/lexicon/wordTable.ts';

const words = new Map([
  ['yang', 5],
  ['rumah', 4],
  ['kabinet', 2],
  ['tủ', 1],
]);
const packed = packWords(words, { thorough: true, letters: true });

describe('readWordTable', () => {
  test('gives every word its class, and others none', () => {
    const table = readWordTable(packed);
    expect([...words.keys()].map((word) => table?.find(word))).toEqual([5, 4, 2, 1]);
    expect(['', 'rum', 'rumahh', 'hamur', '__proto__', 'tu'].map((word) => table?.find(word))).toEqual([
      0, 0, 0, 0, 0, 0,
    ]);
    expect(table?.size).toBe(4);
    expect(table?.thorough).toBe(true);
  });

  test('reads bytes that do not begin at a multiple of four', () => {
    const shifted = new Uint8Array(packed.length + 3);
    shifted.set(packed, 3);
    expect(readWordTable(shifted.subarray(3))?.find('rumah')).toBe(4);
  });

  test('reads a list of no words', () => {
    expect(readWordTable(packWords(new Map(), { thorough: false }))?.find('rumah')).toBe(0);
  });

  test('gives nothing for bytes of another kind, cut ones, or ones with a flipped bit', () => {
    expect(readWordTable(new Uint8Array(0))).toBeUndefined();
    expect(readWordTable(new Uint8Array(64))).toBeUndefined();
    expect(readWordTable(new Uint8Array(64).fill(0xff))).toBeUndefined();
    for (const cut of [1, 4, 24, 400])
      expect(readWordTable(packed.subarray(0, packed.length - cut))).toBeUndefined();
    for (let at = 0; at < packed.length; at += 7) {
      const spoilt = packed.slice();
      spoilt[at] = (spoilt[at] ?? 0) ^ 0x10;
      expect(readWordTable(spoilt), `byte ${at}`).toBeUndefined();
    }
  });

  test('tells what words letters in disorder make', () => {
    const list = new Map([
      ['rumah', 4],
      ['pertikaian', 1],
      ['lusuh', 1],
    ]);
    const table = readWordTable(packWords(list, { thorough: true, shuffled: true }));
    expect(['hamur', 'nakiaitrep', 'hulsu', 'harum', 'rumahh'].map((word) => table?.shuffled(word))).toEqual([
      2, 1, 0, 2, 0,
    ]);
    expect(table?.size).toBe(3);
  });

  test('tells keys hit at random from words', () => {
    const list =
      'negara rumah harga warga nama lama bahan aman hari mereka nyaman ramah marah aneh raga gerah'.split(
        ' ',
      );
    const letters = readWordTable(
      packWords(new Map(list.map((w) => [w, 1])), { thorough: true, letters: true }),
    )?.letters;
    const bits = (word: string): number => letters?.bits(word) ?? 0;
    expect(bits('ramahan')).toBeLessThan(4);
    expect(bits('hrgmnwk')).toBeGreaterThan(6);
    expect(bits('qxzjvfp')).toBeGreaterThan(6);
  });
});
