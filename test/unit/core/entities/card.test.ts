import { describe, expect, it } from 'vitest';
import { entityCard } from '../../../../server/src/core/entities/card.ts';
import { languageChoices, nameFor } from '../../../../server/src/core/entities/readerLanguage.ts';
import { entity } from './entities.ts';

const russia = entity(
  'Q159',
  { en: ['Russia', 'Russian Federation'], id: ['Rusia'], vi: ['Nga'] },
  {
    description: new Map([
      ['en', 'A country.'],
      ['vi', 'Một nước.'],
    ]),
    url: 'https://example.org',
  },
);

describe('entityCard', () => {
  it('speaks the reader’s language and shows the corpus’s', () => {
    expect(entityCard(russia, { language: 'vi-VN', corpusLanguages: ['id', 'vi', 'xx'] })).toEqual({
      title: 'Nga',
      type: 'GPE',
      description: { text: 'Một nước.' },
      names: [
        { language: 'vi', names: ['Nga'], more: 0 },
        { language: 'id', names: ['Rusia'], more: 0 },
      ],
      id: 'Q159',
      url: 'https://example.org',
    });
  });

  it('falls back to the canonical name, and to a description in a language that it tells', () => {
    const card = entityCard(russia, { language: 'de', corpusLanguages: [] });
    expect(card).toMatchObject({
      title: 'Russia',
      description: { text: 'A country.', language: 'en' },
      names: [],
    });
    const french = entity('x', { fr: ['Yvelines'] }, { description: new Map([['fr', 'Un lieu.']]) });
    expect(entityCard(french, { language: 'de', corpusLanguages: [] }).description).toEqual({
      text: 'Un lieu.',
      language: 'fr',
    });
  });

  it('shows names of all languages only where they say something new, and counts what is too much', () => {
    const many = entity('x', {
      und: ['Alpha', 'A 1'],
      en: ['Alpha', ...'bcdefgh'.split('').map((c) => c + c)],
    });
    expect(entityCard(many, { language: 'en', corpusLanguages: ['en'] }).names).toEqual([
      { language: 'en', names: ['Alpha', 'bb', 'cc', 'dd', 'ee', 'ff'], more: 2 },
      { language: 'und', names: ['A 1'], more: 0 },
    ]);
  });

  it('has no description or address where there is none, or none that is safe', () => {
    const card = entityCard(entity('x', { en: ['X Y'] }, { url: 'javascript:1' }), {
      language: 'en',
      corpusLanguages: [],
    });
    expect(card).not.toHaveProperty('description');
    expect(card).not.toHaveProperty('url');
  });
});

describe('languageChoices', () => {
  it.each([
    ['pt-br', ['pt-br', 'pt']],
    ['zh-cn', ['zh-cn', 'zh-hans', 'zh']],
    ['zh_TW', ['zh-tw', 'zh-hant', 'zh']],
    ['nb', ['nb', 'no', 'nn']],
    ['en', ['en']],
    ['', []],
  ])('of %s are %j', (locale, choices) => {
    expect(languageChoices(locale)).toEqual(choices);
  });

  it('give the most particular name that there is', () => {
    const china = entity('Q148', { en: ['China'], zh: ['中国'], 'zh-hant': ['中國'], pt: ['China (pt)'] });
    expect(['zh-tw', 'zh-cn', 'pt-br', 'de'].map((locale) => nameFor(china, locale))).toEqual([
      '中國',
      '中国',
      'China (pt)',
      'China',
    ]);
  });
});
