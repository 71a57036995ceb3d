import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xmi } from '../../../../server/src/core/formats/xmi.ts';
import { anyArticleText, anyDataset } from './datasetArbitraries.ts';
import { expectedOf, foundIn, readDataset, writeDataset } from './roundTrip.ts';

describe('XMI', () => {
  it.each(['named-entity', 'basic', 'pressmark'])('gives back what its losses say (%s)', async (layers) => {
    await fc.assert(
      fc.asyncProperty(anyDataset(), async (articles) => {
        const written = writeDataset(xmi, articles, { options: { layers } });
        const read = await readDataset(xmi, written.files);
        expect(read.problems).toEqual([]);
        expect(foundIn(xmi, read.articles, articles)).toEqual(expectedOf(xmi, articles, written.losses));
      }),
    );
  });

  it('loses nothing of texts that XML can hold', () => {
    const text = anyArticleText.map((t) => t.replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '·'));
    fc.assert(
      fc.property(anyDataset({ text }), (articles) => {
        expect(writeDataset(xmi, articles).losses).toEqual([]);
      }),
    );
  });
});
