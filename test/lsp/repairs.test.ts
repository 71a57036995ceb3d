import { afterEach, describe, expect, it } from 'vitest';
import { ServerCommand } from '../../server/src/lsp/protocol.ts';
import { TestClient } from '../support/lsp/client.ts';
import { NEOVIM, VSCODE } from '../support/lsp/profiles.ts';

const ARTICLE =
  'Warga BaruAnda datang ke pasar pagi itu. Harga beras naik , kata mereka.\n' +
  'Para pedagang menjual BaruAnda dan gula . Pemerintah akan membantu mereka.\n';

let client: TestClient;
afterEach(() => client.stop());

async function opened(files: Record<string, string> = {}, annotator?: string): Promise<TestClient> {
  client = await TestClient.start(VSCODE, { 'a.txt': ARTICLE, ...files }, annotator ? { annotator } : {});
  return reopened();
}

async function reopened(): Promise<TestClient> {
  await client.open('a.txt');
  return client;
}

const codes = async () => (await client.pull('a.txt')).map((d) => d.code);
const titles = async (words: string, only?: string[]) =>
  (await client.codeActions('a.txt', client.rangeOf('a.txt', words), only)).map((a) => a.title);
const pick = (words: string, title: string, nth = 0) =>
  client.pick('a.txt', client.rangeOf('a.txt', words, nth), title);

