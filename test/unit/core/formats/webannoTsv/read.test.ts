import { describe, expect, it } from 'vitest';
import type { ReadArticle } from '../../../../../server/src/core/formats/readArticle.ts';
import { webannoTsv } from '../../../../../server/src/core/formats/webannoTsv.ts';
import { readDataset } from '../../../../property/core/formats/roundTrip.ts';

const NE = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';

/** Reads a file of own making: a head, and what follows its two empty lines. */
async function read(
  layers: readonly string[],
  body: readonly string[],
  version = '3.3',
): Promise<ReadArticle> {
  const content = `${[`#FORMAT=WebAnno TSV ${version}`, ...layers].join('\n')}\n\n\n${body.join('\n')}\n`;
  const { articles, problems } = await readDataset(webannoTsv, new Map([['a.tsv', Buffer.from(content)]]));
  expect(problems).toEqual([]);
  const [article] = articles;
  if (!article) throw new Error('no article');
  return article;
}

/** Each span as its label, its words, and what else it says. */
function spansOf({ spans, text = '' }: ReadArticle) {
  return spans.map(({ label, parts, attributes, note, entity }) => [
    label,
    ...parts.map((p) => `${p.start}-${p.end} ${text.slice(p.start, p.end)}`),
    ...(attributes.size > 0 ? [Object.fromEntries(attributes)] : []),
    ...(note === undefined ? [] : [{ note }]),
    ...(entity === undefined ? [] : [{ entity }]),
  ]);
}

/** Each relation as its label and the words that it joins. */
function relationsOf(article: ReadArticle) {
  const words = new Map(
    article.spans.map((s) => [s.id, article.text?.slice(s.parts[0]?.start, s.parts[0]?.end)]),
  );
  return article.relations.map(({ label, from, to, attributes }) => [
    label,
    words.get(from),
    words.get(to),
    Object.fromEntries(attributes),
  ]);
}

