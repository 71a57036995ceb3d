import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import type { MessageConnection } from 'vscode-languageserver/node';
import { newSpan } from '../../server/src/core/annotations/create.ts';
import { serializeSidecar } from '../../server/src/core/annotations/serialize.ts';
import { TestRepository } from '../support/repository.ts';
import { startServer } from './bundledServer.ts';

const OLD = 'Menteri tiba di Jakarta.\n\nDia pulang ke Jakarta lagi pada hari Senin.\n';
const NEW = `Hujan turun di Jakarta.\n\n${OLD}`;

function repository(): TestRepository {
  const found = TestRepository.init();
  const start = OLD.lastIndexOf('Jakarta');
  const span = newSpan({ article: OLD, range: { start, end: start + 7 }, label: 'GPE', suffix: 'aaaaaa' });
  found.write('a.txt.ann.json', serializeSidecar([span]));
  found.commit('a.txt', OLD);
  found.commit('a.txt', NEW);
  return found;
}

async function opened(
  connection: MessageConnection,
  { folder, uri }: { folder: string; uri: string },
  options: object,
): Promise<Diagnostic[]> {
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: folder,
    workspaceFolders: [{ uri: folder, name: 'corpus' }],
    capabilities: { textDocument: { diagnostic: {} } },
    initializationOptions: { cache: false, ...options },
  });
  await connection.sendNotification('initialized', {});
  const textDocument = { uri, languageId: 'plaintext', version: 1, text: NEW };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  const report = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return report.kind === 'full' ? report.items : [];
}

const inDoubt = (found: readonly Diagnostic[]) =>
  found.filter((d) => String(d.code).startsWith('annotation/'));

test('the bundled server asks git in a folder that is trusted, and ends although git waits', async () => {
  const git = repository();
  const place = { folder: git.uri(), uri: git.uri('a.txt') };
  for (const options of [{}, { trusted: true }]) {
    const server = startServer();
    expect(inDoubt(await opened(server.connection, place, options))).toEqual([]);
    const views = await server.connection.sendRequest('pressmark/annotations', { uri: place.uri });
    expect(views).toMatchObject([{ certain: true, range: { start: { line: 4, character: 14 } } }]);
    await server.connection.sendRequest('shutdown');
    await server.connection.sendNotification('exit');
    expect(await server.exited).toBe(0);
  }
});

test('the bundled server runs no git in a folder that is not trusted', async () => {
  const git = repository();
  const trace = mkdtempSync(join(tmpdir(), 'pressmark-trace-'));
  process.env.GIT_TRACE = join(trace, 'git.log');
  try {
    const server = startServer();
    const found = await opened(
      server.connection,
      { folder: git.uri(), uri: git.uri('a.txt') },
      { trusted: false },
    );
    expect(inDoubt(found).map((d) => d.code)).toEqual(['annotation/review']);
    await server.connection.sendRequest('shutdown');
    await server.connection.sendNotification('exit');
    expect(await server.exited).toBe(0);
  } finally {
    delete process.env.GIT_TRACE;
  }
  expect(readdirSync(trace)).toEqual([]);
});
