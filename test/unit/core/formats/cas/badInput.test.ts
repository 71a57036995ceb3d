import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { casJson } from '../../../../../server/src/core/formats/casJson.ts';
import { xmi } from '../../../../../server/src/core/formats/xmi.ts';
import { anyArticle } from '../../../../property/core/formats/datasetArbitraries.ts';
import { writeDataset } from '../../../../property/core/formats/roundTrip.ts';
import { summaryOf, typeSystemOf, xmiOf } from '../../../../support/casFiles.ts';

const entity = (id: number, begin: number | string, end: number | string, more = '') =>
  `<ner:NamedEntity xmi:id="${id}" sofa="900" begin="${begin}" end="${end}" value="N${id}" ${more}/>`;
const LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';

describe('an XMI file', () => {
  it('that is cut off, not XML, of another kind or without text is an error with its line', async () => {
    const whole = xmiOf([entity(1, 0, 4)]);
    for (const [text, problem] of [
      [whole.slice(0, -30), 'error xml/not-well-formed :8'],
      [whole.slice(0, 400), 'error xml/not-well-formed :6'],
      ['', 'error xml/not-well-formed :1'],
      ['T1\tPER 0 4\tRina', 'error xml/not-well-formed :1'],
      ['<GateDocument/>', 'error xmi/other-file :1'],
      [whole.replace(/<cas:Sofa.*/, ''), 'error cas/no-text :'],
    ] as const) {
      const read = await summaryOf(text || ' ');
      expect([read.articles.length, read.problems.at(-1)]).toEqual([0, problem]);
    }
  });

  it('with entities of its own or another file behind it is refused', async () => {
    const whole = xmiOf([entity(1, 0, 4)]).replace('?>', `?>\n${LAUGHS}`);
    expect((await summaryOf(whole)).problems).toEqual(['error xml/doctype :2']);
    const outside = whole.replace(LAUGHS, '<!DOCTYPE x SYSTEM "file:///etc/passwd">');
    expect((await summaryOf(outside)).problems).toEqual(['error xml/doctype :2']);
  });

  it('with annotations that have no place is read without them', async () => {
    const read = await summaryOf(
      xmiOf([
        entity(1, 4, 0),
        entity(2, 0, 4),
        entity(3, -1, 4),
        entity(4, 'x', 4),
        '<ner:NamedEntity xmi:id="5" sofa="900"/>',
      ]),
    );
    expect([read.spans, read.problems]).toEqual([['N2@0-4'], ['warning cas/bad-offsets :6']]);
    expect(read.told[0]).toContain('4 annotations have no place');
  });

  it('with relations that lead nowhere, or to themselves, is read without them', async () => {
    const relation = (id: number, ends: string) =>
      `<custom:Relation xmi:id="${id}" sofa="900" begin="0" end="4" ${ends} value="R${id}"/>`;
    const read = await summaryOf(
      xmiOf([
        entity(1, 0, 4),
        relation(2, 'Governor="1" Dependent="77"'),
        relation(3, 'Governor="1"'),
        relation(4, 'Governor="5" Dependent="1"'),
        relation(5, 'Governor="4" Dependent="1"'),
        relation(6, 'Governor="6" Dependent="1"'),
        relation(8, 'Governor="7" Dependent="1"'),
        relation(7, 'Governor="1" Dependent="1"'),
      ]),
    );
    expect(read.relations).toEqual(['R8(R7,N1)', 'R7(N1,N1)']);
    expect(read.problems).toEqual(['warning cas/loose-end :7']);
    expect(read.told[0]).toContain('5 relations');
  });

  it('with doubled ids, deleted annotations, unknown sofas and stale parts says so', async () => {
    const read = await summaryOf(
      xmiOf(
        [
          entity(1, 0, 4, 'parts="0-2 3-4"'),
          entity(1, 5, 10, 'parts="0-2 3-4"'),
          entity(2, 0, 4, 'parts="some"'),
          entity(3, 0, 4),
          entity(4, 0, 4).replace('900', '55'),
        ],
        { members: '1 2 4' },
      ),
    );
    expect(read.spans).toEqual(['N1@0-2+3-4', 'N1@5-10', 'N2@0-4 parts="some"']);
    expect(read.problems).toEqual([
      'warning cas/doubled-id :7',
      'warning cas/no-sofa :10',
      'warning cas/bad-parts :7',
      'information cas/not-indexed :9',
    ]);
  });

  it('whose lists unfold to more than it has is an error', async () => {
    const list = Array.from(
      { length: 3000 },
      (_, i) => `<cas:NonEmptyFSList xmi:id="${i + 1000}" head="1" tail="${i + 1001}"/>`,
    );
    const many = Array.from({ length: 400 }, (_, i) => entity(i + 5000, 0, 4, 'target="1000"'));
    const read = await summaryOf(xmiOf([entity(1, 0, 4), ...list, ...many]));
    expect([read.articles, read.problems]).toEqual([[], ['error cas/too-many :']]);
    const long = `<t:A xmi:id="2" sofa="900" begin="0" end="4" target="3"/><cas:FSArray xmi:id="3" elements="${'1 '.repeat(50_000)}1"/>`;
    const once = await summaryOf(xmiOf([entity(1, 0, 4), long], { members: '1 2' }));
    expect([once.relations.length, once.problems]).toEqual([50_001, []]);
  });

  it('with elements of no type is read without them', async () => {
    const read = await summaryOf(xmiOf(['<other/>', entity(1, 0, 4)]));
    expect([read.spans, read.problems]).toEqual([['N1@0-4'], ['warning xmi/no-type :6']]);
  });

  it('keeps ids unlike each other, whatever they say of themselves', async () => {
    const read = await summaryOf(
      xmiOf([
        entity(1, 0, 4, 'id="s1"'),
        entity(2, 0, 4, 'id="s1"'),
        entity(3, 0, 4),
        entity(4, 0, 4, 'id="s2"'),
      ]),
    );
    expect(read.articles[0]?.spans.map((s) => s.id)).toEqual(['s1', 's3', 's4', 's2']);
  });

  it('is not confused by names that objects have by nature', async () => {
    const read = await summaryOf(
      xmiOf([
        '<t:constructor xmi:id="1" sofa="900" begin="0" end="4" __proto__="a" toString="b"/>',
        entity(2, 0, 4, 'attributes="{&quot;__proto__&quot;:&quot;x&quot;}"'),
        entity(3, 0, 4, 'attributes="{&quot;a&quot;:{}}"'),
      ]),
    );
    expect(read.spans).toEqual([
      'constructor@0-4 layer="test.constructor" __proto__="a" toString="b"',
      'N2@0-4 __proto__="x"',
      'N3@0-4 attributes="{\\"a\\":{}}"',
    ]);
  });
});

