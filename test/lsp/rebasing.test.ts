import { afterEach, describe, expect, it } from 'vitest';
import { TextDocumentSaveReason } from 'vscode-languageserver-protocol/node';
import { newSpan } from '../../server/src/core/annotations/create.ts';
import { parseSidecar } from '../../server/src/core/annotations/parse.ts';
import { serializeSidecar } from '../../server/src/core/annotations/serialize.ts';
import { revisionOf } from '../../server/src/core/text/revision.ts';
import { ServerCommand } from '../../server/src/lsp/protocol.ts';
import type { History } from '../../server/src/service/ports.ts';
import { TestClient } from '../support/lsp/client.ts';
import { historyOf } from '../support/lsp/memoryHistory.ts';
import { VSCODE } from '../support/lsp/profiles.ts';

const TEXT = 'Menteri tiba di Bandng.\nDia pulang ke Jakarta.\n';
const SIDECAR = 'a.txt.ann.json';
const IN_GIT: Partial<History> = { names: async () => ['main'] };

let client: TestClient;
afterEach(() => client.stop());

async function start(
  history: Partial<History> | undefined,
  files: Record<string, string> = {},
  options: object = { savesSidecars: true },
): Promise<void> {
  client = await TestClient.start(VSCODE, { 'a.txt': TEXT, 'pressmark.json': '{}', ...files }, options);
  if (history) client.host.history = historyOf(history);
  await client.open('a.txt');
}

/** Saves as an editor does, and waits until the server has had its say. */
async function save(reason: TextDocumentSaveReason = TextDocumentSaveReason.Manual): Promise<void> {
  const textDocument = { uri: client.uri('a.txt') };
  await client.connection.sendNotification('textDocument/willSave', { textDocument, reason });
  await client.connection.sendNotification('textDocument/didSave', { textDocument });
  await client.pull('a.txt');
  await new Promise((later) => setTimeout(later, 50));
  await client.pull('a.txt');
}

const spans = (path = SIDECAR) =>
  parseSidecar(client.host.text(client.uri(path)) ?? '').annotations.flatMap(({ annotation }) =>
    annotation.kind === 'span' ? [annotation] : [],
  );
const now = () => client.document('a.txt').getText();

describe('when a corrected article is saved', () => {
  it('one’s own tags on a text that git does not have follow it, with their ids', async () => {
    await start(IN_GIT);
    await client.pick('a.txt', client.rangeOf('a.txt', 'Bandng'), 'Tag as GPE');
    await client.pick('a.txt', client.rangeOf('a.txt', 'Jakarta'), 'Tag as GPE');
    const ids = spans().map((s) => s.id);
    await client.type('a.txt', 'Bandng', 'Bandung');
    await save();
    expect(spans().map((s) => s.id)).toEqual(ids);
    expect(spans()).toMatchObject([
      { text: 'Bandung', rev: revisionOf(now()) },
      { text: 'Jakarta', start: now().indexOf('Jakarta'), rev: revisionOf(now()) },
    ]);
    const { done } = await client.execute(ServerCommand.undoLast);
    expect(done).toBe(true);
    expect(spans().map((s) => s.text)).toEqual(['Bandung']);
  });

  it.each<[string, Partial<History> | undefined, object]>([
    [
      'git has the old text',
      { ...IN_GIT, blob: async () => new TextEncoder().encode(TEXT) },
      { savesSidecars: true },
    ],
    ['there is no repository', {}, { savesSidecars: true }],
    ['there is no git', undefined, { savesSidecars: true }],
    ['the editor would leave the sidecar unsaved', IN_GIT, {}],
  ])('nothing is written where %s', async (_, history, options) => {
    await start(history, {}, options);
    await client.pick('a.txt', client.rangeOf('a.txt', 'Jakarta'), 'Tag as GPE');
    await client.type('a.txt', 'Bandng', 'Bandung');
    await save();
    expect(spans()).toMatchObject([{ rev: revisionOf(TEXT) }]);
  });

  it('nothing is written for a save that came by itself, nor while what is saved is another text', async () => {
    await start(IN_GIT);
    await client.pick('a.txt', client.rangeOf('a.txt', 'Jakarta'), 'Tag as GPE');
    await client.type('a.txt', 'Bandng', 'Bandung');
    await save(TextDocumentSaveReason.AfterDelay);
    client.host.write(client.uri('a.txt'), TEXT);
    await save();
    expect(spans()).toMatchObject([{ rev: revisionOf(TEXT) }]);
  });

  it('others’ lines and lines in doubt stay as they are; one that others speak of goes along, for it says the same', async () => {
    const tag = (words: string, suffix: string) => {
      const at = TEXT.indexOf(words);
      return newSpan({ article: TEXT, range: { start: at, end: at + words.length }, label: 'GPE', suffix });
    };
    const [doubtful, spoken, plain] = [
      tag('Bandng', 'aaaaaa'),
      tag('Jakarta', 'bbbbbb'),
      tag('pulang', 'cccccc'),
    ];
    const record = { id: '00000000-rrrrrr', ref: spoken.id, accept: true, was: '0123456789ab' };
    const budi = `{\n"pressmark":1,\n"annotations":[\n${JSON.stringify(record)},\nnull\n]}\n`;
    await start(
      IN_GIT,
      {
        'pressmark.json': '{ "annotators": ["ana", "budi"] }',
        'a.txt.ana.ann.json': serializeSidecar(
          [doubtful, plain, spoken].sort((a, b) => (a.id < b.id ? -1 : 1)),
        ),
        'a.txt.budi.ann.json': budi,
      },
      { savesSidecars: true, annotator: 'ana' },
    );
    await client.pull('a.txt');
    await client.type('a.txt', 'Bandng', 'kota itu');
    await client.type('a.txt', 'Menteri', 'Sang menteri');
    await save();
    const revs = new Map(spans('a.txt.ana.ann.json').map((s) => [s.id, s.rev]));
    expect(revs.get(doubtful.id)).toBe(revisionOf(TEXT));
    expect(revs.get(spoken.id)).toBe(revisionOf(now()));
    expect(revs.get(plain.id)).toBe(revisionOf(now()));
    expect(client.host.text(client.uri('a.txt.budi.ann.json'))).toBe(budi);
  });
});
