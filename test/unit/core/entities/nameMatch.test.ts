import { expect, it } from 'vitest';
import { matchedName } from '../../../../server/src/core/entities/nameMatch.ts';
import { entity } from './entities.ts';

const russia = entity('Q159', {
  en: ['Russia'],
  ru: ['Россия'],
  vi: ['Nga'],
  uk: ['Росія'],
  de: ['Russland'],
});

it.each([
  ['nga', 'Nga', 'vi'],
  ['РОССИЯ', 'Россия', 'ru'],
  ['russ', 'Russia', undefined],
  ['sia', 'Russia', undefined],
  ['land', 'Russland', 'de'],
])('%s is found by %s', (query, name, language) => {
  expect(matchedName(russia, query, [])).toEqual(language === undefined ? { name } : { name, language });
});

it('prefers names in the reader’s languages, a better fit before those, and knows when there is none', () => {
  expect(matchedName(russia, 'russ', ['de'])).toEqual({ name: 'Russland', language: 'de' });
  expect(matchedName(russia, 'russia', ['de'])).toEqual({ name: 'Russia' });
  expect(matchedName(russia, 'xyz', ['de'])).toBeUndefined();
});
