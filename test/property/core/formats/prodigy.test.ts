import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prodigy } from '../../../../server/src/core/formats/prodigy.ts';
import { anyDataset } from './datasetArbitraries.ts';
import { expectedOf, foundIn, readDataset, writeDataset } from './roundTrip.ts';

describe('Prodigy JSON Lines', () => {
  it.each(['yes', 'no'])('reads back what it wrote, with tokens: %s', async (tokens) => {
    await fc.assert(
      fc.asyncProperty(anyDataset(), async (articles) => {
        const written = writeDataset(prodigy, articles, { options: { tokens } });
        const read = await readDataset(prodigy, written.files);
        expect(read.problems).toEqual([]);
        expect(foundIn(prodigy, read.articles, articles)).toEqual(
          expectedOf(prodigy, articles, written.losses),
        );
        expect(written.losses).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
