import { describe, expect, it } from 'vitest';
import { conll } from '../../../../../server/src/core/formats/conll.ts';
import type { DatasetArticle, DatasetSpan } from '../../../../../server/src/core/formats/dataset.ts';
import { formatMessage } from '../../../../../server/src/core/message.ts';
import { optionsOf, readDataset, writeDataset } from '../../../../property/core/formats/roundTrip.ts';

const span = (start: number, end: number, label: string): DatasetSpan => ({
  id: `s${start}-${end}`,
  start,
  end,
  label,
  attributes: new Map(),
});
const article = (
  text: string,
  spans: DatasetSpan[] = [],
  more: Partial<DatasetArticle> = {},
): DatasetArticle => ({
  path: '2026/pasar baru.txt',
  text,
  language: 'id',
  spans,
  relations: [],
  documentLabels: [],
  ...more,
});
const text = 'Ani dan Budi Hartono pulang. Hujan turun.';
const plain = article(text, [span(0, 3, 'PER'), span(8, 20, 'PER')]);
const writtenAs = (articles: DatasetArticle[], options: Record<string, string> = {}) =>
  Buffer.from(writeDataset(conll, articles, { options }).files.get('data.conll') ?? []).toString();
const read = async (content: string | Uint8Array, options: Record<string, string> = {}) => {
  const { articles, problems } = await readDataset(
    conll,
    new Map([['x.conll', new Uint8Array(Buffer.from(content))]]),
    options,
  );
  return {
    articles,
    spans: articles.flatMap((a) => a.spans.map((s) => `${s.label} ${s.parts[0]?.quote}`)),
    problems: problems.map((p) => `${p.severity} ${p.code} ${p.line ?? ''}`.trim()),
    messages: problems.map((p) => formatMessage(p.message)),
  };
};

