import { describe, expect, it } from 'vitest';
import { entityCard } from '../../../../server/src/core/entities/card.ts';
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
      description: 'Một nước.',
      names: [
        { language: 'vi', names: ['Nga'] },
        { language: 'id', names: ['Rusia'] },
      ],
      id: 'Q159',
      url: 'https://example.org',
    });
  });

  it('falls back to the canonical name and an English description', () => {
    const card = entityCard(russia, { language: 'de', corpusLanguages: [] });
    expect(card).toMatchObject({ title: 'Russia', description: 'A country.', names: [] });
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
