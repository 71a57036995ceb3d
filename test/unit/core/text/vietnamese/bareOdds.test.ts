import { expect, test } from 'vitest';
import { BareOdds } from '../../../../../server/src/core/text/vietnamese/bareOdds.ts';
import { markedForms } from '../../../../../server/src/core/text/vietnamese/syllable.ts';
import { shippedLexicon } from '../../../../support/ruleContext.ts';

const vietnamese = shippedLexicon.of('vi');

test('the forms of a bare word are all its syllables with marks', () => {
  expect(markedForms('cua')).toEqual(expect.arrayContaining(['của', 'cứa', 'cùa', 'cửa', 'cưa']));
  expect(markedForms('cua')).not.toContain('cua');
  expect(markedForms('duoc')).toContain('được');
  for (const none of ['', 'taliban', 'được', '__proto__', 'x']) expect(markedForms(none)).toEqual([]);
});

test('a word that is seldom or never written bare tells much, one that is common as it stands next to nothing', () => {
  if (vietnamese === undefined) throw new Error('no word list');
  const odds = new BareOdds(vietnamese, shippedLexicon.of('en'));
  for (const word of ['nguoi', 'duoc', 'khong', 'cac']) expect(odds.bits(word)).toBe(8);
  expect(odds.bits('cua')).toBeGreaterThan(4);
  for (const word of ['trong', 'cho', 'anh', 'theo', 'ra']) expect(odds.bits(word)).toBeLessThan(2);
  for (const word of ['saya', 'street', '', 'người']) expect(odds.bits(word)).toBe(0);
});
