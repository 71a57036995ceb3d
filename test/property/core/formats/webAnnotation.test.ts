import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeRead } from '../../../../server/src/core/formats/offsets/placeRead.ts';
import { entityIri, entityOf } from '../../../../server/src/core/formats/webAnnotation/iri.ts';
import { webAnnotation } from '../../../../server/src/core/formats/webAnnotation.ts';
import { anyDataset } from './datasetArbitraries.ts';
import { expectedOf, foundIn, readDataset, writeDataset } from './roundTrip.ts';

describe('W3C Web Annotation', () => {
  it('reads what it wrote, and loses nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset(), async (articles) => {
        const written = writeDataset(webAnnotation, articles);
        expect(written.losses).toEqual([]);
        const { articles: read, problems } = await readDataset(webAnnotation, written.files);
        expect(problems).toEqual([]);
        expect(foundIn(webAnnotation, read, articles)).toEqual(expectedOf(webAnnotation, articles, []));
        const ids = (a: { spans: readonly { id: string }[]; relations: readonly { id: string }[] }) =>
          [...a.spans, ...a.relations].map((x) => x.id).sort();
        expect(read.map(ids).sort()).toEqual(articles.map(ids).sort());
      }),
      { numRuns: 600 },
    );
  });

  it('says the same bytes again', () => {
    fc.assert(
      fc.property(anyDataset(), (articles) => {
        expect(writeDataset(webAnnotation, articles).files).toEqual(
          writeDataset(webAnnotation, articles).files,
        );
      }),
      { numRuns: 30 },
    );
  });

  it('gives every entity back from its IRI', () => {
    const part = fc.constantFrom(
      'Q5',
      ':',
      'http://',
      'www.wikidata.org/entity/',
      'urn:pressmark:entity:',
      ' ',
      '%',
      'é',
    );
    const entity = fc.oneof(
      fc.array(part).map((p) => p.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(entity, (entity) => {
        expect(entityIri(entity)).toMatch(/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*$/i);
        expect(entityOf(entityIri(entity))).toBe(entity);
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws on any JSON, and gives every annotation an id of its own', async () => {
    const key = fc.constantFrom(
      'id',
      'type',
      'body',
      'target',
      'source',
      'selector',
      'items',
      'first',
      'motivation',
      'creator',
      'value',
      'purpose',
      'start',
      'end',
      'exact',
      '__proto__',
    );
    const leaf = fc.constantFrom<unknown>(
      '#a',
      '#b',
      'x.txt',
      'Annotation',
      'linking',
      'tagging',
      'TextQuoteSelector',
      'TextPositionSelector',
      0,
      5,
      -1,
      1e30,
      null,
      true,
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        leaf,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 6 }),
      ),
    }));
    const selector = fc.record({
      type: fc.constantFrom('TextQuoteSelector', 'TextPositionSelector'),
      start: leaf,
      end: leaf,
      exact: leaf,
    });
    const target = fc.oneof(
      value,
      fc.record({ source: leaf, selector: fc.oneof(selector, fc.array(selector, { maxLength: 3 })) }),
    );
    const annotation = fc.record(
      {
        id: leaf,
        motivation: leaf,
        body: value,
        target: fc.oneof(target, fc.array(target, { maxLength: 3 })),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(value, fc.array(fc.oneof(annotation, value), { maxLength: 6 })),
        fc.nat(40),
        async (json, cut) => {
          const text = JSON.stringify(json) ?? '';
          const bytes = new Uint8Array(Buffer.from(cut < 5 ? text.slice(0, -cut) : text));
          const { articles } = await readDataset(webAnnotation, new Map([['x.jsonld', bytes]]));
          for (const article of articles) {
            const { spans, relations, documentLabels } = article;
            const ids = [...spans, ...relations].map((a) => a.id);
            const all = [...ids, ...documentLabels.map((l) => l.id)];
            expect(new Set(all).size).toBe(all.length);
            // What links nothing is told where places are found.
            expect(() => placeRead(article, 'kata 😀 kata')).not.toThrow();
          }
        },
      ),
      { numRuns: 1500 },
    );
  });
});
