import { afterEach, expect, it } from 'vitest';
import type { QualityView } from '../../server/src/lsp/protocol.ts';
import { TestClient } from '../support/lsp/client.ts';
import { VSCODE } from '../support/lsp/profiles.ts';

const FILES = {
  'pressmark.json': '{ "language": "en" }',
  'a.txt': `Ferry returns to the island
The ferry to the island sails again, and the whole village came to see it.
Ten years of waiting
It will sail twice a day, and more often in the summer.
Anna said that she was glad.
Leave a Comment
Peter
2 hours ago
My father built it.
Reply
`,
};

let client: TestClient;
afterEach(() => client.stop());

it('the outline holds the headline and the sections, with the tags in them', async () => {
  client = await TestClient.start(VSCODE, FILES);
  await client.open('a.txt');
  await client.pick('a.txt', client.rangeOf('a.txt', 'Anna'), 'Tag as PER');
  const textDocument = { uri: client.uri('a.txt') };
  const symbols = await client.connection.sendRequest('textDocument/documentSymbol', { textDocument });
  expect(symbols).toMatchObject([
    { name: 'Ferry returns to the island', detail: 'headline', children: [] },
    {
      name: 'Ten years of waiting',
      detail: 'section',
      range: { start: { line: 2 }, end: { line: 4 } },
      children: [{ name: 'Anna', detail: 'PER' }],
    },
  ]);
});

it('what readers wrote folds away', async () => {
  client = await TestClient.start(VSCODE, FILES);
  await client.open('a.txt');
  const textDocument = { uri: client.uri('a.txt') };
  expect(await client.connection.sendRequest('textDocument/foldingRange', { textDocument })).toEqual([
    { startLine: 5, endLine: 9, kind: 'region' },
  ]);
});

it('the signals of a page are told in words; no article has none', async () => {
  client = await TestClient.start(VSCODE, { ...FILES, 'b.txt': `${FILES['a.txt']}`.repeat(3) });
  await client.open('b.txt');
  const ask = (file: string) =>
    client.connection.sendRequest<QualityView | null>('pressmark/quality', { uri: client.uri(file) });
  const view = await ask('b.txt');
  expect(view?.summary).toMatch(/^Page: [1-9] of 12 signals unusual$/);
  expect(view?.signals.find(({ name }) => name === 'repeatedLines')).toEqual({
    name: 'repeatedLines',
    title: 'Lines that stand there twice',
    value: '67 %',
    usual: 'usually at most 30 % (FineWeb, Gopher)',
    unusual: true,
  });
  expect(await ask('none.txt')).toBeNull();
});
