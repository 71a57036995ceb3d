import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../../../server/src/core/entities/entity.ts';
import { buildGazetteer } from '../../../../../server/src/core/entities/gazetteer.ts';
import { articleMentions } from '../../../../support/goldEntities.ts';
import { entity } from '../entities.ts';

const described = (text: string) => ({ description: new Map([['en', text]]) });
const ENTITIES: readonly Entity[] = [
  entity('city', { en: ['Alexandria'] }, described('City in Canada.')),
  entity('lake', { en: ['Alexandria'] }, { type: 'LOC', ...described('Lake in Uganda.') }),
  entity('woman', { en: ['Alexandria'] }, { type: 'PER', ...described('Princess of Sweden.') }),
  entity('canada', { en: ['Canada'], id: ['Kanada'] }),
  entity('uganda', { en: ['Uganda'], id: ['Uganda'] }),
  entity('long-city', { en: ['Alexandria City'] }),
  entity('arabic', { en: ['Granada'] }),
  entity('spanish', { es: ['Granada'] }),
];
const known = buildGazetteer(ENTITIES);

function readings(text: string, language = 'en', gazetteer = known): string[] {
  const found = articleMentions(text, language, gazetteer).find(
    ({ alternatives }) => alternatives.length > 0,
  );
  return found === undefined ? [] : [found.entityId, ...found.alternatives.map(({ entityId }) => entityId)];
}

describe('which bearer of a name is meant', () => {
  it.each([
    ['nothing tells: in the order of ids', 'We saw Alexandria.', ['city', 'lake', 'woman']],
    ['a title', 'We saw Princess Alexandria.', ['woman', 'city', 'lake']],
    ['a word of places', 'We live in Alexandria.', ['city', 'lake', 'woman']],
    [
      'its description names who else is mentioned',
      'Uganda has fish in Alexandria.',
      ['lake', 'city', 'woman'],
    ],
    ['the paragraph, also behind it', 'By the waters of Alexandria, Canada.', ['city', 'lake', 'woman']],
  ])('%s', (_, text, expected) => {
    expect(readings(text)).toEqual(expected);
  });

  it('is whom the article named before', () => {
    const text = 'Uganda shares Alexandria.\n\nThen Alexandria fell, and Alexandria rose.';
    expect(articleMentions(text, 'en', known).map(({ entityId }) => entityId)).toEqual([
      'uganda',
      'lake',
      'lake',
      'lake',
    ]);
  });

  it('is who has the name in the article’s language', () => {
    expect(readings('Vive en Granada.', 'es')).toEqual(['spanish', 'arabic']);
    expect(readings('They live near Granada.', 'en')).toEqual(['arabic', 'spanish']);
  });

  it('has scores between 0 and 1, the likeliest first', () => {
    for (const { score, alternatives } of articleMentions(
      'Princess Alexandria. In Alexandria, Uganda',
      'en',
      known,
    )) {
      const scores = [score, ...alternatives.map((one) => one.score)];
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      expect(Math.min(...scores)).toBeGreaterThan(0);
      expect(Math.max(...scores)).toBeLessThanOrEqual(1);
    }
  });

  it('does not depend on the order of entities', () => {
    const text = 'Uganda, Alexandria, Princess Alexandria, Granada';
    const reversed = buildGazetteer(ENTITIES.toReversed());
    expect(articleMentions(text, 'en', reversed)).toEqual(articleMentions(text, 'en', known));
  });
});
