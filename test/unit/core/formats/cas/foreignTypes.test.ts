import { describe, expect, it } from 'vitest';
import { summaryOf, typeSystemOf, xmiOf } from '../../../../support/casFiles.ts';

const at = (id: number, begin: number, end: number, more = '') =>
  `xmi:id="${id}" sofa="900" begin="${begin}" end="${end}" ${more}`;

describe('annotations of other tools', () => {
  it('become spans labelled by their value or type, and keep their layer', async () => {
    const read = await summaryOf(
      xmiOf([
        `<ner:NamedEntity ${at(1, 0, 4, 'value="PER" identifier="Q1"')}/>`,
        `<ner:NamedEntity ${at(2, 14, 20)}/>`,
        `<custom:Topik ${at(3, 0, 10, 'value="x&#10;y" sure="true" n="3" note="?"')}/>`,
        `<t:Kata ${at(4, 21, 23, 'PosValue="EMO"')}/>`,
      ]),
    );
    expect(read.spans).toEqual([
      'PER@0-4 =Q1',
      'NamedEntity@14-20',
      'x\ny@0-10 layer="webanno.custom.Topik" sure="true" n="3" #?',
      'EMO@21-23 layer="test.Kata:PosValue"',
    ]);
    expect(read.problems).toEqual([]);
  });

  it('have values of their types where a type system is beside', async () => {
    const types = typeSystemOf({
      'test.Base': { features: { sure: 'uima.cas.Boolean', n: 'uima.cas.Integer' } },
      'test.Kata': { of: 'test.Base', features: { kind: 'test.Kind', x: 'uima.cas.Double' } },
      'test.Kind': { of: 'uima.cas.String' },
      'test.Other': { of: 'uima.cas.TOP', features: { begin: 'uima.cas.Integer', end: 'uima.cas.Integer' } },
    });
    const read = await summaryOf(
      xmiOf([
        `<t:Kata ${at(1, 0, 4, 'sure="false" n="3" kind="5" x="1.5E2"')}/>`,
        `<t:Kata ${at(2, 5, 10, 'sure="yes" n="many" x="NaN"')}/>`,
        '<t:Other xmi:id="3" begin="0" end="4"/>',
      ]),
      { types },
    );
    expect(read.spans).toEqual([
      'Kata@0-4 layer="test.Kata" sure=false n=3 kind="5" x=150',
      'Kata@5-10 layer="test.Kata" sure="yes" n="many" x="NaN"',
    ]);
    expect(read.documentLabels).toEqual([]);
  });

  it('leave tokens and sentences, and say so once', async () => {
    const file = xmiOf([
      `<seg:Sentence ${at(1, 0, 24)}/>`,
      `<seg:Token ${at(2, 0, 4, 'pos="9"')}/>`,
      `<seg:Token ${at(3, 5, 10)}/>`,
    ]);
    const left = await summaryOf(file);
    expect([left.spans, left.problems]).toEqual([[], ['information cas/segments :6']]);
    expect(left.told[0]).toContain('3 tokens, sentences and the like are left out (Sentence, Token)');
    const read = await summaryOf(file, { options: { segments: 'read' } });
    expect(read.spans.map((s) => s.split(' ')[0])).toEqual(['Sentence@0-24', 'Token@0-4', 'Token@5-10']);
  });

  it('are relations by the names of their ends, or by their type, and bring along the tokens that they join', async () => {
    const elements = [
      `<seg:Token ${at(1, 0, 4)}/>`,
      `<seg:Token ${at(2, 5, 10)}/>`,
      `<ner:NamedEntity ${at(3, 0, 4, 'value="PER"')}/>`,
      `<custom:Hubungan ${at(4, 5, 10, 'Governor="1" Dependent="2" value="subj"')}/>`,
      `<t:Link xmi:id="5" source="3" target="1" kind="x"/>`,
      `<t:Pair ${at(6, 0, 4, 'left="3" right="2"')}/>`,
    ];
    const types = typeSystemOf({
      'test.Link': {
        of: 'uima.cas.AnnotationBase',
        features: { source: 'uima.tcas.Annotation', target: 'uima.tcas.Annotation', kind: 'uima.cas.String' },
      },
      'test.Pair': { features: { left: 'uima.tcas.Annotation', right: 'uima.tcas.Annotation' } },
    });
    const read = await summaryOf(xmiOf(elements), { types });
    expect(read.relations).toEqual([
      'subj(Token,Token) layer="webanno.custom.Hubungan"',
      'Link(PER,Token) layer="test.Link" kind="x"',
      'Pair(PER,Token) layer="test.Pair"',
    ]);
    expect(read.spans).toHaveLength(3);
    expect(read.problems).toEqual([]);
  });

  it('have slots, chains and references to others, which are relations', async () => {
    const read = await summaryOf(
      xmiOf(
        [
          `<custom:Event ${at(1, 5, 10, 'args="2 3"')}/>`,
          '<custom:EventLink xmi:id="2" role="agent" target="4"/>',
          '<custom:EventLink xmi:id="3" target="5" sure="no"/>',
          `<ner:NamedEntity ${at(4, 0, 4, 'value="PER"')}/>`,
          `<ner:NamedEntity ${at(5, 14, 20, 'value="GPE"')}/>`,
          `<custom:SameLink ${at(6, 0, 4, 'referenceType="nam" referenceRelation="anaphor" next="7"')}/>`,
          `<custom:SameLink ${at(7, 14, 20, 'referenceRelation="end"')}/>`,
          '<custom:SameChain xmi:id="8" sofa="900" first="6"/>',
          `<t:Half ${at(9, 0, 4, 'whole="4" rest="10"')}/>`,
          '<cas:FSArray xmi:id="10" elements="4 5"/>',
        ],
        { members: '1 4 5 6 7 8 9' },
      ),
      {
        types: typeSystemOf({
          'test.Half': { features: { whole: 'uima.tcas.Annotation', rest: 'uima.cas.FSArray&' } },
        }),
      },
    );
    expect(read.relations).toEqual([
      'agent(Event,PER) layer="webanno.custom.EventLink:role" slot="args"',
      'args(Event,GPE) layer="webanno.custom.EventLink:role" slot="args" sure="no"',
      'anaphor(nam,SameLink) layer="webanno.custom.SameLink:referenceRelation"',
      'whole(Half,PER) layer="test.Half" slot="whole"',
      'rest(Half,PER) layer="test.Half" slot="rest"',
      'rest(Half,GPE) layer="test.Half" slot="rest"',
    ]);
    expect(read.spans.filter((s) => s.includes('SameLink'))).toEqual([
      'nam@0-4 layer="webanno.custom.SameLink:referenceType"',
      'SameLink@14-20 layer="webanno.custom.SameLink" referenceRelation="end"',
    ]);
    expect([read.problems, read.documentLabels]).toEqual([[], []]);
  });

  it('hold arrays and lists, within them or shared by several', async () => {
    const types = typeSystemOf({
      'test.Group': {
        features: {
          own: 'uima.cas.StringArray',
          n: 'uima.cas.IntegerArray',
          shared: 'uima.cas.StringArray&',
          list: 'uima.cas.StringList&',
          others: 'uima.cas.FSList&',
        },
      },
    });
    const read = await summaryOf(
      xmiOf(
        [
          `<t:Group ${at(1, 0, 4, 'n="5 6" shared="2" list="3" others="6"')}><own>a b</own><own/></t:Group>`,
          '<cas:StringArray xmi:id="2"><elements>x</elements><elements>y z</elements></cas:StringArray>',
          '<cas:NonEmptyStringList xmi:id="3" head="p" tail="4"/>',
          '<cas:NonEmptyStringList xmi:id="4" head="q" tail="3"/>',
          '<cas:NonEmptyFSList xmi:id="6" head="1" tail="7"/>',
          '<cas:EmptyFSList xmi:id="7"/>',
        ],
        { members: '1' },
      ),
      { types },
    );
    expect(read.spans).toEqual([
      'Group@0-4 layer="test.Group" n=["5","6"] shared=["x","y z"] list=["p","q"] own=["a b",""]',
    ]);
    expect(read.relations).toEqual(['others(Group,Group) layer="test.Group" slot="others"']);
  });

  it('say things of the whole text', async () => {
    const read = await summaryOf(
      xmiOf([
        `<tcas:DocumentAnnotation ${at(1, 0, 24, 'language="id"')}/>`,
        '<custom:Genre xmi:id="2" sofa="900" value="berita"/>',
        '<custom:Mutu xmi:id="3" sofa="900" ejaan="baik" isi="cukup"/>',
      ]),
    );
    expect(read.documentLabels).toEqual(['Genre="berita"', 'Mutu.ejaan="baik"', 'Mutu.isi="cukup"']);
    expect(read.articles[0]).toMatchObject({ language: 'id', spans: [] });
  });
});

it('reads views of the same text as annotators, and of another text as another article', async () => {
  const view = (id: number, name: string, text: string) =>
    `<cas:Sofa xmi:id="${id}" sofaNum="2" sofaID="${name}" sofaString="${text}"/><cas:View sofa="${id}" members="${id + 1}"/>` +
    `<ner:NamedEntity xmi:id="${id + 1}" sofa="${id}" begin="0" end="4" value="${name}"/>`;
  const read = await summaryOf(
    xmiOf(
      [view(10, 'ani', 'Rina pergi'), view(20, 'English', 'Rina goes')].map((v) => v),
      { text: 'Rina pergi' },
    ),
  );
  expect(read.articles.map((a) => [a.name, a.annotator, a.text, a.spans[0]?.label])).toEqual([
    [undefined, undefined, 'Rina pergi', undefined],
    [undefined, 'ani', 'Rina pergi', 'ani'],
    ['#English', undefined, 'Rina goes', 'English'],
  ]);
  expect(read.problems).toEqual(['information cas/views :7']);
});
