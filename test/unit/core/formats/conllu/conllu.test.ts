import { describe, expect, it } from 'vitest';
import { escapeSpaces, unescapeSpaces } from '../../../../../server/src/core/formats/conllu/spaces.ts';
import { conllu } from '../../../../../server/src/core/formats/conllu.ts';
import type { DatasetArticle } from '../../../../../server/src/core/formats/dataset.ts';
import { readDataset, writeDataset } from '../../../../property/core/formats/roundTrip.ts';

const none = { attributes: new Map() };
const text = '  Bank Jawa, di\nkota Bandung.\nHujan! ';
const bank: DatasetArticle = {
  path: '2026/bank.txt',
  text,
  language: 'id',
  annotator: 'ani',
  spans: [
    { id: 'a', start: 2, end: 11, label: 'ORG', ...none, entity: 'Q1', note: 'which?' },
    {
      id: 'b',
      start: 2,
      end: 28,
      label: 'X-Y',
      ...none,
      parts: [
        { start: 2, end: 6 },
        { start: 21, end: 28 },
      ],
    },
    { id: 'c', start: 7, end: 18, label: 'GPE', ...none },
    { id: 'd', start: 12, end: 12, label: 'GPE', ...none },
  ],
  relations: [
    { id: 'r', from: 'a', to: 'b', label: 'in', ...none },
    { id: 's', from: 'd', to: 'a', label: 'in', ...none },
    { id: 't', from: 's', to: 'a', label: 'in', ...none },
  ],
  documentLabels: [],
};

describe('writing CoNLL-U', () => {
  const blank = { ...bank, path: 'b.txt', text: ' ', spans: [], relations: [] };
  const written = writeDataset(conllu, [bank, blank]);
  const lines = Buffer.from(written.files.get('data.conllu') ?? [])
    .toString()
    .split('\n')
    .map((line) => line.replace('\t_'.repeat(7), ''));

  it('writes names as brackets in MISC, blanks as UDPipe does, and the rest in a comment', () => {
    expect(lines.slice(0, 22)).toEqual([
      '# newdoc id = 2026/bank.txt',
      '# language = id',
      '# annotator = ani',
      '# tokens = words',
      '# global.Entity = eid-etype-head-identity',
      '# doc_json_pressmark = {"spans":[{"id":"e1","note":"which?"}],"relations":[{"id":"r1","label":"in","from":"e1","to":"e2"}]}',
      '# newpar',
      '# sent_id = 1-1',
      '# text = Bank Jawa, di kota Bandung.',
      '1\tBank\tEntity=(e1-ORG-1-Q1(e2[1/2]-X%2DY-1)|SpacesBefore=\\s\\s',
      '2\tJawa\tEntity=e1)(e3-GPE-1|SpaceAfter=No',
      '3\t,\t_',
      '4\tdi\tSpacesAfter=\\n',
      '5\tkota\tEntity=e3)',
      '6\tBandung\tEntity=(e2[2/2]-X%2DY-1)|SpaceAfter=No',
      '7\t.\tSpacesAfter=\\n',
      '',
      '# newpar',
      '# sent_id = 1-2',
      '# text = Hujan!',
      '1\tHujan\tSpaceAfter=No',
      '2\t!\t_',
    ]);
  });

  it('gives an article without words the word that Udapi takes for none', () => {
    expect(lines.slice(23)).toEqual([
      '# newdoc id = b.txt',
      '# language = id',
      '# annotator = ani',
      '# tokens = words',
      '# global.Entity = eid-etype-head-identity',
      '# doc_json_pressmark = {"text":" "}',
      '# sent_id = 2-1',
      '# text = ',
      '1\t_\tEmpty=Yes',
      '',
      '',
    ]);
  });

  it('says what was widened, what is no word and what hangs on it', () => {
    const told = written.losses.map(({ loss }) =>
      [loss.kind === 'article' ? '' : loss.item.id, ...loss.reasons.map((r) => r.code)].join(' '),
    );
    expect(told).toEqual(['c cuts-token', 'd empty', 's end-dropped', 't end-dropped']);
  });

  it('writes every blank so that it can be read', () => {
    const blanks = ' \t\n\u00a0\u3000\u2028';
    expect(escapeSpaces(blanks)).toBe('\\s\\t\\n\\u00a0\\u3000\\u2028');
    expect(unescapeSpaces(`${escapeSpaces(blanks)}\\p\\\\\\x`)).toBe(`${blanks}|\\\\x`);
  });
});

const row = (id: string, form: string, misc = '_') => `${id}\t${form}${'\t_'.repeat(7)}\t${misc}`;
const read = async (lines: readonly string[], options: Record<string, string> = {}) => {
  const bytes = new Uint8Array(Buffer.from(lines.join('\n')));
  const { articles, problems } = await readDataset(conllu, new Map([['x.conllu', bytes]]), options);
  return {
    articles,
    texts: articles.map((a) => a.text),
    spans: articles.flatMap((a) =>
      a.spans.map((s) => `${s.label} ${s.parts.map((p) => `${p.start} ${p.quote}`).join(' … ')}`),
    ),
    problems: problems.map((p) => `${p.severity} ${p.code} ${p.line}`),
  };
};

