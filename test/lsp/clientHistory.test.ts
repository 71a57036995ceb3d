import { PassThrough } from 'node:stream';
import { afterEach, expect, it } from 'vitest';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { clientHistory } from '../../server/src/lsp/clientHistory.ts';
import { AtRequest, IdentityRequest, PastRequest } from '../../server/src/lsp/protocol/history.ts';
import type { History } from '../../server/src/service/ports.ts';

const URI = 'vscode-vfs://github/a.txt';
let client: ProtocolConnection;
afterEach(() => client.dispose());

/** A server's view of a client that answers as told. */
function connected(answers: Readonly<Record<string, unknown>>): History {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  for (const [method, answer] of Object.entries(answers)) {
    client.onRequest(method, () => {
      if (answer instanceof Error) throw answer;
      return answer;
    });
  }
  server.listen();
  client.listen();
  return clientHistory(server);
}

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);

it('passes on what the editor’s git knows', async () => {
  const history = connected({
    [PastRequest]: [base64('báo\n'), base64('old\n'), base64('older\n')],
    [AtRequest]: base64('at\n'),
    [IdentityRequest]: { name: 'Ana', email: 'ana@example.org' },
  });
  expect((await history.past(URI, 2)).map(text)).toEqual(['báo\n', 'old\n']);
  expect(text(await history.at(URI, 'HEAD'))).toBe('at\n');
  expect(await history.identity('vscode-vfs://github')).toEqual({ name: 'Ana', email: 'ana@example.org' });
  expect(await history.blob(URI, '0123456789ab')).toBeUndefined();
  expect(await history.changed(URI, 'HEAD')).toEqual([]);
});

it('knows nothing where the client does not answer, has no git, or fails', async () => {
  for (const answers of [
    {},
    { [PastRequest]: [], [AtRequest]: null, [IdentityRequest]: null },
    { [PastRequest]: new Error('no') },
  ]) {
    const history = connected(answers);
    expect(await history.past(URI, 2)).toEqual([]);
    expect(await history.at(URI, 'HEAD')).toBeUndefined();
    expect(await history.identity('vscode-vfs://github')).toBeUndefined();
    client.dispose();
  }
});
