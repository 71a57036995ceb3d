import { describe, expect, it } from 'vitest';
import { proposedId } from '../../../../../server/src/core/entities/editing/proposedId.ts';
import { SpellingSearch } from '../../../../../server/src/core/entities/editing/spellings.ts';

const spellings = (name: string, text: string, language = 'en') => [
  ...new SpellingSearch(name).in(text, language),
];

describe('spellings of a name', () => {
  it('differ in letter case, blanks, hyphens and line breaks', () => {
    const text = 'Al-Qaeda, al-Qaeda and AL QAEDA; Al\nQaeda, Al-\nQaeda, Alqaeda’s, xal-Qaeda, al-Qaedas';
    expect(spellings('al-Qaeda', text)).toEqual(['Al-Qaeda', 'al-Qaeda', 'AL QAEDA', 'Al Qaeda', 'Al-Qaeda']);
    expect(spellings('Taliban Baru', 'TalibanBaru, Taliban\u00a0Baru')).toEqual([
      'TalibanBaru',
      'Taliban Baru',
    ]);
  });
  it('differ in diacritics, but not in Vietnamese', () => {
    const text = 'Nguyen Phu Trong, Nguyễn Phú Trọng, NGUYỄN PHÚ TRỌNG';
    expect(spellings('Nguyễn Phú Trọng', text)).toEqual([
      'Nguyen Phu Trong',
      'Nguyễn Phú Trọng',
      'NGUYỄN PHÚ TRỌNG',
    ]);
    expect(spellings('Nguyễn Phú Trọng', text, 'vi')).toEqual(['Nguyễn Phú Trọng', 'NGUYỄN PHÚ TRỌNG']);
    expect(spellings('Đà Nẵng', 'Da Nang; Đa Nang', 'id')).toEqual(['Da Nang', 'Đa Nang']);
    expect(spellings('Nga', 'Nga, Ngà, NGA, nga')).toEqual(['Nga', 'NGA']);
  });
  it('stand before what is written onto them', () => {
    expect(spellings('Taliban', 'Talibannya dan Taliban-nya', 'id')).toEqual(['Taliban', 'Taliban']);
    expect(spellings('Taliban', 'Talibannya', 'en')).toEqual([]);
  });
  it('of abbreviations are capitals', () => {
    expect(spellings('AS', 'AS, As, as')).toEqual(['AS']);
    expect(spellings('NATO', 'NATO, Nato, nato')).toEqual(['NATO', 'Nato']);
  });
  it('stand anywhere in scripts without blanks, and among odd characters', () => {
    expect(spellings('中国', '在中国的', 'zh')).toEqual(['中国']);
    expect(spellings('a+b (c)', 'A+B C, axb c')).toEqual([]);
    expect(spellings('O’Brien', "O'Brien, OBrien, O’BRIEN")).toEqual(["O'Brien", 'O’BRIEN']);
  });
  it('take time that grows with the text alone', () => {
    const slow = new SpellingSearch(`${'a-'.repeat(15)}b`);
    expect([...slow.in('a '.repeat(20_000), 'en')]).toEqual([]);
  });
});

describe('a proposed id', () => {
  const free = () => false;
  it.each([
    ['Serikat Nelayan Teluk', 'ORG', 'org:serikat-nelayan-teluk'],
    ['Nguyễn Phú Trọng', 'PER', 'person:nguyen-phu-trong'],
    ["O'Brien", 'PER', 'person:obrien'],
    ['Путин', 'PER', 'person:путин'],
    ['中国', 'GPE', 'place:中国'],
    ['हिन्दी', 'NORP', 'people:हिन्दी'],
    ['القاعدة', 'ORG', 'org:القاعدة'],
    ['Ti 26', 'Senjata Api', 'senjata-api:ti-26'],
    ['👍', 'ORG', 'org:x'],
  ])('of %s as %s is %s', (name, label, id) => {
    expect(proposedId(name, label, free)).toBe(id);
  });
  it('is numbered where it is taken, and cut at a word', () => {
    const taken = new Set(['org:x-y', 'org:x-y-2']);
    expect(proposedId('X Y', 'ORG', (id) => taken.has(id))).toBe('org:x-y-3');
    expect(proposedId('kata '.repeat(40), 'ORG', free).length).toBeLessThan(70);
    expect(proposedId('kata '.repeat(40), 'ORG', free)).toMatch(/-kata$/);
  });
});
