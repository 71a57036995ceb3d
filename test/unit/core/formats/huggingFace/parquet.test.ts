import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import type { DatasetArticle } from '../../../../../server/src/core/formats/dataset.ts';
import { parquet } from '../../../../../server/src/core/formats/parquet.ts';
import { formatMessage } from '../../../../../server/src/core/message.ts';
import { optionsOf, readDataset, writeDataset } from '../../../../property/core/formats/roundTrip.ts';

const article = (i: number, sentences = 3): DatasetArticle => ({
  path: `${i}.txt`,
  text: 'Ani pulang ke Bandung. '.repeat(sentences),
  language: 'id',
  spans: Array.from({ length: sentences }, (_, s) => ({
    id: `${s}`,
    start: s * 23,
    end: s * 23 + 3,
    label: 'PER',
    attributes: new Map(),
  })),
  relations: [],
  documentLabels: [],
});

const read = async (bytes: Uint8Array, options: Record<string, string> = {}) => {
  const { articles, problems } = await readDataset(parquet, new Map([['x.parquet', bytes]]), options);
  return {
    articles,
    spans: articles.flatMap((a) => a.spans.map((s) => `${s.label} ${s.parts[0]?.quote}`)),
    problems: problems.map((p) => `${p.severity} ${p.code}`),
    messages: problems.map((p) => formatMessage(p.message)),
  };
};
const whole =
  writeDataset(parquet, [article(1), article(2)]).files.get('data-00000.parquet') ?? new Uint8Array();

describe('writing Parquet', () => {
  it('lets go of row groups as they fill up, and reads them all again', async () => {
    const schema = { labels: [], relations: [], documentLabels: [], attributes: [] };
    const writer = parquet.open?.({ name: 'train', align: 'strict', schema, options: optionsOf(parquet) });
    const pieces: { file: string; content: string | Uint8Array }[] = [];
    const early: number[] = [];
    for (let i = 0; i < 20; i++) {
      const written = writer?.add(article(i, 1_000));
      pieces.push(...(written?.pieces ?? []));
      early.push(written?.pieces.length ?? 0);
    }
    pieces.push(...(writer?.end().pieces ?? []));
    // 20 articles of 23,000 units, and 150,000 to a group.
    expect(early.reduce((a, b) => a + b)).toBe(3);
    expect(new Set(pieces.map((p) => p.file))).toEqual(new Set(['train-00000.parquet']));
    const { articles } = await read(new Uint8Array(Buffer.concat(pieces.map((p) => Buffer.from(p.content)))));
    expect(articles).toHaveLength(20);
    expect(articles.every((a) => a.spans.length === 1_000 && a.text?.length === 23_000)).toBe(true);
  });

  it('writes a file that says its columns where there is no article', async () => {
    const empty = writeDataset(parquet, []).files.get('data-00000.parquet') ?? new Uint8Array();
    expect(await read(empty)).toMatchObject({ articles: [], problems: [] });
  });
});

describe('reading Parquet', () => {
  const columns = (more: { name: string; data: unknown[] }[], schema: unknown[]) =>
    new Uint8Array(
      parquetWriteBuffer({
        columnData: more,
        schema: [{ name: 'root', num_children: more.length }, ...schema] as never,
      }),
    );
  const list = (name: string, type: object) => [
    { name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'OPTIONAL', ...type },
  ];
  const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' };

  it('reads files of others: numbers that the option names, columns that nobody needs', async () => {
    const bytes = columns(
      [
        { name: 'id', data: [1, 2] },
        { name: 'tokens', data: [['Ani', 'di'], ['Bandung']] },
        { name: 'pos_tags', data: [['N', 'P'], ['N']] },
        { name: 'ner_tags', data: [[1n, 0n], [1n]] },
      ],
      [
        { name: 'id', type: 'INT32', repetition_type: 'REQUIRED' },
        ...list('tokens', text),
        ...list('pos_tags', text),
        ...list('ner_tags', { type: 'INT64' }),
      ],
    );
    expect((await read(bytes)).problems).toEqual(['error huggingface/names', 'error huggingface/names']);
    const found = await read(bytes, { names: 'O,B-PER' });
    expect([found.spans, found.problems]).toEqual([['PER Ani', 'PER Bandung'], []]);
    expect(found.articles.map((a) => a.name)).toEqual(['1', '2']);
  });

  it('says which columns a file of another shape has', async () => {
    const bytes = columns(
      [{ name: 'sentence', data: ['a'] }],
      [{ name: 'sentence', ...text, repetition_type: 'REQUIRED' }],
    );
    const found = await read(bytes);
    expect(found.problems).toEqual(['error huggingface/columns']);
    expect(found.messages[0]).toContain('but: sentence.');
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['text', new Uint8Array(Buffer.from('tokens,ner_tags\na,O\n'))],
    ['a file that was cut', whole.subarray(0, whole.length - 30)],
    ['a file whose middle is missing', new Uint8Array([...whole.subarray(0, 40), ...whole.subarray(200)])],
  ])('refuses %s and says what to do', async (_, bytes) => {
    const found = await read(bytes);
    expect(found.problems).toEqual(['error parquet/unreadable']);
    expect(found.messages[0]).toMatch(/again|--from/);
  });

  it('knows a file by its first four bytes', () => {
    expect(parquet.recognise('x', 'PAR1\u0015')).toBe(1);
    expect(parquet.recognise('x.parquet', 'id,tokens')).toBe(0);
  });
});
