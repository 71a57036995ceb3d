import { expect, test } from 'vitest';
import { splitTokens } from '../../../../../server/src/core/text/tokens.ts';
import { bareVietnamese } from '../../../../../server/src/core/text/vietnamese/bare.ts';

const counts = (text: string) => bareVietnamese(splitTokens(text));

test('counts the syllables that lost their marks', () => {
  expect(counts('nguoi dan cho xe buyt truoc nha hat')).toEqual({ words: 8, bare: 8, marked: 0 });
});

test('takes a name of another language, a figure and one word with its marks', () => {
  expect(counts('Putin hop bao ve hoa binh tai Moscow ngay 3 thang 5 sau cuoc gap')).toEqual({
    words: 13,
    bare: 11,
    marked: 0,
  });
  expect(counts('doan tau den ga luc sang som va roi di luc trời toi')).toEqual({
    words: 13,
    bare: 12,
    marked: 1,
  });
});

test.each([
  'Đoàn tàu đến ga lúc sáng sớm.',
  'The train came to the station in the morning.',
  'Con trai anh Nam hai tay ôm con mèo.',
  'Kereta tiba di stasiun pagi tadi.',
  'cac hop voi',
  '',
])('does not take %j', (text) => {
  expect(counts(text)).toBeUndefined();
});
