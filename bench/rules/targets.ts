/**
 * The recall that RULES.md asks for, in %, by operator: at warning or above, or at any level where the catalogue grades
 * the damage as a hint. A group's figure stands for each of its operators.
 */
export interface Target {
  readonly level: 'loud' | 'any';
  /** By language. */
  readonly shares: Readonly<Record<string, number>>;
}

const all = (share: number, level: Target['level'] = 'loud'): Target => ({
  level,
  shares: { id: share, vi: share, en: share },
});
const each = (id: number, vi: number, en: number, level: Target['level'] = 'loud'): Target => ({
  level,
  shares: { id, vi, en },
});
const vi = (share: number): Target => ({ level: 'loud', shares: { vi: share } });

export const TARGETS: ReadonlyMap<string, Target> = new Map([
  ['moji_cp1252', all(99.9)],
  ['moji_latin1', all(99.9)],
  ['moji_macroman', all(99.9)],
  ['moji_cp1251', all(99.9)],
  ['moji_double', all(99.9)],
  ['moji_cp1258', vi(99.5)],
  ['lost_fffd', all(100)],
  ['lost_qmark', each(95, 99.5, 99)],
  ['vi_tcvn3', vi(99.5)],
  ['vi_vni', vi(99.5)],
  ['vi_viqr', vi(99.5)],
  ['vi_viscii', vi(99.5)],
  ['vi_vps', vi(99.5)],
  ['vi_nodiac', vi(99.5)],
  ['vi_nodiac_part', vi(95)],
  ['control', all(99)],
  ['html_entity', all(99)],
  ['html_tag', all(99)],
  ['escape', all(99)],
  ['placeholder', all(99)],
  ['softhyphen', all(100, 'any')],
  ['homoglyph', all(100)],
  ['homoglyph_word', each(98, 98, 99)],
  ['fuse_case', each(97, 98.5, 92)],
  ['fuse_lower', each(85, 99, 78)],
  ['fuse_period', each(99.5, 99.5, 99)],
  ['fuse_comma', each(99.5, 99.5, 99)],
  ['stray_hyphen', all(99.5)],
  ['space_punct', all(99.5)],
  ['letter_spaced', all(99.5)],
  ['split_word', each(78, 88, 82)],
  ['dup_word', each(97, 85, 99)],
  ['dup_ngram', all(92)],
  ['oscillate', all(99)],
  ['shuffle_letters', each(95, 96, 97)],
  ['keymash', each(98, 99, 99)],
  ['random_case', each(96, 95, 95)],
  ['ocr', each(90, 97, 93)],
  ['typo', each(75, 45, 80, 'any')],
  ['quote_damage', all(97)],
  ['fragment_stub', each(80, 88, 72)],
  ['truncate_word', all(55)],
  ['truncate_end', all(55)],
  ['head_lost', all(80)],
  ['untranslated', each(45, 70, 93)],
  ['untranslated_sent', each(99, 99, 99)],
  ['shuffle_words', each(50, 92, 50, 'any')],
]);
