import { describe, expect, it } from 'vitest';
import { brat } from '../../../../server/src/core/formats/brat.ts';
import type { DatasetArticle, DatasetSpan } from '../../../../server/src/core/formats/dataset.ts';
import type { DatasetSchema } from '../../../../server/src/core/formats/format.ts';
import { readDataset, writeDataset } from '../../../property/core/formats/roundTrip.ts';

const TEXT = 'Pasar 😀 Johar\ndibuka lagi.';
const none = new Map();
const span = (
  id: string,
  start: number,
  end: number,
  label: string,
  more: Partial<DatasetSpan> = {},
): DatasetSpan => ({
  id,
  start,
  end,
  label,
  attributes: none,
  ...more,
});
const article = (spans: DatasetSpan[], more: Partial<DatasetArticle> = {}): DatasetArticle => ({
  path: 'a.txt',
  text: TEXT,
  language: 'id',
  spans,
  relations: [],
  documentLabels: [],
  ...more,
});

function written(of: DatasetArticle, schema?: DatasetSchema): string[] {
  const { files } = writeDataset(brat, [of], schema ? { schema } : {});
  return Buffer.from(files.get('data/a.ann') ?? [])
    .toString()
    .split('\n')
    .slice(0, -1);
}

async function read(lines: readonly string[], text: string | undefined = TEXT) {
  const files = new Map([['x.ann', new Uint8Array(Buffer.from(lines.join('\n')))]]);
  if (text !== undefined) files.set('x.txt', new Uint8Array(Buffer.from(text)));
  const { articles, problems } = await readDataset(brat, files);
  return { article: articles[0], problems: problems.map((p) => [p.code, p.line]) };
}

