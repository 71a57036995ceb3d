import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { casJson } from '../../../../server/src/core/formats/casJson.ts';
import { anyDataset } from './datasetArbitraries.ts';
import { expectedOf, foundIn, readDataset, writeDataset } from './roundTrip.ts';

describe('CAS JSON', () => {
  it.each(['named-entity', 'basic', 'pressmark'])('gives back what its losses say (%s)', async (layers) => {
    await fc.assert(
      fc.asyncProperty(anyDataset(), async (articles) => {
        const written = writeDataset(casJson, articles, { options: { layers } });
        const read = await readDataset(casJson, written.files);
        expect(read.problems).toEqual([]);
        expect(foundIn(casJson, read.articles, articles)).toEqual(
          expectedOf(casJson, articles, written.losses),
        );
      }),
    );
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(anyDataset(), (articles) => {
        expect(writeDataset(casJson, articles).losses).toEqual([]);
      }),
    );
  });
});
