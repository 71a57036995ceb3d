import { describe, expect, it } from 'vitest';
import type { DatasetArticle, DatasetSpan } from '../../../../../server/src/core/formats/dataset.ts';
import { huggingFace } from '../../../../../server/src/core/formats/huggingFace.ts';
import { formatMessage } from '../../../../../server/src/core/message.ts';
import { readDataset, writeDataset } from '../../../../property/core/formats/roundTrip.ts';

const span = (start: number, end: number, label: string): DatasetSpan => ({
  id: `s${start}`,
  start,
  end,
  label,
  attributes: new Map(),
});
const ani: DatasetArticle = {
  path: '2026/a.txt',
  text: 'Ani 😀 di Hà Nội.\nYa.\n',
  language: 'id',
  annotator: 'budi',
  spans: [span(0, 3, 'PER'), span(10, 16, 'GPE')],
  relations: [],
  documentLabels: [],
};
const schema = { labels: ['ORG', 'PER'], relations: [], documentLabels: [], attributes: [] };
const written = (options: Record<string, string> = {}) => {
  const { files, losses } = writeDataset(huggingFace, [ani], { options, schema });
  const text = (name: string) => Buffer.from(files.get(name) ?? []).toString();
  return {
    rows: text('data.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
    text,
    losses,
  };
};

describe('writing JSON Lines for token classification', () => {
  it('writes a row per sentence, with places in code points', () => {
    const { rows, losses } = written();
    expect(losses).toEqual([]);
    expect(rows).toEqual([
      {
        id: 'budi:2026/a.txt#0',
        tokens: ['Ani', '😀', 'di', 'Hà', 'Nội', '.'],
        ner_tags: ['B-PER', 'O', 'O', 'B-GPE', 'I-GPE', 'O'],
        text: 'Ani 😀 di Hà Nội.\n',
        starts: [0, 4, 6, 9, 12, 15],
        ends: [3, 5, 8, 11, 15, 16],
        article: '2026/a.txt',
        sentence: 0,
        language: 'id',
        annotator: 'budi',
        tokenizer: 'words',
      },
      expect.objectContaining({ id: 'budi:2026/a.txt#1', tokens: ['Ya', '.'], text: 'Ya.\n', sentence: 1 }),
    ]);
  });

  it('numbers tags in the project’s order, then as they occur, and says so beside', () => {
    const { rows, text } = written({ tags: 'ids', rows: 'article' });
    expect(rows.map((r) => r.ner_tags)).toEqual([[3, 0, 0, 5, 6, 0, 0, 0]]);
    const { features } = JSON.parse(text('data.features.json'));
    expect(features.ner_tags.feature).toEqual({
      names: ['O', 'B-ORG', 'I-ORG', 'B-PER', 'I-PER', 'B-GPE', 'I-GPE'],
      _type: 'ClassLabel',
    });
    expect(Object.keys(features)).toEqual(Object.keys(rows[0]));
  });
});

const read = async (
  rows: readonly unknown[],
  options: Record<string, string> = {},
  beside: Record<string, string> = {},
) => {
  const content = rows.map((r) => (typeof r === 'string' ? r : JSON.stringify(r))).join('\n');
  const files = new Map(
    Object.entries({ 'x.jsonl': content, ...beside }).map(([name, text]) => [
      name,
      new Uint8Array(Buffer.from(text)),
    ]),
  );
  const { articles, problems } = await readDataset(huggingFace, files, options);
  return {
    articles,
    spans: articles.map((a) => a.spans.map((s) => `${s.label} ${s.parts[0]?.start} ${s.parts[0]?.quote}`)),
    problems: problems.map((p) => `${p.severity} ${p.code} ${p.line}`),
    messages: problems.map((p) => formatMessage(p.message)),
  };
};

describe('reading JSON Lines for token classification', () => {
  const row = { id: '7', tokens: ['Ani', 'di', 'Hà', 'Nội'], ner_tags: [1, 0, 3, 4] };

  it.each([
    ['the option names', { names: 'O,B-PER,I-PER,B-LOC,I-LOC' }, {}],
    [
      'dataset_info.json',
      {},
      {
        'dataset_info.json': JSON.stringify({
          features: {
            ner_tags: { feature: { names: ['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC'], _type: 'ClassLabel' } },
          },
        }),
      },
    ],
    [
      'dataset_infos.json',
      {},
      {
        'dataset_infos.json': JSON.stringify({
          default: {
            features: {
              pos_tags: { feature: { names: ['X'] } },
              ner_tags: { feature: { names: ['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC'] } },
            },
          },
        }),
      },
    ],
    [
      'the README of a dataset',
      {},
      {
        'README.md': `---
dataset_info:
  features:
  - name: pos_tags
    sequence:
      class_label:
        names: {'0': X}
  - name: ner_tags
    sequence:
      class_label:
        names:
          '0': O
          '1': B-PER
          '2': I-PER
          '3': B-LOC
          '4': I-LOC
---
# Card
`,
      },
    ],
  ])('finds the names of numbered tags in %s', async (_, options, beside) => {
    const found = await read([row], options, beside);
    expect([found.spans, found.problems]).toEqual([[['PER 0 Ani', 'LOC 7 Hà Nội']], []]);
    expect(found.articles.map((a) => [a.name, a.textIs, a.text])).toEqual([['7', 'built', 'Ani di Hà Nội']]);
  });

  it('takes the places of tokens from a text where it is there', async () => {
    const tags = ['B-PER', 'O', 'B-LOC', 'I-LOC'];
    const rows = [
      { tokens: row.tokens, tags, text: 'Ani di  Hà Nội' },
      { words: row.tokens, labels: tags, text: 'another text' },
    ];
    const found = await read(rows);
    expect(found.articles.map((a) => [a.textIs, a.text])).toEqual([
      ['given', 'Ani di  Hà Nội'],
      ['built', 'Ani di Hà Nội'],
    ]);
    expect(found.spans[0]).toEqual(['PER 0 Ani', 'LOC 8 Hà Nội']);
  });

  it('reads labels without prefixes, other schemes and -100', async () => {
    const tokens = ['a', 'b', 'c'];
    const found = await read([
      { tokens, tags: ['PER', 'PER', 'O'] },
      { tokens, tags: ['B-X', 'E-X', 'S-X'] },
      { tokens, tags: ['I-X', 'I-X', 'B-X'] },
    ]);
    expect(found.spans).toEqual([['PER 0 a b'], ['X 0 a b', 'X 4 c'], ['X 0 a b', 'X 4 c']]);
    expect(found.problems).toEqual(['information huggingface/repaired 3']);
    const numbers = await read([{ tokens, tags: [-100, 1, 0] }], { names: 'O,B-X' });
    expect(numbers.spans).toEqual([['X 2 b']]);
  });

  it.each([
    ['numbers without names', [row], 'error huggingface/names 1'],
    ['a number beyond the names', [{ tokens: ['a'], tags: [9] }], 'error huggingface/tag 1'],
    ['a tag that is no text', [{ tokens: ['a'], tags: [null] }], 'error huggingface/tag 1'],
    ['lists of unlike length', [{ tokens: ['a'], tags: ['O', 'O'] }], 'error huggingface/lengths 1'],
    ['a row of another shape', [{ text: 'a', entities: [] }], 'error huggingface/columns 1'],
    ['no row', ['12'], 'error huggingface/columns 1'],
    ['a row that was cut', ['{"tokens":["a"],"ner_tags":["O'], 'error json/syntax 1'],
  ])('says what is wrong: %s', async (what, rows, problem) => {
    const names: Record<string, string> = what.startsWith('numbers') ? {} : { names: 'O,B-X' };
    expect((await read(rows, names)).problems).toEqual([problem]);
  });

  it('gives up a file of other rows', async () => {
    const found = await read(new Array(90).fill({ text: 'a', __proto__: null, constructor: 1 }));
    expect(found.problems).toHaveLength(20);
    expect(found.messages[0]).toContain('text, constructor');
  });

  it('knows its files by their columns', () => {
    expect(huggingFace.recognise('a.jsonl', '{"id":"0","tokens":["a"],"ner_tags":[0]}')).toBe(0.9);
    expect(
      huggingFace.recognise('a.jsonl', '{"text":"a","tokens":[{"text":"a","start":0}],"spans":[]}'),
    ).toBe(0);
    expect(huggingFace.recognise('a.jsonl', '{"text":"a","label":[]}')).toBe(0);
  });
});
