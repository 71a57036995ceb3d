import { expect, test } from 'vitest';
import { CATALOGUE } from '../../../../../../server/src/core/checks/catalogue.ts';
import { findingsOf, fixed } from '../../../../../support/examples.ts';
import { ruleContext } from '../../../../../support/ruleContext.ts';

const rule = CATALOGUE.find((r) => r.code === 'spacing/split-word');

function repaired(language: string, text: string): string {
  if (rule === undefined) throw new Error('no rule');
  return fixed(text, findingsOf(rule, text, ruleContext(language)));
}

test.each([
  ['id', 'Mereka berbelan ja di pasar.', 'Mereka berbelanja di pasar.'],
  ['id', 'Keme nterian itu tutup.', 'Kementerian itu tutup.'],
  ['vi', 'Có 3 tri ệu n gười.', 'Có 3 triệu người.'],
  ['vi', 'Ngư ời dân.', 'Người dân.'],
  ['en', 'It opens on Wednes day at noon.', 'It opens on Wednesday at noon.'],
  ['en', 'The impor tant thi ng.', 'The important thing.'],
])('%s: %s', (language, text, expected) => {
  expect(repaired(language, text)).toBe(expected);
});

test.each([
  ['id', 'Dia di rumah, kata nya; jarak 5 km jalan; ala kadar.'],
  ['en', 'He may be in to it; the 4 th an hour, a t shirt, an Ander fan.'],
  ['en', 'See pre-gover nment and gover-nment.'],
  ['vi', 'Chị y tá u ám, ý an, 5 m vải.'],
  ['de', 'Das Wo rt ist kap utt.'],
])('%s: nothing in %s', (language, text) => {
  expect(repaired(language, text)).toBe(text);
});
