import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DatasetArticle } from '../../server/src/core/formats/dataset.ts';
import { parquet } from '../../server/src/core/formats/parquet.ts';
import { anyDataset } from '../property/core/formats/datasetArbitraries.ts';
import { readDataset, writeDataset } from '../property/core/formats/roundTrip.ts';

/** The parts of parquet-wasm (Rust's parquet crate) and apache-arrow that are used here. */
interface Peer {
  readParquet(bytes: Uint8Array): { intoIPCStream(): Uint8Array };
  writeParquet(table: unknown): Uint8Array;
  tableFromIPC(bytes: Uint8Array): {
    readonly schema: {
      readonly fields: readonly { readonly name: string; readonly type: { toString(): string } }[];
      readonly metadata: ReadonlyMap<string, string>;
    };
    toArray(): { toJSON(): Record<string, unknown> }[];
  };
}

const FOLDER = join(import.meta.dirname, 'parquet');
const isThere = existsSync(join(FOLDER, 'node_modules/parquet-wasm/package.json'));
if (!isThere) console.log('Skipped: no other reader of Parquet is here: node scripts/peers.mjs installs one');

/** Our file as the other library reads it. */
function readByPeer(bytes: Uint8Array): ReturnType<Peer['tableFromIPC']> {
  const require = createRequire(join(FOLDER, 'package.json'));
  const { readParquet }: Peer = require('parquet-wasm');
  const { tableFromIPC }: Peer = require('apache-arrow');
  return tableFromIPC(readParquet(bytes).intoIPCStream());
}

const plain = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && Symbol.iterator in value
    ? [...(value as Iterable<unknown>)].map(plain)
    : typeof value === 'bigint'
      ? Number(value)
      : value;

function fileOf(articles: readonly DatasetArticle[], options: Record<string, string> = {}): Uint8Array {
  const schema = { labels: ['PER', 'ORG'], relations: [], documentLabels: [], attributes: [] };
  return (
    writeDataset(parquet, articles, { schema, options }).files.get('data-00000.parquet') ?? new Uint8Array()
  );
}

describe.skipIf(!isThere)('Parquet, read by parquet-wasm and apache-arrow', () => {
  const text = 'Ani di Hà Nội 😀. Budi pulang.\n';
  const article: DatasetArticle = {
    path: '2026/a.txt',
    text,
    language: 'id',
    spans: [
      { id: 'a', start: 0, end: 3, label: 'PER', attributes: new Map() },
      { id: 'b', start: 7, end: 13, label: 'GPE', attributes: new Map() },
    ],
    relations: [],
    documentLabels: [],
  };

  it('has columns and values that the other library agrees about', () => {
    const table = readByPeer(fileOf([article]));
    expect(table.schema.fields.map((f) => `${f.name} ${f.type}`)).toEqual([
      'id Utf8',
      'tokens List<Utf8>',
      'ner_tags List<Int64>',
      'text Utf8',
      'starts List<Int32>',
      'ends List<Int32>',
      'article Utf8',
      'sentence Int32',
      'language Utf8',
      'annotator Utf8',
      'tokenizer Utf8',
    ]);
    const [first, second] = table.toArray().map((row) => row.toJSON());
    expect(Object.fromEntries(Object.entries(first ?? {}).map(([k, v]) => [k, plain(v)]))).toEqual({
      id: '2026/a.txt#0',
      tokens: ['Ani', 'di', 'Hà', 'Nội', '😀', '.'],
      ner_tags: [1, 0, 5, 6, 0, 0],
      text: 'Ani di Hà Nội 😀. ',
      starts: [0, 4, 7, 10, 14, 15],
      ends: [3, 6, 9, 13, 15, 16],
      article: '2026/a.txt',
      sentence: 0,
      language: 'id',
      annotator: null,
      tokenizer: 'words',
    });
    expect(second?.text).toBe('Budi pulang.\n');
  });

  it('names the tags in its metadata as the library datasets reads them', () => {
    const json = readByPeer(fileOf([article])).schema.metadata.get('huggingface');
    const { info } = JSON.parse(json ?? '{}');
    expect(Object.keys(info.features)).toEqual(
      readByPeer(fileOf([article])).schema.fields.map((f) => f.name),
    );
    expect(info.features.tokens).toEqual({ feature: { dtype: 'string', _type: 'Value' }, _type: 'Sequence' });
    expect(info.features.ner_tags).toEqual({
      feature: { names: ['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG', 'B-GPE', 'I-GPE'], _type: 'ClassLabel' },
      _type: 'Sequence',
    });
  });

  it('agrees about any dataset, its text included', () => {
    fc.assert(
      fc.property(anyDataset(), fc.constantFrom('sentence', 'article'), (articles, rows) => {
        const read = articles.length === 0 ? [] : readByPeer(fileOf(articles, { rows })).toArray();
        const texts = new Map<string, string>();
        for (const row of read.map((r) => r.toJSON())) {
          const key = String(row.article);
          texts.set(key, (texts.get(key) ?? '') + String(row.text));
          const chars = [...String(row.text)];
          const [tokens, starts, ends] = [row.tokens, row.starts, row.ends].map(plain) as [
            string[],
            number[],
            number[],
          ];
          expect(starts.map((start, i) => chars.slice(start, ends[i]).join(''))).toEqual(tokens);
        }
        expect([...texts]).toEqual(articles.map((a) => [a.path, a.text]));
      }),
      { numRuns: 60 },
    );
  });

  it('is read by us where the other library wrote it', async () => {
    const require = createRequire(join(FOLDER, 'package.json'));
    const { readParquet, writeParquet }: Peer = require('parquet-wasm');
    const articles = Array.from({ length: 30 }, (_, i) => ({ ...article, path: `${i}.txt` }));
    const theirs = writeParquet(readParquet(fileOf(articles)));
    const options = { names: 'O,B-PER,I-PER,B-ORG,I-ORG,B-GPE,I-GPE' };
    const { articles: read, problems } = await readDataset(
      parquet,
      new Map([['x.parquet', theirs]]),
      options,
    );
    expect(problems).toEqual([]);
    expect(
      read.map((a) => [a.name, a.text, ...a.spans.map((s) => `${s.label} ${s.parts[0]?.quote}`)]),
    ).toEqual(articles.map((a) => [a.path, text, 'PER Ani', 'GPE Hà Nội']));
  });
});