describe('reading CoNLL-U', () => {
  it('builds the text of words, words written as one, and SpaceAfter', async () => {
    const { texts, articles, problems } = await read([
      row('1-2', 'bukunya', 'SpaceAfter=No'),
      row('1', 'buku', 'NER=B-X'),
      row('2', 'nya'),
      row('3', ','),
      row('3.1', 'tidak'),
      row('4', 'Hà Nội', 'NER=B-LOC'),
      '',
      row('1', 'Ya'),
    ]);
    expect(texts).toEqual(['bukunya, Hà Nội Ya']);
    expect(articles[0]?.textIs).toBe('built');
    expect(articles[0]?.spans.map((s) => s.parts[0])).toEqual([
      { start: 0, end: 4, quote: 'buku' },
      { start: 9, end: 15, quote: 'Hà Nội' },
    ]);
    expect(problems).toEqual(['information conllu/empty 5']);
  });

  it('takes the words’ places from # text, or the words where they are not in it', async () => {
    const { texts, problems } = await read([
      '# newdoc id = a',
      '# newpar',
      '# text = Dia berkata:  "Ya."',
      row('1', 'Dia'),
      row('2', 'berkata'),
      row('3', ':'),
      row('4', '"Ya."'),
      '',
      '# newpar',
      '# text = vamos nos',
      row('1-2', 'vámonos'),
      row('1', 'vamos', 'NER=B-X'),
      row('2', 'nos'),
    ]);
    expect(texts).toEqual(['Dia berkata:  "Ya."\nvámonos']);
    expect(problems).toEqual(['information conllu/text 9']);
  });

  it('gives the text to the letter where the file says all blanks', async () => {
    const { texts, articles } = await read([
      '# text = Ya tidak',
      row('1', 'Ya', 'SpacesAfter=\\s\\s'),
      row('2', 'tidak', 'SpaceAfter=No|SpacesBefore='),
    ]);
    expect([texts, articles[0]?.textIs]).toEqual([['Ya  tidak'], 'given']);
  });

  it('reads brackets: nested, crossing, in parts, of several words, with fields of other corpora', async () => {
    const { spans, articles, problems } = await read([
      '# global.Entity = eid-etype-head-minspan-infstat-identity-other',
      row('1', 'a', 'Entity=(e1-person-1--new-Q%2D1-sure:yes(e2-X-1'),
      row('2', 'b', 'Entity=(e3[1/2]-Y-1)e1)'),
      row('3', 'c', 'Entity=e2)(e2-X-1)'),
      row('3.1', '_', 'Entity=(e9-zero-1)'),
      row('4', 'd', 'Entity=(e3[2/2]-Y-1'),
      row('5', 'e', 'Entity=e3[2/2])'),
    ]);
    expect(spans.sort()).toEqual(['X 0 a b c', 'X 4 c', 'Y 2 b … 6 d e', 'person 0 a b']);
    const person = articles[0]?.spans.find((s) => s.label === 'person');
    expect([person?.entity, [...(person?.attributes ?? [])]]).toEqual([
      'Q-1',
      [
        ['infstat', 'new'],
        ['sure', 'yes'],
      ],
    ]);
    expect(problems).toEqual([
      'information conllu/empty 5',
      'information conllu/unwritten 2',
      'information conllu/chained 2',
    ]);
  });

  it('tells brackets that open or close nothing', async () => {
    const found = await read([row('1', 'a', 'Entity=e4)(e5-X'), row('2', 'b', 'Entity=odd')]);
    expect([found.spans, found.problems]).toEqual([[], ['warning conllu/brackets 2']]);
  });

  it('reads tags in MISC and repairs those that follow no scheme', async () => {
    const found = await read([row('1', 'a', 'NER=I-X'), row('2', 'b', 'NER=I-X'), row('3', 'c', 'NER=O')]);
    expect([found.spans, found.problems]).toEqual([['X 0 a b'], ['information conllu/tags 1']]);
  });

  it('takes documents, or every sentence, for articles', async () => {
    const lines = [
      '# newdoc id = a',
      row('1', 'a'),
      '',
      row('1', 'b'),
      '',
      '# newdoc id = c',
      row('1', 'c'),
      '',
    ];
    expect((await read(lines)).texts).toEqual(['a b', 'c']);
    expect((await read(lines, { articles: 'sentence' })).texts).toEqual(['a', 'b', 'c']);
  });

  it('knows a file by its ten columns', () => {
    expect(conllu.recognise('a.conll', `# text = a\n${row('1', 'a')}\n`)).toBe(1);
    expect(conllu.recognise('a.txt', 'Hujan turun.\n')).toBe(0);
    expect(conllu.recognise('a.conllu', `${row('1', 'a')}\n1\tx\n`)).toBe(0.9);
  });

  it.each([
    ['columns that shift', [row('1', 'a'), '2\tb\t_', row('3', 'c')], ['error conllu/columns 2']],
    ['blanks instead of tabs', ['1 a _ _ _ _ _ _ _ _'], ['error conllu/columns 1']],
    ['a number that is none', [row('x', 'a')], ['error conllu/id 1']],
    [
      'a comment that is no JSON',
      ['# doc_json_pressmark = {"x', row('1', 'a')],
      ['warning conllu/comment 1'],
    ],
    ['lemmas and syntax', ['1\ta\ta\tX\t_\t_\t0\troot\t_\t_'], ['information conllu/syntax 1']],
  ])('says what is wrong: %s', async (_, lines, problems) => {
    expect((await read(lines)).problems).toEqual(problems);
  });

  it('gives up a file of other columns', async () => {
    expect((await read(new Array<string>(90).fill('a b'))).problems).toHaveLength(20);
  });
});
