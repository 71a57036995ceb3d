import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conllu } from '../../../../server/src/core/formats/conllu.ts';
import { ALIGNMENTS } from '../../../../server/src/core/formats/format.ts';
import { anyDataset } from './datasetArbitraries.ts';
import { expectedOf, foundIn, readDataset, writeDataset } from './roundTrip.ts';

describe('CoNLL-U', () => {
  it('reads back what its losses say', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset(), fc.constantFrom(...ALIGNMENTS), async (articles, align) => {
        const written = writeDataset(conllu, articles, { align });
        const read = await readDataset(conllu, written.files);
        expect(read.problems).toEqual([]);
        expect(foundIn(conllu, read.articles, articles)).toEqual(
          expectedOf(conllu, articles, written.losses),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('gives the text to the letter', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset(), async (articles) => {
        const read = await readDataset(conllu, writeDataset(conllu, articles).files);
        expect(read.articles.map((a) => [a.textIs, a.text])).toEqual(articles.map((a) => ['given', a.text]));
      }),
    );
  });

  it('has ten columns in every line, and every sentence’s words in its “# text”', () => {
    fc.assert(
      fc.property(anyDataset(), (articles) => {
        const [bytes] = writeDataset(conllu, articles).files.values();
        for (const sentence of Buffer.from(bytes ?? [])
          .toString()
          .trimEnd()
          .split('\n\n')) {
          const rows = sentence.split('\n').filter((line) => /^\d/.test(line));
          for (const row of rows) expect(row.split('\t')).toHaveLength(10);
          if (bytes && !sentence.includes('Empty=Yes'))
            expect(/# text = (.*)/.exec(sentence)?.[1]?.replaceAll(' ', '')).toBe(
              rows.map((row) => row.split('\t')[1]).join(''),
            );
        }
      }),
    );
  });

  it('never throws on any lines', async () => {
    const cell = fc.constantFrom(
      '1',
      '2',
      '1-2',
      '1.1',
      'kata',
      '_',
      'Entity=(e1-PER',
      'Entity=e1)',
      'Entity=(e1[1/2]-X)',
      'SpaceAfter=No',
      'SpacesAfter=\\n',
      'NER=I-X',
    );
    const line = fc.oneof(
      fc.array(cell, { maxLength: 3 }).map((c) => c.join('\t')),
      fc
        .tuple(fc.constantFrom('1', '2', '1-2', '1.1'), cell, cell)
        .map(([id, form, misc]) => `${id}\t${form}${'\t_'.repeat(7)}\t${misc}`),
      fc.constantFrom(
        '',
        '# newdoc',
        '# text = kata kata',
        '# doc_json_pressmark = {"relations":[{"from":[]}]}',
        '# global.Entity = x',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 14 }), async (lines) => {
        const bytes = new Uint8Array(Buffer.from(lines.join('\n')));
        const { articles } = await readDataset(conllu, new Map([['x.conllu', bytes]]));
        for (const { text = '', spans } of articles)
          for (const { parts } of spans)
            for (const { start, end, quote } of parts) expect(text.slice(start, end)).toBe(quote);
      }),
    );
  });
});
