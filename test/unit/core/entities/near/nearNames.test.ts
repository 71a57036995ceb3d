import { describe, expect, it } from 'vitest';
import { buildNearIndex } from '../../../../../server/src/core/entities/near/nearIndex.ts';
import { nearNames } from '../../../../../server/src/core/entities/near/nearNames.ts';
import { TERRITORY_LANGUAGES, territories } from '../../../../../server/src/core/entities/territories.ts';
import { entity } from '../entities.ts';

const index = buildNearIndex([
  ...territories(TERRITORY_LANGUAGES),
  entity('kremlin', { en: ['Kremlin'], ru: ['Кремль'], vi: ['Điện Kremlin'] }, { type: 'ORG' }),
  entity('taliban', { en: ['Taliban'], ar: ['طالبان'] }, { type: 'ORG' }),
  entity('peskov', { en: ['Dmitri Peskov'] }, { type: 'PER' }),
  entity('petrova', { en: ['Petrova'] }, { type: 'PER' }),
  entity('fss', { en: ['Federal Security Service'], id: ['Dinas Keamanan Federal'] }, { type: 'ORG' }),
]);
const WORDS = new Set('georgian indians chine turkey the and minister servis'.split(' '));

function near(text: string, language: string): string[] {
  return nearNames(text, [], index, language, (word) => WORDS.has(word)).map(
    ({ start, end, name }) => `${text.slice(start, end)}>${name}`,
  );
}

describe('names with a damaged letter', () => {
  it.each([
    ['en', 'republics such as Tajiistan, allies', ['Tajiistan>Tajikistan']],
    ['en', 'the Krernlin said', ['Krernlin>Kremlin']],
    ['en', 'the Kremiin and the Kreml1n', ['Kremiin>Kremlin', 'Kreml1n>Kremlin']],
    ['en', 'in Afgahnistan with Talibann', ['Afgahnistan>Afghanistan', 'Talibann>Taliban']],
    ['en', 'spokesman Dmitri Peskow said', ['Dmitri Peskow>Dmitri Peskov']],
    ['en', 'the Federal Secruity Serrvice', ['Federal Secruity Serrvice>Federal Security Service']],
    [
      'id',
      'Dinas Keamanan Fedral di Indonsia',
      ['Dinas Keamanan Fedral>Dinas Keamanan Federal', 'Indonsia>Indonesia'],
    ],
    ['tr', 'TÃ¼rkiye ve T\ufffdrkiye', ['TÃ¼rkiye>Türkiye', 'T\ufffdrkiye>Türkiye']],
    ['vi', 'o Trung Quoc va Thai Lan', ['Trung Quoc>Trung Quốc', 'Thai Lan>Thái Lan']],
    [
      'ru',
      'в Афганстане и Афганиcтан, Кремлль',
      ['Афганстане>Афганистан', 'Афганиcтан>Афганистан', 'Кремлль>Кремль'],
    ],
    ['es', 'en Argelía y Argentima', ['Argelía>Argelia', 'Argentima>Argentina']],
  ])('%s: %s', (language, text, expected) => {
    expect(near(text, language)).toEqual(expected);
  });

  it.each([
    // Known names, in any letter case; short words; ordinary words; endings; other names; addresses; scripts without blanks.
    ['en', 'Kremlin KREMLIN Iran Irak Iram'],
    ['en', 'Georgian Indians the servis'],
    ['en', 'Russias Russian Talibans'],
    ['en', 'tajiistan, krernlin'],
    ['en', 'Petrov and Jussia'],
    ['en', 'https://example.org/Tajiistan'],
    ['vi', 'Trùng Quốc'],
    ['zh', '阿富汙'],
    ['en', ''],
  ])('%s: nothing in %s', (language, text) => {
    expect(near(text, language)).toEqual([]);
  });

  it('leaves alone what is taken', () => {
    const text = 'Tajiistan and Tajiistan';
    const found = nearNames(text, [{ start: 0, end: 9 }], index, 'en', () => false);
    expect(found.map(({ start, end }) => [start, end])).toEqual([[14, 23]]);
  });

  it('is surer of a long name with one damaged letter than of a short one', () => {
    const score = (text: string) => nearNames(text, [], index, 'en', () => false)[0]?.score ?? 0;
    expect(score('Afganistam')).toBeLessThan(score('Afghanistam'));
    expect(score('Kremlim')).toBeLessThan(score('Afghanistam'));
    expect(score('Kremlim')).toBeGreaterThan(0.5);
  });

  it('offers the same whatever the order of entities, and is less sure of two', () => {
    const two = [entity('b', { en: ['Springfield'] }), entity('a', { en: ['Springfield'] })];
    const [ab, ba] = [two, two.toReversed()].map((list) =>
      nearNames('in Springfeld', [], buildNearIndex(list), 'en', () => false),
    );
    expect(ab).toEqual(ba);
    expect(ab?.[0]).toMatchObject({ entityId: 'a', name: 'Springfield' });
    expect(ab?.[0]?.score).toBeLessThan(0.6);
  });

  it('takes no more than 200,000 names', () => {
    const many = entity('many', {
      en: Array.from({ length: 200_010 }, (_, i) => `Name ${i.toString(36)}x${i}`),
    });
    expect(buildNearIndex([many]).size).toBe(200_000);
  });
});
