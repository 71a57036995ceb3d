import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { clientOutput } from '../../server/src/lsp/clientOutput.ts';
import {
  type FileParams,
  FileSizeRequest,
  RemoveFileRequest,
  type RenameFileParams,
  RenameFileRequest,
  type ReplaceAllParams,
  ReplaceAllRequest,
  type WriteFileParams,
  WriteFileRequest,
} from '../../server/src/lsp/protocol/output.ts';
import { ReadFileRequest } from '../../server/src/lsp/protocol.ts';
import type { Output } from '../../server/src/service/ports.ts';

const OUT = 'vscode-vfs://github/out';
let client: ProtocolConnection;
afterEach(() => client.dispose());

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));

/** A server's way to write through a client whose files are `files`, by address. */
function connected(files: Map<string, string>): Output {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
  const plain = (text: string) => Buffer.from(text, 'base64').toString('utf8');
  const isFolder = (uri: string) => [...files.keys()].some((f) => f.startsWith(`${uri}/`));
  client.onRequest(FileSizeRequest, ({ uri }: FileParams) => {
    const file = files.get(uri);
    return file === undefined ? (isFolder(uri) ? -1 : null) : Buffer.byteLength(file);
  });
  client.onRequest(ReadFileRequest, ({ uri }: FileParams) => {
    const file = files.get(uri);
    return file === undefined ? null : base64(file);
  });
  client.onRequest(WriteFileRequest, ({ uri, content }: WriteFileParams) => {
    files.set(uri, plain(content));
    return null;
  });
  client.onRequest(RemoveFileRequest, ({ uri }: FileParams) => {
    for (const file of [...files.keys()]) if (file === uri || file.startsWith(`${uri}/`)) files.delete(file);
    return null;
  });
  client.onRequest(RenameFileRequest, ({ from, to }: RenameFileParams) => {
    files.set(to, files.get(from) ?? '');
    files.delete(from);
    return null;
  });
  client.onRequest(ReplaceAllRequest, ({ changes }: ReplaceAllParams) => {
    for (const { uri, after } of changes) files.set(uri, plain(after));
    return { ok: true };
  });
  server.listen();
  client.listen();
  return clientOutput(server);
}

describe('clientOutput', () => {
  it('lets pieces wait, and writes whole files once their folder has its name', async () => {
    const files = new Map<string, string>();
    const output = connected(files);
    await output.append(`${OUT}.partial/a.jsonl`, bytes('satu\n'));
    await output.append(`${OUT}.partial/a.jsonl`, bytes('dûa\n'));
    await output.append(`${OUT}.partial/sub/b.txt`, bytes('b'));
    expect(await output.size(`${OUT}.partial/a.jsonl`)).toBe(10);
    expect(files.size).toBe(0);
    await output.rename(`${OUT}.partial`, OUT);
    expect([...files]).toEqual([
      [`${OUT}/a.jsonl`, 'satu\ndûa\n'],
      [`${OUT}/sub/b.txt`, 'b'],
    ]);
    expect(await output.size(`${OUT}.partial/a.jsonl`)).toBeUndefined();
    expect(await output.size(`${OUT}/a.jsonl`)).toBe(10);
  });

  it('cuts what waits, and what stands already', async () => {
    const files = new Map([[`${OUT}/old`, 'lama sekali']]);
    const output = connected(files);
    await output.append(`${OUT}/new`, bytes('baru sekali'));
    await output.truncate(`${OUT}/new`, 4);
    await output.append(`${OUT}/new`, bytes('!'));
    await output.truncate(`${OUT}/old`, 4);
    await output.rename(`${OUT}/new`, `${OUT}/newer`);
    await output.rename(`${OUT}/old`, `${OUT}/older`);
    expect(files.get(`${OUT}/newer`)).toBe('baru!');
    expect(files.get(`${OUT}/older`)).toBe('lama');
    await expect(output.truncate(`${OUT}/nowhere`, 0)).rejects.toThrow(/no such file/);
  });

  it('writes over nothing', async () => {
    const files = new Map([[`${OUT}/a.txt`, 'mine']]);
    const output = connected(files);
    await output.append(`${OUT}.partial/a.txt`, bytes('theirs'));
    await expect(output.rename(`${OUT}.partial`, OUT)).rejects.toThrow();
    await output.remove(`${OUT}.partial`);
    await expect(output.rename(`${OUT}/a.txt`, `${OUT}/a.txt`)).rejects.toThrow();
    expect([...files]).toEqual([[`${OUT}/a.txt`, 'mine']]);
  });

  it('removes what waits and what stands', async () => {
    const files = new Map([[`${OUT}/a.txt`, 'a']]);
    const output = connected(files);
    await output.append(`${OUT}/b.txt`, bytes('b'));
    await output.remove(OUT);
    expect(files.size).toBe(0);
    expect(await output.size(`${OUT}/b.txt`)).toBeUndefined();
  });

  it('takes no more than fits', async () => {
    const output = connected(new Map());
    await output.append(`${OUT}/a`, new Uint8Array(150_000_000));
    await expect(output.append(`${OUT}/b`, new Uint8Array(60_000_000))).rejects.toThrow(/200 MB/);
    await output.remove(`${OUT}/a`);
    await output.append(`${OUT}/b`, new Uint8Array(60_000_000));
    expect(await output.size(`${OUT}/b`)).toBe(60_000_000);
  });

  it('has changes carried out together, inside the folder only', async () => {
    const files = new Map<string, string>();
    const output = connected(files);
    const change = (uri: string) => ({ uri, before: undefined, after: bytes('é') });
    expect(await output.replaceAll(OUT, [change(`${OUT}/a`), change(`${OUT}2/b`)])).toEqual({
      ok: false,
      uri: `${OUT}2/b`,
      why: 'outside',
    });
    for (const away of [`${OUT}/../b`, `${OUT}/%2e%2e/b`])
      expect(await output.replaceAll(OUT, [change(away)])).toMatchObject({ ok: false, why: 'outside' });
    expect(files.size).toBe(0);
    expect(await output.replaceAll(OUT, [change(`${OUT}/a`), change(`${OUT}/b`)])).toEqual({ ok: true });
    expect([...files.values()]).toEqual(['é', 'é']);
  });
});