describe('what is written', () => {
  it('counts code points, divides at line ends, and has a line for each thing that brat knows', () => {
    const lines = written(
      article(
        [
          span('s1', 0, 5, 'LOC', {
            entity: 'Q12488573',
            note: 'di Semarang',
            attributes: new Map<string, string | boolean>([
              ['sure', true],
              ['kind', 'pasar besar'],
            ]),
          }),
          span('s2', 9, 21, 'mit Raum'),
          span('s3', 15, 26, 'OPEN', {
            attributes: new Map([['event', true]]),
            parts: [
              { start: 15, end: 21 },
              { start: 22, end: 26 },
            ],
          }),
        ],
        {
          relations: [
            { id: 'r1', label: 'Place', from: 's3', to: 's1', attributes: none },
            { id: 'r2', label: 'Alias', from: 's1', to: 's2', attributes: new Map([['equiv', true]]) },
            { id: 'r3', label: 'near', from: 's1', to: 's2', attributes: none, note: 'ya' },
          ],
          documentLabels: [{ id: 'd1', label: 'topic', value: 'ekonomi' }],
        },
      ),
    );
    expect(lines).toEqual([
      'T1\tLOC 0 5\tPasar',
      'T2\tmit-u0020-Raum 8 13;14 20\tJohar dibuka',
      'T3\tOPEN 14 20;21 25\tdibuka lagi',
      'E1\tOPEN:T3 Place:T1',
      'R1\tnear Arg1:T1 Arg2:T2',
      '*\tAlias T1 T2',
      'A1\tsure T1',
      'A2\tkind T1 pasar besar',
      'N1\tReference T1 Wikidata:Q12488573\tPasar',
      '#1\tPressmark #1\t{"article":"a.txt","language":"id"}',
      '#2\tAnnotatorNotes T1\tdi Semarang',
      '#3\tAnnotatorNotes R1\tya',
      '#4\tPressmark #4\t{"documentLabel":"topic","value":"ekonomi"}',
    ]);
  });

  it('says in a note what brat has no way to say', () => {
    const lines = written(
      article([span('s1', 14, 15, 'X', { note: ' a ', attributes: new Map([['n', 0.5]]) })]),
    );
    expect(lines).toEqual([
      'T1\tX 13 13\t',
      'A1\tn T1 0.5',
      '#1\tPressmark #1\t{"article":"a.txt","language":"id"}',
      '#2\tAnnotatorNotes T1\ta',
      '#3\tPressmark T1\t{"attributes":{"n":0.5},"note":" a ","fragments":[[0,0]],"parts":[[0,1]]}',
    ]);
  });

  it('writes one trigger for events on the same words', () => {
    const event = { attributes: new Map([['event', true]]) };
    const relations = ['s1', 's2'].map((from, i) => ({
      id: `r${i}`,
      label: `Arg${i}`,
      from,
      to: 's2',
      attributes: none,
    }));
    const lines = written(
      article([span('s1', 0, 5, 'X', event), span('s2', 0, 5, 'X', event)], { relations }),
    );
    expect(lines.slice(0, 3)).toEqual(['T1\tX 0 5\tPasar', 'E1\tX:T1 Arg0:E2', 'E2\tX:T1 Arg1:E2']);
  });

  it('writes no two equivalences that share something: brat would make one of them', () => {
    const equiv = { attributes: new Map([['equiv', true]]) };
    const relations = [
      { id: 'r1', label: 'Alias', from: 's1', to: 's2', ...equiv },
      { id: 'r2', label: 'Same', from: 's2', to: 's3', ...equiv },
      { id: 'r3', label: 'Self', from: 's3', to: 's3', ...equiv },
    ];
    const spans = [span('s1', 0, 5, 'X'), span('s2', 9, 14, 'X'), span('s3', 15, 21, 'X')];
    expect(written(article(spans, { relations })).slice(3, -1)).toEqual([
      'R1\tSame Arg1:T2 Arg2:T3',
      '*\tAlias T1 T2',
      '*\tSelf T3 T3',
      'A1\tequiv R1',
    ]);
  });

  it('configures brat by the schema and by what is there', () => {
    const schema: DatasetSchema = {
      labels: ['PER', 'LOC', 'OPEN'],
      relations: [{ name: 'near', from: ['LOC'], to: ['LOC', 'PER'] }],
      documentLabels: [],
      attributes: [{ name: 'kind', labels: ['LOC'], values: ['pasar', 'kota'] }],
    };
    const open = span('s2', 15, 21, 'OPEN', {
      attributes: new Map<string, string | boolean>([
        ['event', true],
        ['sure', 'yes'],
      ]),
    });
    const relations = [
      { id: 'r1', label: 'Place', from: 's2', to: 's1', attributes: none },
      { id: 'r2', label: 'so', from: 's1', to: 's2', attributes: none },
    ];
    const { files } = writeDataset(brat, [article([span('s1', 0, 5, 'é'), open], { relations })], { schema });
    expect(Buffer.from(files.get('data/annotation.conf') ?? []).toString()).toBe(
      [
        '[entities]',
        'PER',
        'LOC',
        '-u00E9-',
        '',
        '[relations]',
        'near\tArg1:LOC, Arg2:LOC|PER',
        'so\tArg1:<ANY>, Arg2:<ANY>',
        '<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>',
        '',
        '[events]',
        'OPEN\tPlace*:<ANY>',
        '',
        '[attributes]',
        'kind\tArg:LOC, Value:pasar|kota',
        'sure\tArg:<ANY>, Value:yes',
        '',
        '',
      ].join('\n'),
    );
  });
});

