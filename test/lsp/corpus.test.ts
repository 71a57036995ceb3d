import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource, type WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol/node';
import { type ArticleSummary, CorpusRequest, ServerCommand } from '../../server/src/lsp/protocol.ts';
import { TestClient } from '../support/lsp/client.ts';
import { NEOVIM, VSCODE } from '../support/lsp/profiles.ts';

let client: TestClient;
afterEach(() => client.stop());

const CLEAN = 'Delegasi tiba di ibu kota pada hari Senin pagi.\n';
const DAMAGED = 'Delegasi tiba di ibu kota pada hari Senin pagi.\u200b Mereka disambut dengan baik.\n';

const workspaceDiagnostics = (previousResultIds: { uri: string; value: string }[] = []) =>
  client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });

describe('check of the whole corpus', () => {
  it('counts findings of every article and shows those that are not open', async () => {
    client = await TestClient.start(
      VSCODE,
      { 'a.txt': CLEAN, 'b/c.txt': DAMAGED, '.hidden/d.txt': DAMAGED },
      {},
    );
    const result = await client.execute(ServerCommand.checkCorpus);
    expect(result).toMatchObject({ done: true, message: 'Checked 2 articles: 1 findings.' });
    const { items } = await workspaceDiagnostics();
    expect(items.map((i) => i.uri)).toEqual([client.uri('b/c.txt')]);
    const summaries = await client.connection.sendRequest<ArticleSummary[]>(CorpusRequest, {});
    expect(summaries).toMatchObject([
      { path: 'a.txt', errors: 0, warnings: 0 },
      { path: 'b/c.txt', warnings: 1 },
    ]);
  });

  it('answers a second question only when there is something new', async () => {
    client = await TestClient.start(VSCODE, { 'c.txt': DAMAGED });
    await client.execute(ServerCommand.checkCorpus);
    const first = await workspaceDiagnostics();
    const known = first.items.map((i) => ({ uri: i.uri, value: i.resultId ?? '' }));
    let answered = false;
    const second = workspaceDiagnostics(known).then((report) => {
      answered = true;
      return report;
    });
    await client.pull('c.txt');
    expect(answered).toBe(false);
    client.host.write(client.uri('c.txt'), CLEAN);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('c.txt'), type: 2 }],
    });
    expect((await second).items).toMatchObject([{ uri: client.uri('c.txt'), items: [] }]);
  });

  it('stops when it is no longer wanted, and keeps what it found until then', async () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${100 + i}.txt`, DAMAGED]));
    client = await TestClient.start(VSCODE, files);
    const cancel = new CancellationTokenSource();
    const running = client.connection.sendRequest(
      'workspace/executeCommand',
      { command: ServerCommand.checkCorpus, arguments: [], workDoneToken: 'pass' },
      cancel.token,
    );
    let reports = 0;
    client.connection.onProgress({ method: 'x' } as never, 'pass', () => {
      reports += 1;
      if (reports === 5) cancel.cancel();
    });
    await expect(running).resolves.toMatchObject({ done: false });
    expect(reports).toBeLessThan(40);
    expect((await workspaceDiagnostics()).items.length).toBeGreaterThan(0);
  });

  it('pushes what it found to a client that cannot ask', async () => {
    client = await TestClient.start(NEOVIM, { 'c.txt': DAMAGED });
    await client.execute(ServerCommand.checkCorpus);
    await expect
      .poll(() => client.pushed.get(client.uri('c.txt'))?.map((d) => d.code))
      .toEqual(['encoding/zero-width']);
  });
});

describe('a project inside a folder', () => {
  it('settles for itself which of its files are articles', async () => {
    client = await TestClient.start(VSCODE, {
      'a.txt': CLEAN,
      'inner/pressmark.json': '{ "include": ["in/**/*.txt"] }',
      'inner/in/b.txt': CLEAN,
      'inner/notes.txt': CLEAN,
    });
    const summaries = await client.connection.sendRequest<ArticleSummary[]>(CorpusRequest, {});
    expect(summaries.map((s) => s.path)).toEqual(['a.txt', 'inner/in/b.txt']);
  });
});

describe('findings', () => {
  it('are dismissed for good, in the sidecar', async () => {
    client = await TestClient.start(VSCODE, { 'c.txt': DAMAGED });
    await client.open('c.txt');
    expect((await client.pull('c.txt')).map((d) => d.code)).toEqual(['encoding/zero-width']);
    const { start } = client.rangeOf('c.txt', '\u200b');
    await client.pick('c.txt', { start, end: start }, 'Dismiss here (encoding/zero-width)');
    expect(await client.pull('c.txt')).toEqual([]);
    expect(client.host.text(client.uri('c.txt.ann.json'))).toContain('"verdict":"dismissed"');
  });

  it('are repaired by their first fix, and by nothing else', async () => {
    client = await TestClient.start(VSCODE, { 'c.txt': DAMAGED });
    await client.open('c.txt');
    const { start } = client.rangeOf('c.txt', '\u200b');
    const offered = await client.codeActions('c.txt', { start, end: start }, ['quickfix']);
    const fix = offered.find((a) => 'edit' in a && a.edit);
    await client.pick('c.txt', { start, end: start }, fix?.title ?? 'a fix');
    expect(client.document('c.txt').getText()).toBe(DAMAGED.replace('\u200b', ''));
    expect(await client.pull('c.txt')).toEqual([]);
  });

  it('are answered with “unchanged” while nothing changes, and follow the project file', async () => {
    client = await TestClient.start(VSCODE, { 'c.txt': DAMAGED, 'pressmark.json': '{}' });
    await client.open('c.txt');
    const textDocument = { uri: client.uri('c.txt') };
    const first = await client.connection.sendRequest<{ resultId: string }>('textDocument/diagnostic', {
      textDocument,
    });
    const again = { textDocument, previousResultId: first.resultId };
    expect(await client.connection.sendRequest('textDocument/diagnostic', again)).toMatchObject({
      kind: 'unchanged',
    });
    await client.open('pressmark.json');
    await client.type('pressmark.json', '{}', '{ "rules": { "encoding/zero-width": "off" } }');
    expect(await client.connection.sendRequest('textDocument/diagnostic', again)).toMatchObject({
      kind: 'full',
      items: [],
    });
  });

  it('are gone everywhere once the project accepts the word, and the project file keeps its comments', async () => {
    const fused = 'Warga membaca BaruAnda di halaman itu.\n';
    const project = '{\n  // Ours.\n  "dictionary": ["detikNews"] // more\n}\n';
    client = await TestClient.start(VSCODE, { 'c.txt': fused, 'd.txt': fused, 'pressmark.json': project });
    await client.open('c.txt');
    expect((await client.pull('c.txt')).map((d) => d.code)).toContain('fused/case');
    const action = await client.pick(
      'c.txt',
      client.rangeOf('c.txt', 'BaruAnda'),
      'Accept “BaruAnda” in this project',
    );
    expect(JSON.stringify(action.edit)).toContain(client.uri('pressmark.json'));
    const after = client.host.text(client.uri('pressmark.json')) ?? '';
    expect(after).toContain('// Ours.');
    expect(after).toContain('// more');
    expect(after).toContain('"detikNews"');
    for (const path of ['c.txt', 'd.txt']) expect((await client.pull(path)).map((d) => d.code)).toEqual([]);
  });

  it('are accepted into a project file that is made for it', async () => {
    client = await TestClient.start(VSCODE, { 'c.txt': 'Warga membaca BaruAnda di halaman itu.\n' });
    await client.open('c.txt');
    await client.pick('c.txt', client.rangeOf('c.txt', 'BaruAnda'), 'Accept “BaruAnda” in this project');
    expect(client.host.text(client.uri('pressmark.json'))).toBe(
      '{\n  "dictionary": [\n    "BaruAnda"\n  ]\n}\n',
    );
    expect(await client.pull('c.txt')).toEqual([]);
  });
});
