import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doccano } from '../../../../server/src/core/formats/doccano.ts';
import { anyDataset } from './datasetArbitraries.ts';
import { expectedOf, foundIn, readDataset, writeDataset } from './roundTrip.ts';

describe('doccano JSON Lines', () => {
  it('reads back what it wrote', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyDataset(),
        fc.constantFrom('entities', 'label'),
        fc.constantFrom('utf16', 'codePoints'),
        async (articles, shape, offsets) => {
          const written = writeDataset(doccano, articles, { options: { shape, offsets } });
          const read = await readDataset(doccano, written.files);
          expect(read.problems).toEqual([]);
          expect(foundIn(doccano, read.articles, articles)).toEqual(
            expectedOf(doccano, articles, written.losses),
          );
          expect(written.losses).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
