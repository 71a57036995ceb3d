import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelStudio } from '../../../../server/src/core/formats/labelStudio.ts';
import { anyDataset } from './datasetArbitraries.ts';
import { expectedOf, foundIn, readDataset, writeDataset } from './roundTrip.ts';

describe('Label Studio JSON', () => {
  it.each(['annotations', 'predictions'])('reads back what it wrote as %s', async (as) => {
    await fc.assert(
      fc.asyncProperty(anyDataset(), fc.boolean(), async (articles, twice) => {
        const layers = twice
          ? articles.flatMap((a) => [
              a,
              { ...a, annotator: 'budi' },
              { ...a, annotator: 'x', spans: [], relations: [] },
            ])
          : articles;
        const written = writeDataset(labelStudio, layers, { options: { as } });
        const read = await readDataset(labelStudio, written.files);
        expect(read.problems).toEqual([]);
        expect(foundIn(labelStudio, read.articles, layers)).toEqual(
          expectedOf(labelStudio, layers, written.losses),
        );
        expect(written.losses).toEqual([]);
        const tasks = JSON.parse(new TextDecoder().decode(written.files.get('data.json'))) as unknown[];
        expect(tasks).toHaveLength(articles.length);
      }),
      { numRuns: 300 },
    );
  });
});
