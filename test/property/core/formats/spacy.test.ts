import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spacy, spacyDoc } from '../../../../server/src/core/formats/spacy.ts';
import { anyDataset } from './datasetArbitraries.ts';
import { expectedOf, foundIn, readDataset, writeDataset } from './roundTrip.ts';

describe('spaCy JSON Lines', () => {
  it('reads back what it wrote', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyDataset(),
        fc.constantFrom('sc', '__proto__', 'meine Gruppe'),
        async (articles, group) => {
          const written = writeDataset(spacy, articles, { options: { group } });
          const read = await readDataset(spacy, written.files);
          expect(read.problems).toEqual([]);
          expect(foundIn(spacy, read.articles, articles)).toEqual(
            expectedOf(spacy, articles, written.losses),
          );
          expect(written.losses).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('spaCy Doc JSON', () => {
  it.each(['strict', 'expand', 'contract'] as const)(
    'reads back what it wrote, aligned: %s',
    async (align) => {
      await fc.assert(
        fc.asyncProperty(anyDataset(), async (articles) => {
          const written = writeDataset(spacyDoc, articles, { align });
          const read = await readDataset(spacyDoc, written.files);
          expect(read.problems).toEqual([]);
          expect(foundIn(spacyDoc, read.articles, articles)).toEqual(
            expectedOf(spacyDoc, articles, written.losses),
          );
        }),
        { numRuns: 300 },
      );
    },
  );

  it('loses nothing of spans that begin and end with words', () => {
    fc.assert(
      fc.property(anyDataset({ text: fc.constantFrom('Bandung', 'é😀', '北', 'a\ufeffb') }), (articles) => {
        const whole = articles.map((a) => ({
          ...a,
          spans: a.spans.map(({ parts: _, ...s }) => ({ ...s, start: 0, end: a.text.length })),
        }));
        expect(writeDataset(spacyDoc, whole).losses).toEqual([]);
      }),
    );
  });
});
