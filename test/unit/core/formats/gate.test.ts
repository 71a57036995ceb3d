import { describe, expect, it } from 'vitest';
import { gate } from '../../../../server/src/core/formats/gate.ts';
import type { ReadArticle } from '../../../../server/src/core/formats/readArticle.ts';
import { readDataset } from '../../../property/core/formats/roundTrip.ts';

async function readAll(xml: string | Uint8Array, options: Record<string, string> = {}) {
  return readDataset(
    gate,
    new Map([['berita/a.xml', typeof xml === 'string' ? Buffer.from(xml) : xml]]),
    options,
  );
}

async function read(xml: string | Uint8Array, options: Record<string, string> = {}): Promise<ReadArticle> {
  const { articles, problems } = await readAll(xml, options);
  expect(problems).toEqual([]);
  const [article] = articles;
  if (!article) throw new Error('no article');
  return article;
}

function documentOf(text: string, sets: string, features = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<GateDocument version="3"><GateDocumentFeatures>${features}</GateDocumentFeatures>
<TextWithNodes>${text}</TextWithNodes>
${sets}</GateDocument>`;
}

function feature(name: string, value: string, type = 'java.lang.String'): string {
  return `<Feature><Name className="java.lang.String">${name}</Name><Value className="${type}">${value}</Value></Feature>`;
}

const RAPAT =
  '<Node id="0"/>Bank<Node id="4"/> Dunia<Node id="10"/> 😀 <Node id="14"/>rapat<Node id="19"/>\r\n<![CDATA[<Bali>]]><Node id="26"/>';

function spansOf({ spans, text }: ReadArticle) {
  return spans.map(({ id, label, parts, annotator }) => [
    id,
    label,
    ...parts.map((p) => text?.slice(p.start, p.end)),
    ...(annotator === undefined ? [] : [annotator]),
  ]);
}

describe('GATE XML', () => {
  it('takes named sets for annotators, and nodes for the places where they stand', async () => {
    const article = await read(
      documentOf(
        RAPAT,
        `<AnnotationSet><Annotation Id="0" Type="EVENT" StartNode="14" EndNode="19"/></AnnotationSet>
<AnnotationSet Name="ani"><Annotation Id="1" Type="ORG" StartNode="0" EndNode="10"/>
<Annotation Id="2" Type="PART" StartNode="4" EndNode="26"/></AnnotationSet>
<AnnotationSet Name="budi"><Annotation Id="1" Type="ORG" StartNode="0" EndNode="4"/></AnnotationSet>`,
      ),
    );
    expect([article.name, article.text, article.unit]).toEqual([
      'berita/a.txt',
      'Bank Dunia 😀 rapat\n<Bali>',
      'utf16',
    ]);
    expect(spansOf(article)).toEqual([
      ['0', 'EVENT', 'rapat'],
      ['1', 'ORG', 'Bank Dunia', 'ani'],
      ['2', 'PART', ' Dunia 😀 rapat\n<Bali>', 'ani'],
      ['a1', 'ORG', 'Bank', 'budi'],
    ]);
  });

  it('takes named sets for an attribute where they are no annotators', async () => {
    const sets =
      '<AnnotationSet Name="Key"><Annotation Type="ORG" StartNode="0" EndNode="4"/></AnnotationSet>';
    const article = await read(documentOf(RAPAT, sets), { sets: 'attribute' });
    expect(article.spans.map((s) => [s.annotator, s.attributes.get('set')])).toEqual([[undefined, 'Key']]);
  });

  it('reads features by their Java class', async () => {
    const features = [
      feature('s', '<![CDATA[a&b]]>'),
      feature('i', '12', 'java.lang.Integer'),
      feature('d', '-0.5', 'java.lang.Double'),
      feature('l', '9007199254740993', 'java.lang.Long'),
      feature('n', 'many', 'java.lang.Integer'),
      feature('b', 'true', 'java.lang.Boolean'),
      feature('c', 'x;y', 'java.util.ArrayList'),
      feature('e', '', 'java.util.HashSet'),
      feature('o', 'whatever', 'my.own.Type'),
      '<Feature><Name>__proto__</Name><Value>1</Value></Feature>',
    ].join('');
    const set = `<AnnotationSet><Annotation Id="7" Type="T" StartNode="0" EndNode="4">${features}</Annotation></AnnotationSet>`;
    const article = await read(documentOf(RAPAT, set));
    expect([...(article.spans[0]?.attributes ?? [])]).toEqual([
      ...[['s', 'a&b'] as const, ['i', 12] as const, ['d', -0.5] as const],
      ...[['l', '9007199254740993'] as const, ['n', 'many'] as const, ['b', true] as const],
      ...[['c', ['x', 'y']] as const, ['e', []] as const, ['o', 'whatever'] as const],
      ['__proto__', '1'],
    ]);
  });

  it('reads features of the document as its labels, but for those by which GATE keeps its books', async () => {
    const features =
      feature('topic', 'banjir') + feature('gate.SourceURL', 'file:/x') + feature('MimeType', 't');
    const article = await read(documentOf(RAPAT, '', features));
    expect(article.documentLabels.map(({ label, value }) => [label, value])).toEqual([['topic', 'banjir']]);
  });

  it('reads relations, those of several members in pairs, those of relations, and leaves those of nothing', async () => {
    const annotation = (id: number, start: number, end: number, type = 'N') =>
      `<Annotation Id="${id}" Type="${type}" StartNode="${start}" EndNode="${end}"/>`;
    const relation = (id: number, members: string, data = '') =>
      `<Relation Id="${id}" Type="r${id}" Members="${members}"><UserData>${data}</UserData>${feature('k', 'v')}</Relation>`;
    const { articles, problems } = await readAll(
      documentOf(
        RAPAT,
        `<AnnotationSet Name="ani">${annotation(1, 0, 4)}${annotation(2, 4, 10)}${annotation(3, 14, 19)}${annotation(4, 0, 10, 'Token')}</AnnotationSet>
<RelationSet Name="ani">${relation(10, '1;2', 'sure')}${relation(11, '1;2;3')}${relation(12, '10;11')}${relation(13, '1;4')}${relation(14, '3;13')}${relation(15, '2')}</RelationSet>`,
      ),
    );
    expect(
      articles[0]?.relations.map(({ label, from, to, note, annotator, attributes }) => [
        ...[label, from, to, note, annotator, attributes.get('k')],
      ]),
    ).toEqual([
      ['r10', '1', '2', 'sure', 'ani', 'v'],
      ['r11', '1', '2', undefined, 'ani', 'v'],
      ['r11', '1', '3', undefined, 'ani', 'v'],
      ['r12', '10', '11', undefined, 'ani', 'v'],
    ]);
    expect(problems.map((p) => [p.code, p.severity])).toEqual([
      ['gate/members', 'information'],
      ...['r13', 'r14', 'r15'].map(() => ['gate/relation', 'warning']),
      ['gate/left', 'information'],
    ]);
  });

  it('leaves tokens, sentences and tags of the page unless they are asked for', async () => {
    const xml = documentOf(
      RAPAT,
      `<AnnotationSet><Annotation Id="1" Type="Token" StartNode="0" EndNode="4"/></AnnotationSet>
<AnnotationSet Name="Original markups"><Annotation Id="2" Type="p" StartNode="0" EndNode="26"/></AnnotationSet>`,
    );
    const { articles, problems } = await readAll(xml);
    expect(articles[0]?.spans).toEqual([]);
    expect(problems.map((p) => [p.code, p.message.args])).toEqual([['gate/left', [2]]]);
    expect((await read(xml, { segments: 'read' })).spans.map((s) => s.label)).toEqual(['Token', 'p']);
  });

  it('reads the encoding that the file declares', async () => {
    const xml = documentOf('<Node id="0"/>café – «ya»<Node id="11"/>', '').replace('UTF-8', 'windows-1252');
    const bytes = Uint8Array.from(xml, (c) => (c === '–' ? 0x96 : c.charCodeAt(0)));
    expect((await read(bytes)).text).toBe('café – «ya»');
  });

  it.each<[string, string, string, number | undefined]>([
    ['that is another XML file', '<html/>', 'gate/no-document', 1],
    ['of a version to come', '<GateDocument version="4"/>', 'gate/version', 1],
    ['without text', '<GateDocument>\n<GateDocumentFeatures/></GateDocument>', 'gate/no-text', 1],
    ['that was cut off', documentOf(RAPAT, '').slice(0, 160), 'xml/not-well-formed', undefined],
    ['with entities', '<!DOCTYPE GateDocument [<!ENTITY a "b">]>\n<GateDocument/>', 'xml/doctype', 1],
    ['that is no XML', 'GateDocument', 'xml/not-well-formed', undefined],
  ])('refuses a file %s', async (_, xml, code, line) => {
    const { articles, problems } = await readAll(xml);
    expect(articles).toEqual([]);
    expect(problems.map((p) => [p.code, p.severity])).toEqual([[code, 'error']]);
    if (line !== undefined) expect(problems[0]?.line).toBe(line);
  });

  it('leaves out what begins or ends nowhere, and says so', async () => {
    const { articles, problems } = await readAll(
      documentOf(
        RAPAT,
        `<AnnotationSet><Annotation Id="1" Type="A" StartNode="0" EndNode="99"/>
<Annotation Id="2" Type="A" StartNode="10" EndNode="4"/>
<Annotation Id="3" StartNode="0" EndNode="4"/>
<Annotation Id="4" Type="A" StartNode="4" EndNode="4"/></AnnotationSet>`,
      ),
    );
    expect(articles[0]?.spans.map((s) => s.id)).toEqual(['4']);
    expect(problems.map((p) => [p.code, p.severity, p.line])).toEqual([
      ['gate/annotation', 'warning', 5],
      ['gate/annotation', 'warning', 6],
      ['gate/annotation', 'warning', 7],
    ]);
  });

  it('is recognised by its root', () => {
    expect(gate.recognise('a.xml', documentOf('', ''))).toBe(1);
    expect(gate.recognise('a.xml', '<GateDocuments>')).toBe(0);
  });
});
