import { afterEach, describe, expect, it } from 'vitest';
import { DidSaveTextDocumentNotification } from 'vscode-languageserver-protocol/node';
import { ServerCommand } from '../../server/src/lsp/protocol.ts';
import { TestClient } from '../support/lsp/client.ts';
import { NEOVIM, VSCODE } from '../support/lsp/profiles.ts';

let client: TestClient;
afterEach(() => client.stop());

/** Articles of their own that all name the same paper, which looks like two words without a space. */
const HARBOUR = 'Menurut NusaKabar, pelabuhan itu ditutup sejak hari Selasa karena ombak tinggi.\n';
const SCHOOL = 'Kepala sekolah berkata kepada NusaKabar bahwa buku baru akan tiba bulan depan.\n';
const RICE = 'Harga beras naik lagi di pasar kota, demikian laporan NusaKabar pada hari Kamis.\n';
const WITHOUT = 'Harga beras naik lagi di pasar kota, demikian laporan warga pada hari Kamis.\n';

const codes = async (path: string) => (await client.pull(path)).map((d) => d.code);
const refreshes = () => client.refreshed.filter((what) => what === 'diagnostics').length;

/** Opens an article, and waits until what the corpus teaches has made the client look again. */
async function openAndLearn(path: string): Promise<void> {
  await client.open(path);
  await client.pull(path);
  await expect.poll(refreshes).toBeGreaterThan(0);
}

async function writeFile(path: string, content: string | undefined): Promise<void> {
  const uri = client.uri(path);
  if (content === undefined) client.host.contents.delete(uri);
  else client.host.write(uri, content);
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri, type: content === undefined ? 3 : 2 }],
  });
}

describe('a brand', () => {
  it('is reported where one article has it', async () => {
    client = await TestClient.start(VSCODE, { 'a.txt': HARBOUR, 'b.txt': WITHOUT });
    await openAndLearn('a.txt');
    expect(await codes('a.txt')).toContain('fused/case');
  });

  it('is known once three articles have it, and the client looks again once', async () => {
    client = await TestClient.start(VSCODE, { 'a.txt': HARBOUR, 'b.txt': SCHOOL, 'c.txt': RICE });
    await client.open('a.txt');
    expect(await codes('a.txt')).toContain('fused/case');
    await expect.poll(refreshes).toBe(1);
    expect(await codes('a.txt')).not.toContain('fused/case');
    expect(refreshes()).toBe(1);
  });

  it('is not known by copies of one text', async () => {
    const copies = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`${name}.txt`, HARBOUR + SCHOOL]));
    client = await TestClient.start(VSCODE, copies);
    await openAndLearn('a.txt');
    expect(await codes('a.txt')).toContain('fused/case');
  });

  it('follows what becomes of the other articles', async () => {
    client = await TestClient.start(VSCODE, { 'a.txt': HARBOUR, 'b.txt': SCHOOL, 'c.txt': RICE });
    await openAndLearn('a.txt');
    await writeFile('c.txt', WITHOUT);
    await expect.poll(() => codes('a.txt')).toContain('fused/case');
    await writeFile('d.txt', RICE);
    await expect.poll(() => codes('a.txt')).not.toContain('fused/case');
    await writeFile('d.txt', undefined);
    await expect.poll(() => codes('a.txt')).toContain('fused/case');
  });

  it('is taught by what is saved, not by what is typed', async () => {
    client = await TestClient.start(VSCODE, { 'a.txt': HARBOUR, 'b.txt': SCHOOL, 'c.txt': RICE });
    await openAndLearn('a.txt');
    await client.open('c.txt');
    await client.type('c.txt', RICE, WITHOUT);
    await client.pull('c.txt');
    expect(await codes('a.txt')).not.toContain('fused/case');
    await client.connection.sendNotification(DidSaveTextDocumentNotification.type, {
      textDocument: { uri: client.uri('c.txt') },
    });
    await expect.poll(() => codes('a.txt')).toContain('fused/case');
  });

  it('of one project is not known to another', async () => {
    client = await TestClient.start(VSCODE, {
      'a.txt': HARBOUR,
      'inner/pressmark.json': '{}',
      'inner/b.txt': SCHOOL,
      'inner/c.txt': RICE,
    });
    await openAndLearn('a.txt');
    expect(await codes('a.txt')).toContain('fused/case');
  });

  it('is known to clients that wait for diagnostics, and to a check of the whole corpus', async () => {
    client = await TestClient.start(NEOVIM, { 'a.txt': HARBOUR, 'b.txt': SCHOOL, 'c.txt': RICE });
    await client.open('a.txt');
    const pushed = () => client.pushed.get(client.uri('a.txt'))?.map((d) => d.code);
    await expect.poll(pushed).toEqual([]);
    await client.execute(ServerCommand.checkCorpus);
    expect(client.pushed.get(client.uri('b.txt')) ?? []).toEqual([]);
  });
});