describe('writing CoNLL', () => {
  it('writes four columns of IOB2, named documents and a blank line behind each sentence', () => {
    expect(writtenAs([plain]).split('\n')).toEqual([
      '-DOCSTART- name=2026/pasar%20baru.txt|language=id|tokens=words -X- O',
      '',
      'Ani _ _ B-PER',
      'dan _ _ O',
      'Budi _ _ B-PER',
      'Hartono _ _ I-PER',
      'pulang _ _ O',
      '. _ _ O',
      '',
      'Hujan _ _ O',
      'turun _ _ O',
      '. _ _ O',
      '',
      '',
    ]);
    expect(writeDataset(conll, [plain]).losses).toEqual([]);
  });

  it('writes comments, tabs, numbers and several layers where asked', () => {
    const nested = article('Bank Bandung', [span(0, 12, 'ORG'), span(5, 12, 'GPE'), span(5, 12, 'LOC')]);
    const options = { columns: 'id,form,tag,tag', separator: 'tab', documents: 'comment' };
    expect(writtenAs([nested], options).split('\n')).toEqual([
      '# newdoc id = 2026/pasar baru.txt',
      '# language = id',
      '# tokens = words',
      '1\tBank\tB-ORG\tO',
      '2\tBandung\tI-ORG\tB-GPE',
      '',
      '',
    ]);
    expect(
      writeDataset(conll, [nested], { options }).losses.map(({ loss }) => loss.reasons.map((r) => r.code)),
    ).toEqual([['same-place']]);
  });

  it.each([
    ['iob1', ['I-A', 'I-B', 'I-B', 'B-B']],
    ['iob2', ['B-A', 'B-B', 'I-B', 'B-B']],
    ['bioes', ['S-A', 'B-B', 'E-B', 'S-B']],
    ['bilou', ['U-A', 'B-B', 'L-B', 'U-B']],
  ])('marks neighbours by %s', (scheme, tags) => {
    const neighbours = article('a b c d', [span(0, 1, 'A'), span(2, 5, 'B'), span(6, 7, 'B')]);
    const lines = writtenAs([neighbours], { scheme, columns: 'form,tag' }).split('\n').slice(2, 6);
    expect(lines.map((line) => line.split(' ')[1])).toEqual(tags);
  });

  it('escapes labels that would end a cell, so that no two become one', async () => {
    const odd = article('a b', [span(0, 1, 'mit Raum'), span(2, 3, 'mit%20Raum')]);
    expect(writtenAs([odd])).toContain('a _ _ B-mit%20Raum\nb _ _ B-mit%2520Raum');
    expect((await read(writtenAs([odd]))).spans).toEqual(['mit Raum a', 'mit%20Raum b']);
  });

  it('names no columns that cannot be used', () => {
    const problem = conll.options.find((o) => o.name === 'columns')?.problem;
    expect(['auto', 'form tag', 'form,_,tag,tag'].map((v) => problem?.(v))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(['form', 'form,form,tag', 'word,tag', ''].map((v) => typeof problem?.(v))).toEqual(
      Array(4).fill('object'),
    );
    expect(optionsOf(conll).get('columns')).toBe('auto');
  });
});

describe('reading CoNLL', () => {
  it.each([
    [
      'IOB1 with chunks',
      'U I-NP I-ORG\nV I-VP O\nW I-NP I-PER\nX I-NP B-PER\n',
      ['ORG U', 'PER W', 'PER X'],
      'form,_,tag IOB1',
    ],
    [
      'two layers, numbers and sources',
      '#\thttp://x.org [2009]\n1\tBank\tB-ORG\tO\n2\tBandung\tI-ORG\tB-LOC\n',
      ['ORG Bank Bandung', 'LOC Bandung'],
      'id,form,tag,tag IOB2',
    ],
    ['BIOES', 'a\tB-X\nb\tI-X\nc\tE-X\nd\tS-X\n', ['X a b c', 'X d'], 'form,tag BIOES'],
    ['BILOU', 'a\tB-X\nb\tL-X\nc\tU-Y\n', ['X a b', 'Y c'], 'form,tag BILOU'],
    ['BMES', 'a B-X\nb M-X\nc E-X\nd O\n', ['X a b c'], 'form,tag BIOES'],
    ['labels alone', 'a NN PER\nb NN PER\nc IN O\nd NN LOC\n', ['PER a b', 'LOC d'], 'form,_,tag IO'],
    ['tags in front', 'B-X\ta\nI-X\tb\n', ['X a b'], 'tag,form IOB2'],
    ['tokens with blanks between tabs', 'Hà Nội\tB-LOC\nmưa\tO\n', ['LOC Hà Nội'], 'form,tag IOB2'],
    ['tokens that look like comments', '# O\n#1 B-X\nb O\n', ['X #1'], 'form,tag IOB2'],
  ])('finds out the layout: %s', async (_, content, spans, layout) => {
    const found = await read(content);
    expect(found.spans).toEqual(spans);
    const [columns = '', scheme = ''] = layout.split(' ');
    expect(found.messages.at(0)).toContain(`columns ${columns} with tags of the scheme ${scheme}`);
    expect(found.problems).toEqual(['information conll/layout']);
  });

  it('tells documents apart by lines, brackets and comments', async () => {
    const names = async (content: string, options = {}) =>
      (await read(content, options)).articles.map((a) => [a.name, a.language, a.text].join('|'));
    expect(
      await names('-DOCSTART- -X- -X- O\n\na _ _ O\n\nb _ _ O\n\n-DOCSTART- -X- -X- O\n\nc _ _ O\n'),
    ).toEqual(['||a\nb', '||c']);
    expect(await names('-DOCSTART- (7 PASAR)\n\na _ _ O\n')).toEqual(['7 PASAR||a']);
    expect(await names('# newdoc id = x y\n# language = vi\na O\n# newdoc id = z\n')).toEqual([
      'x y|vi|a',
      'z||',
    ]);
    expect(await names('a O\nb O\n\nc O\n')).toEqual(['||a b\nc']);
    expect(await names('a O\nb O\n\nc O\n', { articles: 'sentence' })).toEqual(['||a b', '||c']);
  });

  it('repairs tags that follow no scheme as the scorer does, and says where', async () => {
    const content = 'a B-X\nb I-X\nc I-Y\nd O\ne I-X\n\nf B-X\ng B-X\n';
    const found = await read(content);
    expect(found.spans).toEqual(['X a b', 'Y c', 'X e', 'X f', 'X g']);
    expect(found.problems).toEqual(['information conll/layout', 'information conll/repaired 3']);
    expect(found.messages[1]).toContain('2 tags');
    const bioes = await read('a B-X\nb O\nc I-X\nd E-X\ne S-X\n', { scheme: 'bioes' });
    expect(bioes.spans).toEqual(['X a', 'X c d', 'X e']);
    expect(bioes.problems.at(-1)).toBe('information conll/repaired 1');
  });

  it.each([
    [
      'columns that shift',
      'a NN O\nb NN O\nc O\nd NN B-X\n',
      ['error conll/columns 3', 'information conll/layout'],
    ],
    [
      'a file that was cut',
      'a NN O\nb NN O\nc NN O\nd N',
      ['error conll/columns 4', 'information conll/layout'],
    ],
    [
      'a tag of no scheme',
      `${'a O\n'.repeat(30)}b Q-X\n`,
      ['error conll/tag 31', 'information conll/layout'],
    ],
    ['no column of tags', 'satu kalimat biasa\ndua kalimat biasa\n', ['error conll/columns 1']],
    ['no line of a table', '\n\n', []],
    [
      'bytes that are no text',
      new Uint8Array([0x61, 0x20, 0x4f, 10, 0xff, 0x20, 0x4f, 10]),
      ['error file/encoding 2', 'information conll/layout'],
    ],
  ])('says what is wrong: %s', async (_, content, problems) => {
    expect((await read(content)).problems).toEqual(problems);
  });

  it('gives up a file that is laid out otherwise', async () => {
    const found = await read(`${'a O\n'.repeat(100)}${'b c d\n'.repeat(90)}`);
    expect(found.problems).toHaveLength(20);
  });

  it('reads forms of the columns that it is told', async () => {
    expect((await read('x a B-PER q\n', { columns: '_,form,tag,_' })).spans).toEqual(['PER a']);
  });

  it('knows its files by their beginning', () => {
    expect(conll.recognise('a.conll', 'a NN I-NP O\nb NN I-NP B-X\n')).toBe(0.9);
    expect(conll.recognise('train.txt', 'a NN O\nb NN B-PER\n\nc NN O')).toBe(0.7);
    expect(conll.recognise('train.txt', '-DOCSTART- -X- -X- O\n')).toBe(1);
    expect(conll.recognise('berita.txt', 'Hujan turun di kota.\nJalan tergenang.\n')).toBe(0);
    expect(conll.recognise('a.conllu', 'a O\n')).toBe(0);
  });

  it('reads an article of nothing but a mark that comments begin with', async () => {
    const { articles, problems } = await read(writtenAs([article('# #')]));
    expect(articles.map((a) => a.text)).toEqual(['# #']);
    expect(problems.filter((p) => p.startsWith('error'))).toEqual([]);
  });

  it('finds the scheme by tags that stand on number signs, too', async () => {
    const { spans, problems } = await read(
      writtenAs([article('#;(', [span(0, 1, 'PER')])], { scheme: 'iob1' }),
    );
    expect(spans).toEqual(['PER #']);
    expect(problems).not.toContain('information conll/repaired 3');
  });
});
