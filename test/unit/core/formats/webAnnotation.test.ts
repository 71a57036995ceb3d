import { describe, expect, it } from 'vitest';
import type { DatasetArticle } from '../../../../server/src/core/formats/dataset.ts';
import { webAnnotation } from '../../../../server/src/core/formats/webAnnotation.ts';
import { readDataset, writeDataset } from '../../../property/core/formats/roundTrip.ts';

const TEXT = 'Pasar 😀 Johar\ndibuka.';
const target = (start: number, end: number, exact: string) => ({
  source: 'x.txt',
  selector: [
    { type: 'TextQuoteSelector', exact },
    { type: 'TextPositionSelector', start, end },
  ],
});
const tag = (value: string) => ({ type: 'TextualBody', purpose: 'tagging', value });

async function read(json: unknown, text?: string) {
  const files = new Map([
    ['x.jsonld', new Uint8Array(Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)))],
  ]);
  if (text !== undefined) files.set('x.txt', new Uint8Array(Buffer.from(text)));
  const { articles, problems } = await readDataset(webAnnotation, files);
  return { articles, problems: problems.map((p) => [p.code, p.line]), article: articles[0] };
}

describe('what is written', () => {
  const article: DatasetArticle = {
    path: '2026/pasar.txt',
    text: TEXT,
    language: 'id',
    annotator: 'ani',
    spans: [
      {
        id: 's1',
        start: 0,
        end: 14,
        parts: [
          { start: 0, end: 5 },
          { start: 9, end: 14 },
        ],
        label: 'LOC',
        entity: 'Q12488573',
        note: 'di Semarang',
        attributes: new Map([['sure', true]]),
      },
    ],
    relations: [{ id: 'r1', label: 'near', from: 's1', to: 's1', attributes: new Map() }],
    documentLabels: [{ id: 'd1', label: 'topic', value: 'ekonomi' }],
  };

  it('is a collection with a text beside, positions in code points, words and what stands around them', () => {
    const { files } = writeDataset(webAnnotation, [article]);
    expect([...files.keys()]).toEqual(['data/@ani/2026/pasar.txt', 'data/@ani/2026/pasar.jsonld']);
    const collection = JSON.parse(Buffer.from([...files.values()][1] ?? []).toString());
    expect(collection['@context'][0]).toBe('http://www.w3.org/ns/anno.jsonld');
    expect([collection.type, collection.total, collection.first.type]).toEqual([
      'AnnotationCollection',
      3,
      'AnnotationPage',
    ]);
    const [span, relation, label] = collection.first.items;
    expect(span.target[1]).toEqual({
      source: 'pasar.txt',
      selector: [
        { type: 'TextQuoteSelector', exact: 'Johar', prefix: 'Pasar 😀 ', suffix: '\ndibuka.' },
        { type: 'TextPositionSelector', start: 8, end: 13 },
      ],
    });
    expect(span.body.map((b: { purpose: string }) => b.purpose)).toEqual([
      'tagging',
      'identifying',
      'describing',
      'commenting',
    ]);
    expect(span.body[1].source).toBe('http://www.wikidata.org/entity/Q12488573');
    expect([relation.motivation, relation.target, relation.body[0].source]).toEqual([
      'linking',
      '#s1',
      '#s1',
    ]);
    expect([label.motivation, label.target, label.body[0].value]).toEqual([
      'classifying',
      'pasar.txt',
      'ekonomi',
    ]);
  });
});

