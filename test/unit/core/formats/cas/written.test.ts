import { describe, expect, it } from 'vitest';
import { casJson } from '../../../../../server/src/core/formats/casJson.ts';
import type { DatasetArticle } from '../../../../../server/src/core/formats/dataset.ts';
import type { Format } from '../../../../../server/src/core/formats/format.ts';
import { readTypeSystem } from '../../../../../server/src/core/formats/xmi/typeSystemXml.ts';
import { xmi } from '../../../../../server/src/core/formats/xmi.ts';
import { formatMessage } from '../../../../../server/src/core/message.ts';
import { writeDataset } from '../../../../property/core/formats/roundTrip.ts';

const article: DatasetArticle = {
  path: '2026/rina.txt',
  text: 'Rina 😀\npergi',
  language: 'id',
  annotator: 'ani',
  spans: [
    {
      id: 's1',
      label: 'PER',
      start: 0,
      end: 7,
      entity: 'Q1',
      note: '"a"\n&',
      attributes: new Map([['sure', true]]),
    },
    {
      id: 's2',
      label: 'EV',
      start: 0,
      end: 13,
      parts: [
        { start: 0, end: 4 },
        { start: 8, end: 13 },
      ],
      attributes: new Map(),
    },
  ],
  relations: [{ id: 'r1', label: 'subj', from: 's2', to: 's1', attributes: new Map() }],
  documentLabels: [{ id: 'd1', label: 'topic', value: ['a', 'b'] }],
};

function files(format: Format, articles: readonly DatasetArticle[], layers = 'named-entity') {
  const { files: written, losses } = writeDataset(format, articles, { options: { layers } });
  return {
    files: new Map([...written].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])),
    losses,
  };
}

