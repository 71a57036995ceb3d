import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttributeValue } from '../../../../server/src/core/annotations/model.ts';
import { bratName, nameOf } from '../../../../server/src/core/formats/brat/names.ts';
import { brat } from '../../../../server/src/core/formats/brat.ts';
import type { DatasetArticle } from '../../../../server/src/core/formats/dataset.ts';
import { anyDataset } from './datasetArbitraries.ts';
import { expectedOf, foundIn, readDataset, writeDataset } from './roundTrip.ts';

/** What only brat has: events, equivalences, named ends, notes of other types; some in ways that it has not. */
const ofBrat: [string, AttributeValue][] = [
  ['event', true],
  ['event', true],
  ['event', 'true'],
  ['equiv', true],
  ['equiv', true],
  ['relation', true],
  ['roles', ['Anaphora', 'Antecedent']],
  ['roles', ['Arg2', 'Arg1']],
  ['roles', ['a b', 'c']],
  ['#Lemma', 'kata kerja'],
  ['#Lemma', ['a', 'b']],
  ['#AnnotatorNotes', 'x'],
  ['#Lemma', true],
];

const anyBratDataset = fc
  .tuple(anyDataset(), fc.array(fc.nat(ofBrat.length * 2), { minLength: 40, maxLength: 40 }))
  .map(([articles, choices]): DatasetArticle[] => {
    let i = 0;
    const more = <T extends { readonly attributes: ReadonlyMap<string, AttributeValue> }>(item: T): T => {
      const chosen = ofBrat[choices[i++ % choices.length] ?? 0];
      const bare = i % 3 === 0 ? item.attributes : new Map<string, AttributeValue>();
      return { ...item, attributes: chosen ? new Map([...bare, chosen]) : bare };
    };
    return articles.map((a) => ({
      ...a,
      spans: a.spans.map(more),
      relations: a.relations.map((r, k) => {
        const { note, ...noteless } = more(r);
        return { ...noteless, label: 'Equiv', ...(k === 2 && note !== undefined ? { note } : {}) };
      }),
    }));
  });

describe('brat', () => {
  it('reads what it wrote, and loses nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyDataset(), anyBratDataset), async (articles) => {
        const written = writeDataset(brat, articles);
        expect(written.losses).toEqual([]);
        const { articles: read, problems } = await readDataset(brat, written.files);
        expect(problems).toEqual([]);
        expect(foundIn(brat, read, articles)).toEqual(expectedOf(brat, articles, written.losses));
      }),
      { numRuns: 1000 },
    );
  });

  it('says the same bytes again', () => {
    fc.assert(
      fc.property(anyBratDataset, (articles) => {
        expect(writeDataset(brat, articles).files).toEqual(writeDataset(brat, articles).files);
      }),
      { numRuns: 50 },
    );
  });

  it('never throws on any lines, and refers to nothing that is not there', async () => {
    const word = fc.constantFrom(
      'T1',
      'T2',
      'E1',
      'R1',
      'A1',
      'N1',
      '#1',
      '*',
      'M1',
      '\t',
      '\t',
      '\t',
      ' ',
      ' ',
      ':',
      'ORG',
      'Arg1:T1',
      'Arg2:E1',
      'ORG:T1',
      '0',
      '5',
      '-1',
      '99999999999999999999',
      '5;2 3',
      '0 3;3 5',
      'Q:1',
      'Pressmark',
      'AnnotatorNotes',
      '{"attributes":{"__proto__":1},"parts":[[0,1]],"fragments":[[0,1],[2,3]]}',
      '{"article":1}',
      '\r',
      '__proto__',
    );
    const line = fc.array(word, { maxLength: 9 }).map((w) => w.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
        const files = new Map([
          ['x.ann', new Uint8Array(Buffer.from(lines.join('\n')))],
          ['x.txt', new Uint8Array(Buffer.from('Pasar pagi\ndibuka'))],
        ]);
        const { articles } = await readDataset(brat, files);
        expect(articles.length).toBe(1);
        for (const { spans, relations } of articles) {
          const ids = [...spans, ...relations].map((a) => a.id);
          expect(new Set(ids).size).toBe(ids.length);
          for (const { from, to } of relations) expect(ids).toEqual(expect.arrayContaining([from, to]));
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('stores any name in the characters that brat takes, and no two as one', () => {
    const name = fc.oneof(
      fc
        .array(fc.constantFrom('-', 'u', '0020', '-u0020-', ' ', 'ê', '-u-', 'x', '_', '😀', '\ud800', '\0'))
        .map((p) => p.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(name, (name) => {
        const stored = bratName(name);
        expect(stored).toMatch(/^(?!-+$)[\w-]+$/);
        expect(nameOf(stored)).toBe(name);
      }),
      { numRuns: 3000 },
    );
  });
});