describe('reading WebAnno TSV', () => {
  it('joins the tokens of a span by its id, and tells stacked spans apart', async () => {
    const article = await read(
      [`#T_SP=${NE}|identifier|value`],
      [
        '#Text=Bank Dunia di Bali',
        '1-1\t0-4\tBank\tQ7164[1]|*[2]\tORG[1]|PART[2]\t',
        '1-2\t5-10\tDunia\tQ7164[1]\tORG[1]\t',
        '1-3\t11-13\tdi\t_\t_\t',
        '1-4\t14-18\tBali\t*\t*\t',
      ],
    );
    expect(spansOf(article)).toEqual([
      ['ORG', '0-10 Bank Dunia', { entity: 'Q7164' }],
      ['PART', '0-4 Bank'],
      ['NamedEntity', '14-18 Bali'],
    ]);
    expect(article.spans[0]?.parts[0]?.quote).toBe('Bank Dunia');
  });

  it('reads parts of tokens, places between characters, and spans over sentences', async () => {
    const article = await read(
      [`#T_SP=${NE}|value`],
      [
        '#Text=Kabarnya',
        '1-1\t0-8\tKabarnya\t_\t',
        '1-1.1\t0-5\tKabar\tA\t',
        '1-1.2\t5-8\tnya\tB[1]\t',
        '1-1.3\t8-8\t\tC\t',
        '',
        '#Text=baik.',
        '2-1\t10-14\tbaik\tB[1]\t',
        '2-2\t14-15\t.\t_\t',
      ],
    );
    expect(article.text).toBe('Kabarnya\n baik.');
    expect(spansOf(article)).toEqual([
      ['A', '0-5 Kabar'],
      ['B', '5-14 nya\n baik'],
      ['C', '8-8 '],
    ]);
  });

  it('reads other layers with the layer as an attribute, and values as what they look like', async () => {
    const article = await read(
      ['#T_SP=my.Claim|checked|label|note|weight', '#T_SP=my.Mark|'],
      ['#Text=a b', '1-1\t0-1\ta\ttrue\tVAGUE\tsays who?\t0.5\t*\t', '1-2\t2-3\tb\t_\t_\t_\t_\t_\t'],
    );
    expect(spansOf(article)).toEqual([
      ['VAGUE', '0-1 a', { layer: 'my.Claim:label', checked: true, weight: 0.5 }, { note: 'says who?' }],
      ['Mark', '0-1 a', { layer: 'my.Mark' }],
    ]);
  });

  it('reads escapes: marks of the format, and values that are only such', async () => {
    const article = await read(
      [`#T_SP=${NE}|note|value`],
      [
        '#Text=a\\tb\\\\n',
        '1-1\t0-1\ta\t\\*[1]|x\\|y\\;\\[z\\]\\->\\_\\\\[2]\t\\_[1]|N\\[1\\][2]\t',
        '1-2\t2-5\tb\\n\ttwo\\nlines\\rand\\tmore\tA\t',
      ],
    );
    expect(article.text).toBe('a\tb\\n');
    expect(article.spans.map((s) => [s.label, s.note])).toEqual([
      ['_', '*'],
      ['N[1]', 'x|y;[z]->_\\'],
      ['A', 'two\nlines\rand\tmore'],
    ]);
  });

  it('reads relations by lines and by ids, and those between mere tokens', async () => {
    const article = await read(
      [
        `#T_SP=${NE}|value`,
        `#T_RL=webanno.custom.Relation|since|value|BT_${NE}`,
        '#T_RL=my.Link|BT_de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token',
      ],
      [
        '#Text=Ani Budi Citra',
        '1-1\t0-3\tAni\tPER\t_\t_\t_\t1-3\t',
        '1-2\t4-8\tBudi\tPER[1]|X[2]\t1990|*\tknows|likes\t1-1[0_1]|1-3[0_2]\t_\t',
        '1-3\t9-14\tCitra\tPER\t_\t_\t_\t_\t',
      ],
    );
    expect(relationsOf(article)).toEqual([
      ['Link', 'Citra', 'Ani', { layer: 'my.Link' }],
      ['knows', 'Ani', 'Budi', { since: 1990 }],
      ['likes', 'Citra', 'Budi', {}],
    ]);
    expect(article.relations[2]?.to).toBe(article.spans.find((s) => s.label === 'X')?.id);
    expect(spansOf(article).filter(([label]) => label === 'Token')).toHaveLength(2);
  });

  it('reads slots as relations from their host', async () => {
    const article = await read(
      ['#T_SP=my.Place|value', '#T_SP=my.Event|ROLE_my.Event:args_my.ArgLink|uima.tcas.Annotation|value'],
      [
        '#Text=Gempa guncang Bali',
        '1-1\t0-5\tGempa\tNOUN[1]\t_\t*\tQUIET\t',
        '1-2\t6-13\tguncang\t_\tcause;*\t1-1[1];1-3[2]\tSHAKE\t',
        '1-3\t14-18\tBali\tGPE[2]\t_\t_\t_\t',
      ],
    );
    const slot = { layer: 'my.ArgLink:role', slot: 'args' };
    expect(relationsOf(article)).toEqual([
      ['cause', 'guncang', 'Gempa', slot],
      ['args', 'guncang', 'Bali', slot],
    ]);
    expect(spansOf(article).map(([label]) => label)).toEqual(['NOUN', 'QUIET', 'SHAKE', 'GPE']);
  });

  it('joins the links of a chain, whichever column comes first', async () => {
    const layer = 'my.CorefLink';
    const article = await read(
      [`#T_CH=${layer}|referenceType|referenceRelation`],
      [
        '#Text=Ibu Sri dan dia itu',
        '1-1\t0-3\tIbu\tname[7]\tsame->7-1\t',
        '1-2\t4-7\tSri\tname[7]|*[2]\tsame->7-1|*->2-1\t',
        '1-3\t8-11\tdan\t_\t_\t',
        '1-4\t12-15\tdia\tpron[7]\t*->7-2\t',
        '1-5\t16-19\titu\tdet[7]\tlast->7-3\t',
      ],
    );
    expect(spansOf(article)).toEqual([
      ['name', '0-7 Ibu Sri', { layer: `${layer}:referenceType` }],
      ['CorefLink', '4-7 Sri', { layer: `${layer}:referenceType` }],
      ['pron', '12-15 dia', { layer: `${layer}:referenceType` }],
      ['det', '16-19 itu', { layer: `${layer}:referenceType`, referenceRelation: 'last' }],
    ]);
    const edge = { layer: `${layer}:referenceRelation` };
    expect(relationsOf(article)).toEqual([
      ['same', 'Ibu Sri', 'dia', edge],
      ['CorefLink', 'dia', 'itu', edge],
    ]);
  });

  it('counts UTF-16 units, or code points where only these fit the words', async () => {
    const body = (at: string) => [
      '#Text=😀 Bali 😀',
      '1-1\t0-2\t😀\t_\t',
      `1-2\t${at}\tBali\tGPE\t`,
      '1-3\t8-10\t😀\t_\t',
    ];
    const units = await read([`#T_SP=${NE}|value`], body('3-7'));
    expect([units.unit, ...spansOf(units)]).toEqual(['utf16', ['GPE', '3-7 Bali']]);
    const points = await read(
      [`#T_SP=${NE}|value`],
      ['#Text=😀 Bali', '1-1\t0-1\t😀\t_\t', '1-2\t2-6\tBali\tGPE\t', '', '#Text=Ya', '2-1\t7-9\tYa\tX\t'],
    );
    expect([points.unit, points.text]).toEqual(['codePoint', '😀 Bali\nYa']);
    expect(points.spans[0]?.parts).toEqual([{ start: 2, end: 6, quote: 'Bali' }]);
  });

  it('puts sentences at their places: lines within them, nothing, a line end or blanks between them', async () => {
    const article = await read(
      [],
      [
        ...['#Text=dua', '#Text=baris', '1-1\t2-5\tdua\t', '1-2\t6-11\tbaris\t', ''],
        ...['#Sentence.id=s 2', '#Text=rapat', '2-1\t11-16\trapat\t', ''],
        ...['#Text=jauh', '#Comment of another tool', '3-1\t20-24\tjauh\t'],
      ],
    );
    expect(article.text).toBe('  dua\nbarisrapat\n   jauh');
    expect(spansOf(article)).toEqual([
      [
        'Sentence',
        '11-16 rapat',
        { layer: 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence', id: 's 2' },
      ],
    ]);
  });

  it('reads the escapes of versions 3.0 and 3.1 as Java writes them', async () => {
    const body = [
      '#Text=caf\\u00E9 \\"ok\\" \\101\\\\',
      '1-1\t0-4\tcafé\t',
      '1-2\t5-9\t"ok"\t',
      '1-3\t10-12\tA\\\t',
    ];
    expect((await read([], body, '3.1')).text).toBe('café "ok" A\\');
  });

  it('reads what Pressmark adds in comments', async () => {
    const article = await read(
      [`#T_SP=${NE}|parts|value`],
      [
        '#pressmark.document={"path":"2026/a.txt","language":"id","annotator":"ani"}',
        '#pressmark.label={"label":"topic","value":["x"],"note":"n"}',
        '#pressmark.relation={"id":"9","label":"r","from":"1","to":"1"}',
        '#pressmark.relation={"label":"q","from":"9","to":"1","attributes":[["k",1]]}',
        ...['#Text=a b c', '1-1\t0-1\ta\t0-1 4-5[1]\tX[1]\t', '1-2\t2-3\tb\t0-1 4-5[1]\tX[1]\t'],
        '1-3\t4-5\tc\t0-1 4-5[1]\tX[1]\t',
      ],
    );
    expect([article.name, article.language, article.annotator]).toEqual(['2026/a.txt', 'id', 'ani']);
    expect(article.documentLabels.map(({ label, value, note }) => [label, value, note])).toEqual([
      ['topic', ['x'], 'n'],
    ]);
    expect(spansOf(article)).toEqual([['X', '0-1 a', '4-5 c']]);
    const [r, q] = article.relations;
    expect([r?.label, q?.label, q?.from === r?.id, q?.attributes.get('k')]).toEqual(['r', 'q', true, 1]);
  });

  it('reads the layers that are asked for, with what their relations join, and counts the others', async () => {
    const content = [
      ...['#FORMAT=WebAnno TSV 3.3', '#T_SP=my.Lemma|value', `#T_SP=${NE}|value`],
      ...['#T_RL=my.Dep|BT_my.Lemma', '#T_RL=my.Other|BT_my.Lemma', '', ''],
      ...['#Text=a b c', '1-1\t0-1\ta\tl\tX\t1-2\t_\t', '1-2\t2-3\tb\tm\t_\t_\t1-1\t'],
      ...['1-3\t4-5\tc\tn\t_\t_\t_\t', ''],
    ].join('\n');
    const files = new Map([['a.tsv', Buffer.from(content)]]);
    const of = async (only: string) => {
      const { articles, problems } = await readDataset(webannoTsv, files, { only });
      const [{ spans = [], relations = [] } = {}] = articles;
      return [spans.map((s) => s.label), relations.length, problems.map((p) => [p.code, ...p.message.args])];
    };
    expect(await of('')).toEqual([['l', 'X', 'm', 'n'], 2, []]);
    expect(await of('NamedEntity')).toEqual([['X'], 0, [['webanno-tsv/left', 5]]]);
    expect(await of('my.Dep, NamedEntity')).toEqual([['X', 'm', 'l'], 1, [['webanno-tsv/left', 2]]]);
  });
});
