import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../../../server/src/core/formats/csv.ts';
import { anyDataset } from './datasetArbitraries.ts';
import { expectedOf, foundIn, readDataset, writeDataset } from './roundTrip.ts';

describe('CSV', () => {
  it.each(['comma', 'semicolon', 'tab'])('reads back what it wrote, between cells: %s', async (separator) => {
    await fc.assert(
      fc.asyncProperty(anyDataset(), async (articles) => {
        const written = writeDataset(csv, articles, { options: { separator } });
        const files = new Map([...written.files].map(([name, b]) => [name.replace('.tsv', '.csv'), b]));
        const read = await readDataset(csv, files);
        expect(read.problems).toEqual([]);
        expect(foundIn(csv, read.articles, articles)).toEqual(expectedOf(csv, articles, written.losses));
        expect(written.losses).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every cell from beginning with what a spreadsheet takes for a formula', () => {
    const odd = fc.constantFrom('=1+1', '-2', "'=x", "'", '@a', '\tb', '+c', 'plain');
    fc.assert(
      fc.property(anyDataset({ label: odd, text: odd }), (articles) => {
        const table = new TextDecoder().decode(writeDataset(csv, articles).files.get('data.csv'));
        expect(table).not.toMatch(/(?:^|[,\n])"?[=+@\t-]/);
      }),
    );
  });

  it('reads back cells that look like formulas, and tells of halves of characters', async () => {
    const odd = fc.constantFrom('=1+1', '-2', "'=x", "'", '@a', '\tb', '+c', '\ud800x', '\udc00');
    await fc.assert(
      fc.asyncProperty(anyDataset({ label: odd, text: odd }), async (articles) => {
        const written = writeDataset(csv, articles);
        const read = await readDataset(csv, written.files);
        expect(read.problems).toEqual([]);
        expect(foundIn(csv, read.articles, articles)).toEqual(expectedOf(csv, articles, written.losses));
      }),
      { numRuns: 300 },
    );
  });
});
