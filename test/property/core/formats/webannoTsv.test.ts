import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttributeValue } from '../../../../server/src/core/annotations/model.ts';
import type { DatasetArticle } from '../../../../server/src/core/formats/dataset.ts';
import { attributeName, featureName } from '../../../../server/src/core/formats/webannoTsv/layers.ts';
import { readValue, writtenValue } from '../../../../server/src/core/formats/webannoTsv/values.ts';
import { webannoTsv } from '../../../../server/src/core/formats/webannoTsv.ts';
import { anyDataset } from './datasetArbitraries.ts';
import { expectedOf, foundIn, readDataset, writeDataset } from './roundTrip.ts';
import { anyTsvLabel } from './webannoTsvLabels.ts';

const TOKEN = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token';
const SENTENCE = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence';
const POS = 'de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS:PosValue';
const DEPENDENCY = 'de.tudarmstadt.ukp.dkpro.core.api.syntax.type.dependency.Dependency:DependencyType';

/** Layers as reading other people's files gives them, in ways that fit and in ways that do not. */
const ofLayers = fc.constantFrom<[string, AttributeValue][]>(
  [['layer', TOKEN]],
  [['layer', TOKEN]],
  [['layer', POS]],
  [['layer', DEPENDENCY]],
  [
    ['layer', SENTENCE],
    ['id', 's-1'],
  ],
  [['layer', 'my.Span']],
  [['layer', 'my.Span:label']],
  [['layer', 'my.Link:referenceType']],
  [
    ['layer', 'my.Link:referenceType'],
    ['referenceRelation', 'back'],
  ],
  [['layer', 'my.Link:referenceRelation']],
  [
    ['layer', 'my.Links:role'],
    ['slot', 'fillers'],
  ],
  [
    ['layer', 'other.Links:role'],
    ['slot', 'fillers'],
  ],
  [['layer', 'custom.Span']],
  [['layer', 'no layer']],
  [['layer', true]],
  [
    ['layer', 'my.Span'],
    ['value', 'x'],
    ['slot', 'y'],
  ],
);

const anyLayered = fc
  .tuple(anyDataset(), fc.array(ofLayers, { minLength: 30, maxLength: 30 }), fc.boolean())
  .map(([articles, layers, mere]): DatasetArticle[] => {
    let i = 0;
    const layered = <T extends { readonly attributes: ReadonlyMap<string, AttributeValue> }>(item: T): T => ({
      ...item,
      attributes: new Map([...(mere ? [] : item.attributes), ...(layers[i++ % layers.length] ?? [])]),
    });
    return articles.map((a) => ({
      ...a,
      spans: a.spans.map((span) => {
        const { note, entity, ...bare } = layered(span);
        const layer = String(bare.attributes.get('layer'));
        const label = layer === TOKEN ? 'Token' : layer === SENTENCE ? 'Sentence' : bare.label;
        return mere ? { ...bare, label } : { ...layered(span), label };
      }),
      relations: a.relations.map((relation) => {
        const { note, ...bare } = layered(relation);
        return mere ? bare : layered(relation);
      }),
    }));
  });

