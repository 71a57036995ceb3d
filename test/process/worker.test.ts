import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
  type DataCallback,
  type Message,
} from 'vscode-languageserver/node';
import { bundle, root } from './bundledServer.ts';
import { converse } from './conversation.ts';

class Reader extends AbstractMessageReader {
  private callback: DataCallback | undefined;

  listen(callback: DataCallback) {
    this.callback = callback;
    return { dispose: () => {} };
  }

  deliver(message: Message): void {
    this.callback?.(message);
  }
}

class Writer extends AbstractMessageWriter {
  private readonly send: (message: Message) => void;

  constructor(send: (message: Message) => void) {
    super();
    this.send = send;
  }

  async write(message: Message): Promise<void> {
    this.send(message);
  }

  end(): void {}
}

/** `fetch` of a worker that may load our data and nothing else. */
async function fetchData(address: string) {
  const name = /^https:\/\/editor\.example\/data\/([\w./-]+)$/.exec(address)?.[1];
  if (!name) throw new TypeError(`the worker fetches ${address}`);
  const bytes = await readFile(join(root, 'dist/data', name));
  return { ok: true, status: 200, arrayBuffer: async () => new Uint8Array(bytes).buffer };
}

/** Runs the worker's bundle in a context that has what browsers give a worker, and nothing of Node. */
async function startWorker() {
  const reader = new Reader();
  const fromServer: Message[] = [];
  const self = {
    onmessage: undefined as ((event: { data: unknown }) => void) | undefined,
    addEventListener: (type: string, listener: (event: { data: unknown }) => void) => {
      if (type === 'message') self.onmessage = listener;
    },
    postMessage: (message: Message) => {
      // A message is cloned on its way: what cannot be cloned must not be sent.
      const clone = structuredClone(message);
      fromServer.push(clone);
      queueMicrotask(() => reader.deliver(clone));
    },
  };
  const web = {
    ...{ self, fetch: fetchData, performance, console, structuredClone, queueMicrotask },
    ...{ setTimeout, clearTimeout, setInterval, clearInterval, MessageChannel, AbortController },
    ...{ TextDecoder, TextEncoder, URL, URLSearchParams, atob, btoa, crypto: globalThis.crypto },
    ...{ DecompressionStream, ReadableStream, Response, Blob },
  };
  const context = createContext(web);
  runInContext('globalThis.postMessage = self.postMessage;', context);
  runInContext(await readFile(bundle('server/worker.js'), 'utf8'), context, { filename: 'worker.js' });
  const connection = createMessageConnection(
    reader,
    new Writer((message) => self.onmessage?.({ data: structuredClone(message) })),
  );
  connection.onRequest('pressmark/readFile', () => null);
  connection.onRequest('pressmark/listFiles', () => []);
  connection.listen();
  return { connection, context, fromServer };
}

describe('the bundled server in a worker', () => {
  test('needs nothing of Node', async () => {
    const { connection, context } = await startWorker();
    const heard = await converse(connection, { dataUrl: 'https://editor.example/data', clientFiles: true });
    connection.dispose();

    const items = heard.report.kind === 'full' ? heard.report.items : [];
    expect(items.map(({ code }) => code)).toContain('spacing/punct');
    expect(JSON.stringify(heard.hover?.contents)).toContain('Q159');
    expect(JSON.stringify(heard.edit)).toContain('pasar.txt.ann.json');
    expect(runInContext('typeof process + typeof require + typeof Buffer', context)).toBe(
      'undefinedundefinedundefined',
    );
  });

  test('names no module of Node', async () => {
    const code = await readFile(bundle('server/worker.js'), 'utf8');
    expect(
      code.match(
        /\brequire\(["'](node:)?(fs|path|os|url|child_process|crypto|net|util|worker_threads)["']\)/,
      ),
    ).toBe(null);
  });
});
