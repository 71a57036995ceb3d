import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInline } from '../../../../server/src/core/formats/inline/parse.ts';
import { writeInline } from '../../../../server/src/core/formats/inline/write.ts';
import { inline } from '../../../../server/src/core/formats/inline.ts';
import { anyArticle, anyDataset } from './datasetArbitraries.ts';
import { expectedOf, foundIn, readDataset, writeDataset } from './roundTrip.ts';

describe('inline tagged text', () => {
  it('reads back what its losses say', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset(), async (articles) => {
        const written = writeDataset(inline, articles);
        const { articles: read, problems } = await readDataset(inline, written.files);
        expect(problems).toEqual([]);
        expect(foundIn(inline, read, articles)).toEqual(expectedOf(inline, articles, written.losses));
      }),
      { numRuns: 800 },
    );
  });

  it('loses no span that stands inside, beside or upon others', () => {
    fc.assert(
      fc.property(anyArticle(), (article) => {
        const [first] = article.spans;
        const alone = {
          ...article,
          spans: first && !first.parts ? [first, { ...first, id: 'again' }] : [],
          relations: [],
          documentLabels: [],
        };
        expect(writeInline(alone).losses).toEqual([]);
      }),
    );
  });

  it('tells where each tag stands in the tagged text', () => {
    fc.assert(
      fc.property(anyArticle(), (article) => {
        const { text: tagged } = writeInline(article);
        const { text, spans, problems } = parseInline(tagged);
        expect([text, problems]).toEqual([article.text, []]);
        for (const { opening, closing, start, end } of spans) {
          expect(tagged.slice(opening.start, opening.end)).toBe('[');
          expect(tagged.slice(closing.start, closing.start + 2) + tagged[closing.end - 1]).toBe(']()');
          expect(parseInline(tagged.slice(opening.end, closing.start)).text).toBe(text.slice(start, end));
        }
      }),
    );
  });

  it('never throws on any text, and what has no problems is written back alike', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '](',
      ')',
      '(ORG)',
      '](ORG)',
      '\\',
      '"',
      '=',
      ' ',
      '\n',
      'x',
      'x=y',
      '@',
      '"n"',
      '[]',
      ',',
      '](A Q1 b=["c"] "d")',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const tagged = pieces.join('');
        const read = parseInline(tagged);
        for (const { start, end, line } of read.problems) {
          expect(start).toBeLessThan(end);
          expect(line).toBe(tagged.slice(0, start).split('\n').length);
        }
        if (read.problems.length > 0) return;
        const spans = read.spans.map((s, i) => ({ ...s, id: `${i}` }));
        const again = parseInline(
          writeInline({ text: read.text, spans, relations: [], documentLabels: [] }).text,
        );
        const plain = (all: typeof read.spans) =>
          all
            .map(({ opening, closing, ...s }) => s)
            .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
        expect([again.text, plain(again.spans)]).toEqual([read.text, plain(read.spans)]);
      }),
      { numRuns: 3000 },
    );
  });
});