describe('a type system beside an XMI file', () => {
  const file = xmiOf(['<t:A xmi:id="1" sofa="900" begin="0" end="4"/>']);

  it('of types that are based on themselves is told, and the annotations are read', async () => {
    const types = typeSystemOf({
      'test.A': { of: 'test.B' },
      'test.B': { of: 'test.A' },
      'test.C': { of: 'test.C' },
    });
    const read = await summaryOf(file, { types });
    expect([read.spans, read.problems]).toEqual([['A@0-4 layer="test.A"'], ['warning cas/cyclic-types :']]);
    expect(read.told[0]).toContain('test.A, test.B, test.C');
  });

  it('of very many types, each based on the next, is read', async () => {
    const chain = Array.from({ length: 5000 }, (_, i): [string, { of: string }] => [
      `test.A${i || ''}`,
      { of: `test.A${i + 1}` },
    ]);
    const read = await summaryOf(file, { types: typeSystemOf(Object.fromEntries(chain)) });
    expect([read.spans, read.problems]).toEqual([['A@0-4 layer="test.A"'], []]);
    const round = await summaryOf(file, {
      types: typeSystemOf({ ...Object.fromEntries(chain), 'test.A5000': { of: 'test.A' } }),
    });
    expect(round.problems).toEqual(['warning cas/cyclic-types :']);
  });

  it('that cannot be read, or reads others, is told by its name', async () => {
    expect((await summaryOf(file, { types: '<typeSystem' })).problems).toEqual([
      'warning xml/not-well-formed TypeSystem.xml:1',
    ]);
    expect((await summaryOf(file, { types: `${LAUGHS}<a/>` })).problems).toEqual([
      'warning xml/doctype TypeSystem.xml:1',
    ]);
    const imports =
      '<typeSystemDescription>\n<imports><import location="x.xml"/></imports></typeSystemDescription>';
    expect((await summaryOf(file, { types: imports })).problems).toEqual([
      'information cas/imports TypeSystem.xml:2',
    ]);
  });
});

