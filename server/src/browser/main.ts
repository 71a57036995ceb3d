import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { clientFiles } from '../lsp/clientFiles.ts';
import { clientHistory } from '../lsp/clientHistory.ts';
import { clientOutput } from '../lsp/clientOutput.ts';
import { createServer } from '../lsp/createServer.ts';
import type { Host } from '../service/ports.ts';
import { nextTask } from './nextTask.ts';

declare const self: DedicatedWorkerGlobalScope;

createServer(
  createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)),
  (connection, { dataUrl, trusted }): Host => ({
    files: clientFiles(connection),
    ...(trusted === false ? {} : { history: clientHistory(connection), output: clientOutput(connection) }),
    data: async (name) => {
      if (!dataUrl) throw new Error('the client did not say where the data are');
      const response = await fetch(`${dataUrl}/${name}`);
      if (!response.ok) throw new Error(`${response.status} for ${name}`);
      return new Uint8Array(await response.arrayBuffer());
    },
    now: () => performance.now(),
    pause: nextTask(),
    random: () => Math.random(),
    time: () => `${new Date().toISOString().slice(0, 19)}Z`,
    log: (line) => connection.console.error(line),
  }),
);