describe('what is read', () => {
  it('is a tag, a note and an entity, by what each body is for', async () => {
    const { article, problems } = await read([
      {
        id: 'http://example.org/1',
        type: 'Annotation',
        creator: { id: 'u7', name: 'Ani' },
        body: [
          tag('LOC'),
          { type: 'TextualBody', value: 'pasar lama' },
          { source: 'https://www.wikidata.org/wiki/Q5', purpose: 'identifying' },
        ],
        target: target(8, 13, 'Johar'),
      },
    ]);
    expect(problems).toEqual([]);
    expect(article?.spans).toMatchObject([
      {
        id: 'http://example.org/1',
        label: 'LOC',
        note: 'pasar lama',
        entity: 'Q5',
        annotator: 'Ani',
        parts: [{ start: 8, end: 13, quote: 'Johar' }],
      },
    ]);
  });

  it('keeps words and position where they contradict each other', async () => {
    const { article } = await read({ body: tag('LOC'), target: target(2, 20, 'Johar') });
    expect(article?.spans[0]?.parts).toEqual([{ start: 2, end: 20, quote: 'Johar' }]);
  });

  it('finds words without a position where they stand once with what is around them', async () => {
    const quote = (exact: string, prefix: string) => ({
      body: tag('X'),
      target: { source: 'x.txt', selector: { type: 'TextQuoteSelector', exact, prefix } },
    });
    const { article } = await read([quote('Johar', '😀 '), quote('a', 'P'), quote('a', '')], TEXT);
    expect(article?.spans.map((s) => s.parts)).toEqual([
      [{ start: 8, end: 13, quote: 'Johar' }],
      [{ start: 1, end: 2, quote: 'a' }],
      [{ start: 0, end: 0, quote: 'a' }],
    ]);
  });

  it('makes several tags of one place several spans, and says what has none', async () => {
    const { article, problems } = await read([
      { id: 'a', body: [tag('X'), tag('Y')], target: target(0, 5, 'Pasar') },
      { id: 'b', target: target(0, 5, 'Pasar') },
    ]);
    expect(article?.spans.map((s) => s.label)).toEqual(['X', 'Y', 'highlighting']);
    expect(problems).toEqual([['web-annotation/no-tag', undefined]]);
  });

  it('takes links with the tag beside, a tag on the link, or two targets', async () => {
    const spans = ['a', 'b'].map((id) => ({ id, body: tag('X'), target: target(0, 5, 'Pasar') }));
    const { article } = await read([
      { id: 'l1', motivation: 'linking', body: 'b', target: 'a' },
      { id: 'm1', motivation: 'tagging', body: tag('near'), target: 'l1' },
      { id: 'l2', motivation: 'linking', body: [tag('far')], target: ['a', 'b'] },
      {
        id: 'l3',
        motivation: 'linking',
        body: [{ type: 'SpecificResource', source: 'l1' }, tag('so')],
        target: 'l2',
      },
      ...spans,
    ]);
    expect(article?.relations.map((r) => [r.label, r.from, r.to])).toEqual([
      ['near', 'a', 'b'],
      ['far', 'a', 'b'],
      ['so', 'l2', 'l1'],
    ]);
  });

  it('gives an article for each source, and line numbers inside a page', async () => {
    const items = ['one.txt', 'two.txt'].map((source) => ({
      body: tag('X'),
      target: { ...target(0, 5, 'Pasar'), source },
    }));
    const { articles } = await read(
      `{"type":"AnnotationPage","items":[\n${items.map((i) => JSON.stringify(i)).join(',\n')}\n]}`,
    );
    expect(articles.map((a) => [a.name, a.spans[0]?.line])).toEqual([
      ['one.txt', 2],
      ['two.txt', 3],
    ]);
  });

  it.each([
    ['{"id":"a","body":[],"target":', [['web-annotation/json', 1]]],
    ['[1]', [['web-annotation/shape', 1]]],
    ['[{"id":"a"}]', [['web-annotation/no-target', 1]]],
    [
      '[{"id":"a","target":{"source":"x.txt","selector":{"type":"XPathSelector","value":"/p"}}}]',
      [['web-annotation/selector', 1]],
    ],
    ['{"type":"AnnotationCollection","first":"http://example.org/page1"}', [['web-annotation/page', 1]]],
    [
      '[{"id":"a","bodyValue":"x","target":"x.txt"},\n{"id":"a","bodyValue":"y","target":"x.txt"}]',
      [['web-annotation/duplicate-id', 2]],
    ],
    ['{"motivation":"linking","body":"#b","target":"#a"}', [['web-annotation/no-end', 1]]],
    ['{"bodyValue":"a comment","target":"#a"}', [['web-annotation/no-end', 1]]],
  ])('tells what is wrong with %s', async (json, expected) => {
    expect((await read(json)).problems).toEqual(expected);
  });
});
