import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conll } from '../../../../server/src/core/formats/conll.ts';
import { ALIGNMENTS } from '../../../../server/src/core/formats/format.ts';
import { anyDataset } from './datasetArbitraries.ts';
import { expectedOf, foundIn, readDataset, writeDataset } from './roundTrip.ts';

const anyOptions = fc.record({
  columns: fc.constantFrom('auto', 'form,tag', 'id,form,tag,tag', 'tag,_,form', 'form,_,tag,tag,tag'),
  scheme: fc.constantFrom('iob2', 'iob1', 'bioes', 'bilou'),
  separator: fc.constantFrom('blank', 'tab'),
  documents: fc.constantFrom('docstart', 'comment'),
});

describe('CoNLL', () => {
  it('reads back what its losses say, in every layout', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyDataset(),
        fc.constantFrom(...ALIGNMENTS),
        anyOptions,
        fc.boolean(),
        async (articles, align, options, told) => {
          const written = writeDataset(conll, articles, { align, options });
          // Columns after the token, with tags in them, are found without being told; other layouts are not.
          const auto = !told && ['auto', 'form,tag'].includes(options.columns);
          const read = await readDataset(conll, written.files, auto ? {} : options);
          expect(read.problems.filter((p) => p.severity === 'error' || p.code === 'conll/repaired')).toEqual(
            [],
          );
          expect(foundIn(conll, read.articles, articles)).toEqual(
            expectedOf(conll, articles, written.losses),
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  it('says the same bytes again', () => {
    fc.assert(
      fc.property(anyDataset(), (articles) => {
        expect(writeDataset(conll, articles).files).toEqual(writeDataset(conll, articles).files);
      }),
      { numRuns: 20 },
    );
  });

  it('never throws on any lines', async () => {
    const line = fc.array(
      fc.constantFrom('O', 'B-PER', 'I-', 'kata', '#', '\t', ' ', '1', '-DOCSTART-', '%', 'E-X'),
      {
        maxLength: 6,
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
        const bytes = new Uint8Array(Buffer.from(lines.map((l) => l.join(' ')).join('\n')));
        const { articles } = await readDataset(conll, new Map([['x.conll', bytes]]));
        for (const { text = '', spans } of articles)
          for (const { parts } of spans)
            for (const { start, end, quote } of parts) expect(text.slice(start, end)).toBe(quote);
      }),
    );
  });
});
