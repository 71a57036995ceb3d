import { describe, expect, it } from 'vitest';
import { cleanedName, nameFault } from '../../../../../server/src/core/entities/editing/newName.ts';

describe('the name in selected words', () => {
  it.each([
    [' “Serikat Nelayan Teluk”, ', 'Serikat Nelayan Teluk'],
    ['Serikat\nNelayan\u00a0 Teluk', 'Serikat Nelayan Teluk'],
    ['Budi Hartono’s', 'Budi Hartono'],
    ["'Budi Hartono's'", 'Budi Hartono'],
    ['(FSB)', 'FSB'],
    ['Serikat (SNT)', 'Serikat (SNT)'],
    ['U.S.', 'U.S.'],
    ['Moskow.', 'Moskow'],
    ['Tali\u00adban\u200b', 'Taliban'],
    ['Nguye\u0302\u0303n', 'Nguyễn'],
    ['«Талибан»', 'Талибан'],
    ['al-Qaeda', 'al-Qaeda'],
    ['“ ”', ''],
  ])('%j is %j', (words, name) => {
    expect(cleanedName(words)).toBe(name);
  });
});

describe('a new name', () => {
  it.each(['Nga', 'Ý', 'al-Qaeda', '中国', 'O\'Brien "Bob"', 'a\\b', '👍 Partai', 'القاعدة'])(
    'may be %j',
    (name) => {
      expect(nameFault(name)).toBeUndefined();
    },
  );
  it.each([
    ['', 'empty'],
    [' \t', 'empty'],
    ['A', 'less than two letters'],
    ['7', 'less than two letters'],
    ['<b>Nga</b>', 'plain text'],
    ['Nga\u2028Mỹ', 'plain text'],
    ['Nga\u202eMỹ', 'plain text'],
    ['two\nlines', 'plain text'],
    ['x'.repeat(201), 'at most'],
    ['Ng\ud800a', 'plain text'],
    [' Nga', 'plain text'],
  ])('cannot be %j', (name, why) => {
    expect(nameFault(name)?.template).toContain(why);
  });
});
