import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildGazetteer } from '../../../../server/src/core/entities/gazetteer.ts';
import { TERRITORY_LANGUAGES, territories } from '../../../../server/src/core/entities/territories.ts';
import { goldArticles, scoreEntities } from '../../../support/goldEntities.ts';
import { sampleEntities } from '../../../support/sampleEntities.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const articles = goldArticles(ROOT);
if (!articles) console.log('skipped: the annotated articles are not beside this copy of the project');

describe.skipIf(!articles)('the sample entities on the annotated articles', () => {
  const { entities } = sampleEntities(ROOT);
  const gazetteer = buildGazetteer([...territories(TERRITORY_LANGUAGES), ...entities]);

  it.each(articles ?? [])(
    '$file: required names and dates are found, and hardly anything else',
    (article) => {
      const score = scoreEntities(article, gazetteer, true);
      expect(score.found / score.required, `missed: ${score.missed.join(', ')}`).toBeGreaterThanOrEqual(0.95);
      expect(score.right / score.mentions, `wrong: ${score.wrong.join(', ')}`).toBeGreaterThanOrEqual(0.97);
    },
  );
});