describe('XMI', () => {
  it('is written as UIMA’s tools write it, with the type system in the folder of the dataset', () => {
    const { files: written, losses } = files(xmi, [article]);
    expect(losses).toEqual([]);
    expect([...written.keys()]).toEqual(['data/@ani/2026/rina.xmi', 'data/TypeSystem.xml']);
    expect(written.get('data/@ani/2026/rina.xmi')?.split('\n  ').slice(1)).toEqual([
      '<cas:NULL xmi:id="0"/>',
      '<type:DocumentMetaData xmi:id="2" sofa="1" begin="0" end="13" language="id" documentTitle="2026/rina.txt" documentId="2026/rina.txt"/>',
      '<type2:CASMetadata xmi:id="3" sofa="1" sourceDocumentName="2026/rina.txt" username="ani"/>',
      '<type3:NamedEntity xmi:id="4" sofa="1" begin="0" end="7" value="PER" identifier="Q1" note="&quot;a&quot;&#10;&amp;" attributes="{&quot;sure&quot;:true}"/>',
      '<type3:NamedEntity xmi:id="5" sofa="1" begin="0" end="13" value="EV" parts="0-4 8-13"/>',
      '<custom:Relation xmi:id="6" sofa="1" begin="0" end="7" Governor="5" Dependent="4" value="subj"/>',
      '<custom:PressmarkDocumentLabel xmi:id="7" sofa="1" label="topic" value="[&quot;a&quot;,&quot;b&quot;]" valueType="list" id="d1"/>',
      '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text/plain" sofaString="Rina 😀&#10;pergi"/>',
      '<cas:View sofa="1" members="2 3 4 5 6 7"/>\n</xmi:XMI>\n',
    ]);
  });

  it.each([
    [
      'named-entity',
      'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity',
      ['value', 'identifier', 'note', 'attributes', 'parts'],
    ],
    ['basic', 'custom.Span', ['label', 'identifier', 'note', 'attributes', 'parts']],
    [
      'pressmark',
      'webanno.custom.PressmarkSpan',
      ['value', 'identifier', 'note', 'attributes', 'parts', 'id'],
    ],
  ])('declares every type and feature that it uses (%s)', (layers, span, features) => {
    const { files: written } = files(xmi, [article], layers);
    const bytes = new Uint8Array(Buffer.from(written.get('data/TypeSystem.xml') ?? ''));
    const { types, problems } = readTypeSystem(bytes, 'TypeSystem.xml');
    expect(problems).toEqual([]);
    const declared = new Map(types.map((t) => [t.name, [...t.features.keys()]]));
    expect(declared.get(span)).toEqual(features);
    const relation = types.find((t) => t.name.endsWith('Relation'));
    expect(relation?.features.get('Governor')).toEqual({ range: 'uima.tcas.Annotation' });
    const inherited = ['xmi:id', 'sofa', 'begin', 'end', 'language'];
    const xml = written.get('data/@ani/2026/rina.xmi') ?? '';
    for (const [, prefix, name = '', rest = ''] of xml.matchAll(/<(\w+):(\w+) (xmi:id="[^0]"[^>]*)\/>/g)) {
      if (prefix === 'cas') continue;
      const own = [...declared].find(([type]) => type.endsWith(`.${name}`))?.[1] ?? [];
      const used = [...rest.matchAll(/([\w:]+)="/g)].map(([, feature = '']) => feature);
      expect(
        used.filter((feature) => !own.includes(feature) && !inherited.includes(feature)),
        name,
      ).toEqual([]);
    }
  });

  it('replaces what XML cannot hold one for one, and says where', () => {
    const odd: DatasetArticle = {
      ...article,
      text: 'Rina\u0000pergi\ud800',
      spans: [
        {
          id: 's1',
          label: 'PER\u0001',
          start: 0,
          end: 4,
          note: '\ufffe',
          entity: 'Q\u0002',
          attributes: new Map([['\u0003', ['\uffff']]]),
        },
        { id: 's2', label: 'EV', start: 5, end: 10, attributes: new Map() },
      ],
      relations: [{ id: 'r1', label: 'su\u0007bj', from: 's2', to: 's1', attributes: new Map() }],
      documentLabels: [
        { id: 'd1', label: 'topic', value: 'x\u0008' },
        { id: 'd2', label: 'topic', value: ['x\u0008'] },
      ],
    };
    const { losses } = files(xmi, [odd]);
    expect(
      losses.map(({ loss }) => [
        loss.kind,
        loss.reasons.map((r) => r.code),
        loss.kind === 'article' ? '' : loss.item.id,
      ]),
    ).toEqual([
      ['article', ['characters'], ''],
      ['span', ['characters'], 's1'],
      ['relation', ['characters'], 'r1'],
      ['documentLabel', ['characters'], 'd1'],
    ]);
    expect(losses[0]?.loss.now).toEqual({ text: 'Rina\ufffdpergi\ufffd' });
    expect(losses[1]?.loss.now).toMatchObject({ label: 'PER\ufffd', note: '\ufffd', entity: 'Q\ufffd' });
    expect(formatMessage(losses[0]?.loss.reasons[0]?.message ?? { template: '', args: [] })).toContain(
      'U+FFFD',
    );
    expect(files(casJson, [odd]).losses).toEqual([]);
  });
});

it('CAS JSON has a line for each structure, texts first, and says what its offsets count', () => {
  const { files: written } = files(casJson, [article], 'pressmark');
  const text = written.get('data/@ani/2026/rina.json') ?? '';
  expect(text.split('\n').slice(0, 3)).toEqual([
    '{',
    '"%HEADER":{"offset-encoding":"UTF-16"},',
    '"%TYPES":{',
  ]);
  const file = JSON.parse(text) as Record<string, unknown>;
  expect(Object.keys(file)).toEqual(['%HEADER', '%TYPES', '%FEATURE_STRUCTURES', '%VIEWS']);
  expect(text.split('\n').filter((line) => line.startsWith('{"%ID"'))).toEqual([
    '{"%ID":1,"%TYPE":"uima.cas.Sofa","sofaNum":1,"sofaID":"_InitialView","mimeType":"text/plain","sofaString":"Rina 😀\\npergi"},',
    '{"%ID":2,"%TYPE":"de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData","@sofa":1,"begin":0,"end":13,"language":"id","documentTitle":"2026/rina.txt","documentId":"2026/rina.txt"},',
    '{"%ID":3,"%TYPE":"de.tudarmstadt.ukp.clarin.webanno.api.type.CASMetadata","@sofa":1,"sourceDocumentName":"2026/rina.txt","username":"ani"},',
    '{"%ID":4,"%TYPE":"webanno.custom.PressmarkSpan","@sofa":1,"begin":0,"end":7,"value":"PER","identifier":"Q1","note":"\\"a\\"\\n&","attributes":"{\\"sure\\":true}","id":"s1"},',
    '{"%ID":5,"%TYPE":"webanno.custom.PressmarkSpan","@sofa":1,"begin":0,"end":13,"value":"EV","parts":"0-4 8-13","id":"s2"},',
    '{"%ID":6,"%TYPE":"webanno.custom.PressmarkRelation","@sofa":1,"begin":0,"end":7,"@Governor":5,"@Dependent":4,"value":"subj","id":"r1"},',
    '{"%ID":7,"%TYPE":"webanno.custom.PressmarkDocumentLabel","@sofa":1,"label":"topic","value":"[\\"a\\",\\"b\\"]","valueType":"list","id":"d1"}',
  ]);
  expect(file['%VIEWS']).toEqual({ _InitialView: { '%SOFA': 1, '%MEMBERS': [2, 3, 4, 5, 6, 7] } });
});

it('recognises its files by marks that no others have', () => {
  const { files: x } = files(xmi, [article]);
  const { files: j } = files(casJson, [article]);
  const xml = x.get('data/@ani/2026/rina.xmi') ?? '';
  const json = j.get('data/@ani/2026/rina.json') ?? '';
  expect(
    [xmi, casJson].map((f) =>
      [xml, json, '{"text":"x"}', '<GateDocument/>'].map((head) => f.recognise('a', head.slice(0, 4096))),
    ),
  ).toEqual([
    [1, 0, 0, 0],
    [0, 1, 0, 0],
  ]);
});