describe('what is read', () => {
  it('makes an event a span on its trigger, its arguments relations, and keeps the ends of relations by their names', async () => {
    const { article: read_, problems } = await read([
      'T1\tLOC 0 5\tPasar',
      'T2\tOPEN 14 20\tdibuka',
      'E1\tOPEN:T2 Place:T1 Cause2:E2',
      'E2\tOPEN:T2 ',
      'R1\tso Arg2:T1 Arg1:E1\t',
      'R2\tCoref Anaphora:T1 Antecedent:E2',
      'M1\tNegation E2',
      '*\tEquiv T1 E1 E2',
    ]);
    expect(problems).toEqual([]);
    expect(read_?.spans.map((s) => [s.id, s.label, Object.fromEntries(s.attributes)])).toEqual([
      ['T1', 'LOC', {}],
      ['E1', 'OPEN', { event: true }],
      ['E2', 'OPEN', { Negation: true, event: true }],
    ]);
    expect(read_?.relations.map((r) => [r.label, r.from, r.to, Object.fromEntries(r.attributes)])).toEqual([
      ['Place', 'E1', 'T1', {}],
      ['Cause2', 'E1', 'E2', {}],
      ['Equiv', 'T1', 'E1', { equiv: true }],
      ['Equiv', 'E1', 'E2', { equiv: true }],
      ['so', 'E1', 'T1', { relation: true }],
      ['Coref', 'T1', 'E2', { roles: ['Anaphora', 'Antecedent'] }],
    ]);
  });

  it('makes fragments one where only a line end lies between, also as old versions of brat wrote their words', async () => {
    const { article: read_ } = await read([
      'T1\tX 8 13;14 20\tJohar dibuka',
      'T2\tX 8 13;14 20\tJohardibuka',
      'T3\tX 0 5;8 13\tPasar Johar',
      'T4\tX 14 20;8 13\tdibuka Johar',
    ]);
    expect(read_?.spans.map((s) => s.parts)).toEqual([
      [{ start: 8, end: 20, quote: 'Johar\ndibuka' }],
      [{ start: 8, end: 20, quote: 'Johar\ndibuka' }],
      [
        { start: 0, end: 5, quote: 'Pasar' },
        { start: 8, end: 13, quote: 'Johar' },
      ],
      [{ start: 8, end: 20, quote: 'Johar\ndibuka' }],
    ]);
  });

  it('keeps what somebody changed in brat against a note of ours', async () => {
    const note = '#1\tPressmark T1\t{"attributes":{"n":0.5,"l":["a"],"f":false},"note":" a "}';
    const { article: read_ } = await read([
      'T1\tX 0 5\tPasar',
      'A1\tn T1 0.7',
      'A2\tl T1 a',
      '#2\tAnnotatorNotes T1\tb',
      note,
    ]);
    expect(read_?.spans).toMatchObject([{ note: 'b' }]);
    expect(Object.fromEntries(read_?.spans[0]?.attributes ?? [])).toEqual({ n: '0.7', l: ['a'], f: false });
  });

  it('reads notes of other types, references of other forms, and a second entity as attributes', async () => {
    const { article: read_, problems } = await read([
      'T1\tX 0 5\tPasar',
      '#1\tLemma T1\t pasar',
      'N1\tReference Annotation:T1 Referent:GO:0005515',
      'N2\tReference T1 Wikidata:Q5\tPasar',
    ]);
    expect(read_?.spans).toMatchObject([{ entity: 'GO:0005515' }]);
    expect(Object.fromEntries(read_?.spans[0]?.attributes ?? [])).toEqual({
      '#Lemma': 'pasar',
      Reference: 'Q5',
    });
    expect(problems).toEqual([['brat/another-entity', 4]]);
  });

  it.each([
    ['T1 LOC 0 5 Pasar', 'bad-line'],
    ['T1\tLOC 0\tPasar', 'bad-line'],
    ['T1\tLOC -1 5\tPasar', 'bad-line'],
    ['T1\tLOC 5 0\tPasar', 'bad-line'],
    ['T1\tLOC 0 99999999999999999999\tPasar', 'bad-line'],
    ['T1\tLOC 0 5;3 8\tPasar', 'bad-line'],
    ['E1\tLOC:', 'bad-line'],
    ['E1\tLOC:T9', 'no-target'],
    ['R1\tnear Arg1:T0', 'bad-line'],
    ['R1\tnear Arg1:T0 Arg2:T9', 'no-target'],
    ['A1\tsure T9', 'no-target'],
    ['N1\tReference T0 Q5', 'bad-line'],
    ['#1\tAnnotatorNotes', 'bad-line'],
    ['*\tEquiv T0', 'bad-line'],
    ['T0\tLOC 0 5\tPasar', 'duplicate-id'],
    ['X1\tLOC 0 5\tPasar', 'unknown-line'],
    ['#1\tPressmark T0\tno JSON', 'own-note'],
  ])('tells what is wrong with %j, and where', async (line, code) => {
    const { article: read_, problems } = await read(['T0\tLOC 0 5\tPasar', '', line]);
    expect(problems).toEqual([[`brat/${code}`, 3]]);
    expect([read_?.spans.map((s) => s.id), read_?.relations]).toEqual([['T0'], []]);
  });

  it('says that the text is missing, and reads mixed line ends', async () => {
    expect(
      (await read(['T1\tLOC 0 5\tPasar\r', 'T2\tLOC 8 13\tJohar'], '')).article?.spans[0]?.parts,
    ).toEqual([{ start: 0, end: 5, quote: 'Pasar' }]);
    const files = new Map([['x.ann', new Uint8Array(Buffer.from('T1\tLOC 0 5\tPasar'))]]);
    const { articles, problems } = await readDataset(brat, files);
    expect(problems.map((p) => [p.code, p.severity])).toEqual([['brat/no-text', 'warning']]);
    expect([articles[0]?.name, articles[0]?.text]).toEqual(['x.txt', undefined]);
  });
});