describe('repairing many findings', () => {
  const FIXED =
    'Warga Baru Anda datang ke pasar pagi itu. Harga beras naik, kata mereka.\n' +
    'Para pedagang menjual Baru Anda dan gula. Pemerintah akan membantu mereka.\n';

  it('of one kind leaves the others, and all certain ones at once are one edit', async () => {
    await opened();
    await pick(' ,', 'Fix all 2 of this kind in this article (spacing/punct)');
    expect(await codes()).toEqual(['fused/case', 'fused/case']);
    await pick('BaruAnda', 'Fix all 2 of this kind in this article (fused/case)');
    expect(client.document('a.txt').getText()).toBe(FIXED);
  });

  it('is a source action for those who ask for it, and none for an editor that is only saving', async () => {
    await opened();
    expect(await titles('Warga', ['source.fixAll.pressmark'])).toEqual([
      'Fix all 4 certain findings in this article',
    ]);
    expect(await titles('Warga', ['source.fixAll'])).toHaveLength(1);
    expect(await titles('Warga', ['source'])).toHaveLength(1);
    expect(await titles('Warga', ['source.organizeImports'])).toEqual([]);
    expect((await titles('Warga')).filter((t) => t.startsWith('Fix all'))).toEqual([]);
    const saving = (kind: string) => client.codeActions('a.txt', client.rangeOf('a.txt', 'Warga'), [kind], 2);
    expect(await saving('source.fixAll')).toEqual([]);
    expect(await saving('source.fixAll.pressmark')).toHaveLength(1);
  });

  it('spares what is dismissed', async () => {
    await opened();
    await pick('BaruAnda', 'Dismiss every “BaruAnda”');
    const [action] = await client.codeActions('a.txt', client.rangeOf('a.txt', 'Warga'), ['source.fixAll']);
    await client.choose(action);
    expect(client.document('a.txt').getText()).toBe(FIXED.replaceAll('Baru Anda', 'BaruAnda'));
  });

  it('leaves an article alone whose sidecar cannot be read', async () => {
    await opened({ 'a.txt.ann.json': 'half of a fi' });
    const { uri, version } = client.document('a.txt');
    expect(await client.execute(ServerCommand.carryOut, { uri, version, kind: 'fixAll' })).toMatchObject({
      done: false,
      message: expect.stringContaining('restore it from git'),
    });
    expect(await client.execute(ServerCommand.fixCorpus)).toMatchObject({ done: false });
    expect(client.document('a.txt').getText()).toBe(ARTICLE);
  });

  it('moves tags along: those between repairs are certain, one around a repair is to be looked at', async () => {
    await opened();
    await pick('pasar', 'Tag as GPE');
    await pick('beras naik ,', 'Tag as ORG');
    await pick('Pemerintah', 'Tag as ORG');
    const [action] = await client.codeActions('a.txt', client.rangeOf('a.txt', 'Warga'), ['source.fixAll']);
    await client.choose(action);
    const views = await client.connection.sendRequest<{ text: string; certain: boolean; range: never }[]>(
      'pressmark/annotations',
      { uri: client.uri('a.txt') },
    );
    const now = views.map((v) => [client.document('a.txt').getText(v.range), v.certain]);
    expect(now).toEqual([
      ['pasar', true],
      ['beras naik,', false],
      ['Pemerintah', true],
    ]);
  });

  it('reaches all articles of the corpus, and has the client show it before', async () => {
    const twice = 'Harga beras naik , kata mereka , dan BaruAnda tahu itu.\n';
    const dismissed =
      '{\n"pressmark":1,\n"annotations":[\n{"id":"00000000-aaaaaa","rule":"spacing/punct","verdict":"dismissed"},\nnull\n]}\n';
    await opened({ 'b/c.txt': twice, 'd.txt': twice, 'd.txt.ann.json': dismissed });
    const result = await client.execute(ServerCommand.fixCorpus, { rule: 'spacing/punct' });
    expect(result).toEqual({ done: true, message: 'Offered 4 repairs in 2 articles.' });
    expect(client.host.text(client.uri('b/c.txt'))).toBe(twice.replaceAll(' ,', ','));
    expect(client.host.text(client.uri('d.txt'))).toBe(twice);
    expect(client.document('a.txt').getText()).toBe(FIXED.replaceAll('Baru Anda', 'BaruAnda'));
    const [edit] = client.asked;
    expect(edit?.changeAnnotations).toEqual({
      'spacing/punct': { label: expect.any(String), description: 'spacing/punct', needsConfirmation: true },
    });
    expect(edit?.documentChanges).toMatchObject([
      { textDocument: { version: 1 }, edits: [{ annotationId: 'spacing/punct' }, {}] },
      { textDocument: { version: null } },
    ]);
    expect(await client.execute(ServerCommand.fixCorpus)).toMatchObject({
      message: 'Offered 4 repairs in 3 articles.',
    });
    expect(await client.execute(ServerCommand.fixCorpus, {})).toMatchObject({ done: false });
    const rules = await client.connection.sendRequest<{ code: string }[]>('pressmark/rules', {});
    expect(rules.map((rule) => rule.code)).toContain('spacing/punct');
  });

  it('of the corpus is offered in parts where it is more than anybody looks through', async () => {
    const many = Array.from({ length: 502 }, (_, i) => [`m/${i}.txt`, 'Harga beras naik , kata mereka.\n']);
    client = await TestClient.start(VSCODE, Object.fromEntries(many));
    expect(await client.execute(ServerCommand.fixCorpus, { rule: 'spacing/punct' })).toEqual({
      done: true,
      message:
        'Offered 500 repairs in 500 articles. 2 more articles were not looked at: run this again for them.',
    });
    expect(await client.execute(ServerCommand.fixCorpus, { rule: 'spacing/punct' })).toEqual({
      done: true,
      message: 'Offered 2 repairs in 2 articles.',
    });
  });

  it('of the corpus is refused to a client that cannot show it before', async () => {
    client = await TestClient.start(NEOVIM, { 'a.txt': ARTICLE });
    expect(await client.execute(ServerCommand.fixCorpus, {})).toMatchObject({
      done: false,
      message: expect.stringContaining('pressmark check --fix'),
    });
  });

  it('is announced, so that an editor can offer it', async () => {
    await opened();
    expect(client.initialized?.capabilities.codeActionProvider).toMatchObject({
      codeActionKinds: expect.arrayContaining(['source.fixAll.pressmark']),
    });
  });

  it('finds nothing to do in an article that needs nothing', async () => {
    await opened({ 'a.txt': 'Harga beras naik lagi di pasar itu.\n' });
    expect(await titles('Harga', ['source.fixAll'])).toEqual([]);
  });
});