describe('a CAS JSON file', () => {
  const whole = (structures: string) =>
    `{"%TYPES":{},\n"%FEATURE_STRUCTURES":[\n{"%ID":1,"%TYPE":"uima.cas.Sofa","sofaID":"_InitialView","sofaString":"Rina pergi"},\n${structures}\n],\n"%VIEWS":{"_InitialView":{"%SOFA":1,"%MEMBERS":[2,3,4]}}}`;
  const entity = (id: number, begin: unknown, end: unknown) =>
    JSON.stringify({ '%ID': id, '%TYPE': 'ner.Entity', '@sofa': 1, begin, end, value: `N${id}` });

  it('that is cut off, of another kind, too deep or without text is an error', async () => {
    for (const [text, code] of [
      [whole(entity(2, 0, 4)).slice(0, 200), 'casjson/syntax'],
      ['{', 'casjson/syntax'],
      ['{"text":"x","spans":[]}', 'casjson/other-file'],
      ['{"_context":{},"_views":{}}', 'casjson/other-file'],
      [`{"%VIEWS":${'['.repeat(200_000)}`, 'casjson/too-deep'],
    ] as const) {
      const read = await summaryOf(text);
      expect([read.articles.length, read.problems]).toEqual([0, [`error ${code} :1`]]);
    }
    expect((await summaryOf('{"%FEATURE_STRUCTURES":[],"%VIEWS":{}}')).problems).toEqual([
      'error cas/no-text :',
    ]);
    const latin = new Uint8Array([...Buffer.from('{"%VIEWS":"'), 0xff, 0x22, 0x7d]);
    expect((await summaryOf(latin)).problems).toEqual(['error file/encoding :1']);
  });

  it('with structures of no type or place is read without them, with their lines', async () => {
    const read = await summaryOf(
      whole([entity(2, 4, 0), entity(3, 0, 4), '{"%ID":4}', 'null', entity(4, '0', 4)].join(',\n')),
    );
    expect([read.spans, read.problems]).toEqual([
      ['N3@0-4 layer="ner.Entity"'],
      ['warning casjson/no-type :6', 'warning casjson/no-type :7', 'warning cas/bad-offsets :4'],
    ]);
  });

  it('may name its structures by their ids, and say what its offsets count', async () => {
    const file = {
      '%HEADER': { 'offset-encoding': 'UTF-32' },
      '%FEATURE_STRUCTURES': {
        '1': { '%TYPE': 'uima.cas.Sofa', sofaID: '_InitialView', sofaString: '😀 Rina' },
        '2': { '%TYPE': 'uima.tcas.Annotation', '@sofa': 1, '^begin': 2, '^end': 6, '#x': 'NaN', '@sama': 3 },
        '3': { '%TYPE': 'uima.cas.FSArray', '%ELEMENTS': [2, null] },
      },
      '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': [2] } },
    };
    const read = await summaryOf(JSON.stringify(file));
    expect(read.spans).toEqual(['Annotation@2-6 layer="uima.tcas.Annotation" x="NaN"']);
    expect(read.relations).toEqual(['sama(Annotation,Annotation) layer="uima.tcas.Annotation" slot="sama"']);
    expect(read.articles[0]?.unit).toBe('codePoint');
    expect(read.problems).toEqual([]);
  });
});

it('reads damaged files of either kind without throwing, and gives ids and ends that fit', async () => {
  const damage = fc.array(
    fc.tuple(fc.nat(), fc.nat(30), fc.constantFrom('', '"', '<', '1', '-', '{', ',', 'é', '&#0;', '900')),
    { minLength: 1, maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(
      anyArticle(),
      damage,
      fc.constantFrom(xmi, casJson),
      async (article, changes, format) => {
        const [bytes] = writeDataset(format, [article]).files.values();
        let text = Buffer.from(bytes ?? []).toString();
        for (const [at, length, instead] of changes) {
          const from = at % text.length;
          text = text.slice(0, from) + instead + text.slice(from + length);
        }
        const { articles, problems } = await summaryOf(text || ' ');
        expect(articles.length + problems.length).toBeGreaterThan(0);
        for (const read of articles) {
          const ids = [...read.spans, ...read.relations].map((item) => item.id);
          expect(new Set(ids).size).toBe(ids.length);
          for (const { from, to } of read.relations)
            expect([ids.includes(from), ids.includes(to)]).toEqual([true, true]);
          for (const { parts } of read.spans)
            for (const { start, end } of parts) expect(start).toBeLessThanOrEqual(end);
        }
      },
    ),
    { numRuns: 400 },
  );
});