describe('WebAnno TSV', () => {
  it('keeps the ends of dependencies at tokens that a wider part of speech covers', async () => {
    const on = (layer: string) => new Map([['layer', layer]]);
    const token = on('de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token');
    const dependency = 'de.tudarmstadt.ukp.dkpro.core.api.syntax.type.dependency.Dependency:DependencyType';
    const pos = on('de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS:PosValue');
    const article: DatasetArticle = {
      path: 'a.txt',
      text: 'Dua\nkapal tiba.',
      language: 'id',
      spans: [
        { id: 's0', label: 'PER', attributes: pos, start: 0, end: 9 },
        { id: 's1', label: 'Token', attributes: token, start: 4, end: 9 },
      ],
      relations: [{ id: 'r0', label: 'dep', attributes: on(dependency), from: 's1', to: 's1' }],
      documentLabels: [],
    };
    const written = writeDataset(webannoTsv, [article]);
    const { articles } = await readDataset(webannoTsv, written.files);
    expect(foundIn(webannoTsv, articles, [article])).toEqual(expectedOf(webannoTsv, [article], []));
  });

  it('reads what it wrote, and loses nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(anyDataset({ label: anyTsvLabel }), anyLayered),
        fc.constantFrom('named-entity', 'basic', 'pressmark'),
        async (articles, layers) => {
          const written = writeDataset(webannoTsv, articles, { options: { layers } });
          expect(written.losses).toEqual([]);
          const { articles: read, problems } = await readDataset(webannoTsv, written.files);
          expect(problems).toEqual([]);
          expect(foundIn(webannoTsv, read, articles)).toEqual(expectedOf(webannoTsv, articles, []));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('says the same bytes again', () => {
    fc.assert(
      fc.property(anyLayered, (articles) => {
        expect(writeDataset(webannoTsv, articles).files).toEqual(writeDataset(webannoTsv, articles).files);
      }),
      { numRuns: 50 },
    );
  });

  it('names features so that every attribute is found again, under each feature that may hold the label', () => {
    const name = fc.oneof(
      fc.constantFrom('attr_x', 'value', 'label', 'a_b', '_20_', 'attr__5f_', 'layer', 'ROLE_x', '1', ''),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(name, fc.constantFrom('value', 'label', 'PosValue'), (name, labelFeature) => {
        const feature = featureName(name, labelFeature);
        expect(feature).toMatch(/^[A-Za-z][A-Za-z0-9_]*$/);
        expect(attributeName(feature)).toBe(name);
        expect(feature).not.toBe(labelFeature);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps numbers, truth values and lists apart from texts that look like them', () => {
    const value: fc.Arbitrary<AttributeValue> = fc.oneof(
      fc.constantFrom('1', 'true', '', '""', '["a"]', '[', '"', '1e21', '007', 'NaN', '-0'),
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n || 0),
      fc.boolean(),
      fc.array(fc.string()),
    );
    fc.assert(
      fc.property(value, (value) => {
        expect(readValue(writtenValue(value))).toEqual(value);
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws on any lines, and refers to nothing that is not there', async () => {
    const mark = fc.constantFrom(
      ...[
        '*',
        '_',
        'A',
        '[1]',
        '[2]',
        '[0_1]',
        '[1_2]',
        '|',
        ';',
        '->1-1',
        '->1-2',
        '\\',
        '1-1',
        '1-2',
        '1-1.1',
      ],
    );
    const cell = fc.array(mark, { minLength: 1, maxLength: 4 }).map((m) => m.join(''));
    const place = fc.constantFrom(
      '1-1\t0-1\ta',
      '1-2\t2-3\tb',
      '1-1.1\t0-0\t',
      '1-2.1\t2-3\tb',
      '2-1\t4-5\tc',
    );
    const token = fc
      .tuple(place, fc.array(cell, { minLength: 7, maxLength: 7 }))
      .map(([p, c]) => [p, ...c].join('\t'));
    const other = fc.constantFrom(
      '',
      '#Text=a b',
      '#Text=c',
      '#Sentence.id=x',
      '#pressmark.relation={"id":"1","label":"r","from":"1","to":"2"}',
      '#pressmark.relation={"id":"9","label":"r","from":"1-1","to":"9"}',
      '#pressmark.label=[]',
    );
    const head = [
      '#FORMAT=WebAnno TSV 3.3',
      '#T_SP=my.A|parts|value',
      '#T_SP=my.B|ROLE_my.B:f_my.L|my.A',
      '#T_CH=my.CLink|referenceRelation|referenceType',
      '#T_RL=my.R|BT_my.A',
      '',
    ];
    const start = fc.constantFrom(
      ['#Text=a b'],
      ['#Text=a b', '1-1\t0-1\ta\t*\tA[1]\tr;q[2]\t1-1;1-2[1]\t*->1-1\t*[1]\t1-1[1_1]'],
    );
    await fc.assert(
      fc.asyncProperty(start, fc.array(fc.oneof(token, other), { maxLength: 6 }), async (first, lines) => {
        const content = `${[...head, ...first, ...lines].join('\n')}\n`;
        const { articles, problems } = await readDataset(
          webannoTsv,
          new Map([['a.tsv', Buffer.from(content)]]),
        );
        expect(articles.length + problems.filter((p) => p.severity === 'error').length).toBe(1);
        for (const { spans, relations, documentLabels, text = '' } of articles) {
          const ids = [...spans, ...relations, ...documentLabels].map((a) => a.id);
          expect(new Set(ids).size).toBe(ids.length);
          for (const { from, to } of relations) expect(ids).toEqual(expect.arrayContaining([from, to]));
          for (const part of spans.flatMap((s) => s.parts)) expect(part.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1500 },
    );
  });
});
