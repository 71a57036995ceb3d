import { describe, expect, it } from 'vitest';
import {
  hasVietnameseMark,
  isBareSyllable,
  isSyllable,
  parseSyllable,
} from '../../../../../server/src/core/text/vietnamese/syllable.ts';

describe('parseSyllable', () => {
  it.each([
    ['nghiêng', 'ngh', 'iêng', 'level'],
    ['Việt', 'v', 'iêt', 'heavy'],
    ['người', 'ng', 'ươi', 'falling'],
    ['quyển', 'qu', 'yên', 'asking'],
    ['ĐƯỢC', 'đ', 'ươc', 'heavy'],
    ['gì', 'g', 'i', 'falling'],
    ['giết', 'g', 'iêt', 'rising'],
    ['giữa', 'gi', 'ưa', 'tumbling'],
    ['yêu', '', 'yêu', 'level'],
    ['ở', '', 'ơ', 'asking'],
    ['khuỷu', 'kh', 'uyu', 'asking'],
    ['xoong', 'x', 'oong', 'level'],
  ])('takes %s apart', (word, onset, rime, tone) => {
    expect(parseSyllable(word)).toEqual({ onset, rime, tone });
  });

  it('takes both ways of placing the tone, and decomposed letters', () => {
    expect(parseSyllable('hoà')).toEqual(parseSyllable('hòa'));
    expect(parseSyllable('thuỷ')).toEqual(parseSyllable('thủy'));
    expect(parseSyllable('tiếng'.normalize('NFD'))).toEqual(parseSyllable('tiếng'));
  });

  it.each([
    '',
    'cac',
    'hop',
    'nguoi',
    'thếế',
    'qă',
    'ngê',
    'kà',
    'iên',
    'Taliban',
    'street',
    'wifi',
    'cam1',
    'đã-',
  ])('knows no syllable %j', (word) => {
    expect(parseSyllable(word)).toBeUndefined();
  });

  it('demands the rising or the heavy tone before a final stop', () => {
    expect(parseSyllable('mát')?.tone).toBe('rising');
    expect(parseSyllable('mạt')?.tone).toBe('heavy');
    for (const word of ['mat', 'màt', 'mảt', 'mãt']) expect(parseSyllable(word)).toBeUndefined();
  });

  it('is not slow or wrong on a word without end', () => {
    expect(parseSyllable('ă'.repeat(100_000))).toBeUndefined();
  });
});

describe('isBareSyllable', () => {
  it.each(['nguoi', 'Viet', 'CAC', 'duoc', 'truong', 'quyen', 'giet', 'la'])('takes %s', (word) => {
    expect(isBareSyllable(word)).toBe(true);
  });
  it.each(['', 'taliban', 'người', 'street', 'str', 'constructor', '__proto__'])('refuses %j', (word) => {
    expect(isBareSyllable(word)).toBe(false);
  });
});

describe('hasVietnameseMark', () => {
  it('sees marks of letters and of tones, and no others', () => {
    expect(['đi', 'Ăn', 'mà', 'ngãi', 'tiê\u0301ng'].map(hasVietnameseMark)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(['di', 'naïve', 'über', 'façade', 'Łódź', 'été'].map(hasVietnameseMark)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
  });
});

it.each([
  'nghiêng',
  'NGHIÊNG',
  'hòa',
  'hoà',
  'các',
  'cac',
  'càc',
  'quyết',
  'nguơi',
  'đưươc',
  'hoa\u0300',
  'x',
  '',
])('isSyllable agrees with parseSyllable on %j', (word) => {
  expect(isSyllable(word)).toBe(parseSyllable(word) !== undefined);
});
