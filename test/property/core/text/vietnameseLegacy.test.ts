import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeTcvn3 } from '../../../../server/src/core/text/vietnamese/legacy/tcvn3.ts';
import { decodeViqr } from '../../../../server/src/core/text/vietnamese/legacy/viqr.ts';
import { decodeViscii } from '../../../../server/src/core/text/vietnamese/legacy/viscii.ts';
import { decodeVni } from '../../../../server/src/core/text/vietnamese/legacy/vni.ts';
import { decodeVps } from '../../../../server/src/core/text/vietnamese/legacy/vps.ts';
import { legacyVietnamese } from '../../../../server/src/core/text/vietnamese/legacy.ts';
import { VIETNAMESE_LETTERS } from '../../../../server/src/core/text/vietnamese/letters.ts';
import { ruleContext } from '../../../support/ruleContext.ts';
import { inWindows1252, WRITERS } from '../../../support/vietnameseEncodings.ts';

const DECODERS: Readonly<Record<string, (text: string) => string>> = {
  TCVN3: decodeTcvn3,
  VNI: decodeVni,
  VISCII: decodeViscii,
  VPS: decodeVps,
  VIQR: decodeViqr,
};
const names = Object.keys(WRITERS);
const small = [...VIETNAMESE_LETTERS.keys()].filter((letter) => letter > '\x7f');
const all = [...small, ...small.map((letter) => letter.toUpperCase())];

test('Vietnamese has 134 letters beyond ASCII', () => {
  expect(new Set(all).size).toBe(134);
});

/** In TCVN3 capitals with a tone are small letters. */
const lettersOf = (name: string) =>
  name === 'TCVN3' ? all.filter((l) => l === l.toLowerCase() || 'ĂÂÊÔƠƯĐ'.includes(l)) : all;

describe.each(names)('%s', (name) => {
  test('every letter comes back, alone and inside a word', () => {
    const write = WRITERS[name] ?? String;
    const decode = DECODERS[name] ?? String;
    for (const letter of lettersOf(name)) {
      expect(decode(write(`${letter}ng`))).toBe(`${letter}ng`);
      if (name !== 'VIQR') expect(decode(write(letter))).toBe(letter);
    }
  });
});

/** Plain sentences, with words common to most of them. */
const SENTENCES = [
  'Giá xăng giảm từ chiều nay, người dân vui mừng.',
  'Hôm qua, Bộ Giáo dục công bố lịch thi mới.',
  'Cầu bắc qua sông Hậu đã thông xe sau hai năm xây dựng.',
  'Tôi không biết anh ấy đến từ đâu.',
  'Bà Trần Thị Hoa, 56 tuổi, nói rằng mưa rất to.',
  'Các em học sinh được nghỉ hè sớm hơn mọi năm.',
  'Đội tuyển Việt Nam thắng Thái Lan 2-1 ở phút bù giờ.',
  'Nước lũ dâng cao, nhiều tuyến đường bị ngập sâu.',
  'Chủ tịch xã cho biết thiệt hại chưa thể thống kê hết.',
  'Ông nói thêm: việc sửa chữa sẽ xong trước tháng Chạp.',
  'Mẹ tôi bán xôi ở đầu ngõ.',
  'Cảnh sát giao thông xử phạt 300 tài xế.',
];
const words = SENTENCES.flatMap((sentence) => sentence.replace(/[.,:]/g, '').split(' '));
const { commonWords } = ruleContext('vi');
const commonness = (word: string) => (commonWords.has('vi', word) ? 3 : 0);

describe.each(names)('a text in %s', (name) => {
  const write = WRITERS[name] ?? String;

  test.each(SENTENCES)('is recognised and comes back: %s', (sentence) => {
    for (const text of [write(sentence), inWindows1252(write(sentence))]) {
      const found = legacyVietnamese(text, true, commonness);
      expect(found?.encoding).toBe(name);
      // There a stop may end the sentence; people have to look.
      const isOpen = name === 'VIQR' && /[ạậặẹệịọộợụựỵ] \p{Lu}/u.test(sentence);
      if (!isOpen) expect(found?.decoded.toLowerCase()).toBe(sentence.toLowerCase());
    }
  });

  test('of a dozen of such words in any order is recognised in a Vietnamese article', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 12, maxLength: 30 }), (some) => {
        // A text that is mostly letters which all encodings share proves nothing.
        fc.pre(some.filter((word) => write(word) !== word).length * 2 >= some.length);
        expect(legacyVietnamese(write(some.join(' ')), true, commonness)?.encoding).toBe(name);
      }),
      { numRuns: 150 },
    );
  });

  test('is recognised in an article of no known language', () => {
    expect(legacyVietnamese(write(SENTENCES.slice(0, 3).join(' ')), false, commonness)?.encoding).toBe(name);
  });
});

test('sound Vietnamese is in none of them, whole or in pieces', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }), (some) => {
      expect(legacyVietnamese(some.join(' '), true, commonness)).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

test('any text is decoded without a fault', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      for (const decode of Object.values(DECODERS)) expect(typeof decode(text)).toBe('string');
    }),
  );
});
