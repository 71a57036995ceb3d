import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALIGNMENTS } from '../../../../server/src/core/formats/format.ts';
import { huggingFace } from '../../../../server/src/core/formats/huggingFace.ts';
import { parquet } from '../../../../server/src/core/formats/parquet.ts';
import { anyDataset } from './datasetArbitraries.ts';
import { expectedOf, foundIn, readDataset, writeDataset } from './roundTrip.ts';

const anyOptions = fc.record({
  rows: fc.constantFrom('sentence', 'article'),
  scheme: fc.constantFrom('iob2', 'iob1', 'bioes', 'bilou'),
  layers: fc.constantFrom('1', '2', '4'),
  column: fc.constantFrom('ner_tags', 'labels'),
});
const anySchema = fc
  .uniqueArray(fc.constantFrom('ORG', 'PER', 'a:b'))
  .map((labels) => ({ labels, relations: [], documentLabels: [], attributes: [] }));

describe.each([
  ['JSON Lines with names', huggingFace, { tags: 'names' }],
  ['JSON Lines with numbers', huggingFace, { tags: 'ids' }],
  ['Parquet', parquet, {}],
])('Hugging Face: %s', (_, format, fixed) => {
  it('reads back what its losses say, and the text to the letter', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyDataset(),
        fc.constantFrom(...ALIGNMENTS),
        anyOptions,
        anySchema,
        async (articles, align, options, schema) => {
          const written = writeDataset(format, articles, {
            align,
            schema,
            options: { ...options, ...fixed },
          });
          const read = await readDataset(format, written.files, { column: options.column });
          expect(read.problems.filter((p) => p.severity === 'error')).toEqual([]);
          expect(read.articles.map((a) => [a.textIs, a.text])).toEqual(
            articles.map((a) => ['given', a.text]),
          );
          expect(foundIn(format, read.articles, articles)).toEqual(
            expectedOf(format, articles, written.losses),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('writes the same bytes again', () => {
    fc.assert(
      fc.property(anyDataset(), (articles) => {
        expect(writeDataset(format, articles, { options: fixed }).files).toEqual(
          writeDataset(format, articles, { options: fixed }).files,
        );
      }),
      { numRuns: 20 },
    );
  });
});

describe('Parquet', () => {
  it('never throws on a file that was damaged', async () => {
    const anyDamage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(anyDataset(), anyDamage, fc.option(fc.nat()), async (articles, damage, cut) => {
        const [file] = writeDataset(parquet, articles).files.values();
        const bytes = new Uint8Array(file ?? []);
        for (const [at, value] of damage) if (bytes.length > 0) bytes[at % bytes.length] = value;
        const short = cut === null ? bytes : bytes.slice(0, cut % (bytes.length + 1));
        const { articles: read, problems } = await readDataset(parquet, new Map([['x.parquet', short]]));
        if (cut !== null && short.length < bytes.length)
          expect(problems.map((p) => p.severity)).toContain('error');
        for (const { text = '', spans } of read)
          for (const { parts } of spans)
            for (const { start, end, quote } of parts) expect(text.slice(start, end)).toBe(quote);
      }),
      { numRuns: 200 },
    );
  });
});
