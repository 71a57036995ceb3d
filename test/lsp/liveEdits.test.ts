import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Range } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { newSpan } from '../../server/src/core/annotations/create.ts';
import { serializeSidecar } from '../../server/src/core/annotations/serialize.ts';
import { TestClient } from '../support/lsp/client.ts';
import { VSCODE } from '../support/lsp/profiles.ts';

const TEXT = 'Menteri tiba di Jakarta.\nMenteri  lain di  Bandung, lalu\nke Jakarta lagi.\nMenteri pulang.\n';

let client: TestClient;
beforeEach(async () => {
  const spans = ['Jakarta', 'Bandung'].map((words, i) => {
    const start = TEXT.lastIndexOf(words);
    const range = { start, end: start + words.length };
    return newSpan({ article: TEXT, range, label: 'GPE', suffix: `aaaaa${i}` });
  });
  client = await TestClient.start(VSCODE, {
    'a.txt': TEXT,
    'a.txt.ann.json': serializeSidecar(spans.sort((a, b) => (a.id < b.id ? -1 : 1))),
    'pressmark.json': '{}',
  });
  await client.open('a.txt');
  await certain();
});
afterEach(() => client.stop());

/** The words under the tags, those in doubt left out, with where they stand. */
async function certain(): Promise<[string, number][]> {
  const found = await client.connection.sendRequest<{ range: Range; certain: boolean }[]>(
    'pressmark/annotations',
    { uri: client.uri('a.txt') },
  );
  const document = client.document('a.txt');
  return found
    .filter((view) => view.certain)
    .map(({ range }) => [document.getText(range), document.offsetAt(range.start)]);
}

/** Edits of one version, each over the nth place of some words. */
async function edit(...edits: [words: string, nth: number, newText: string][]): Promise<void> {
  const changes = edits.map(([words, nth, newText]) => ({
    range: client.rangeOf('a.txt', words, nth),
    newText,
  }));
  await client.apply({ changes: { [client.uri('a.txt')]: changes } });
}

const expected = () => {
  const text = client.document('a.txt').getText();
  return [
    ['Bandung', text.lastIndexOf('Bandung')],
    ['Jakarta', text.lastIndexOf('Jakarta')],
  ];
};

it('several cursors move tags exactly, and so does what takes them back', async () => {
  await edit(['Menteri', 0, 'Para menteri'], ['Menteri', 1, 'Para menteri'], ['Menteri', 2, 'Para menteri']);
  expect(await certain()).toEqual(expected());
  await edit(['Jakarta', 0, ''], ['Jakarta', 1, ''], ['Bandung', 0, '']);
  expect(await certain()).toEqual([]);
  await edit(['di .', 0, 'di Jakarta.'], ['di  ,', 0, 'di  Bandung,'], ['ke  lagi', 0, 'ke Jakarta lagi']);
  expect(await certain()).toEqual(expected());
  await edit(['Para m', 0, 'M'], ['Para m', 1, 'M'], ['Para m', 2, 'M']);
  expect(client.document('a.txt').getText()).toBe(TEXT);
  expect(await certain()).toEqual(expected());
});

it('a formatter that writes lines anew leaves tags on their words', async () => {
  await edit(
    [
      'Menteri  lain di  Bandung, lalu\nke Jakarta lagi.',
      0,
      'Menteri lain di Bandung,\nlalu ke Jakarta lagi.',
    ],
    ['Menteri tiba', 0, '  Menteri tiba'],
  );
  expect(await certain()).toEqual(expected());
});

it('a text that an editor sends as a whole is compared with the one that the tags were made on', async () => {
  const text = TEXT.replace('Menteri tiba', 'Kemarin para menteri tiba').replace('lalu\nke', 'kemudian\nke');
  const uri = client.uri('a.txt');
  client.documents.set(uri, TextDocument.create(uri, 'plaintext', 2, text));
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text }],
  });
  expect(await certain()).toEqual(expected());
});
