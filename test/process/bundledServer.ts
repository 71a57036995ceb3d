import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

export const root = join(import.meta.dirname, '../..');

/** A file of dist/, which `npm test` builds first. */
export function bundle(path: string): string {
  const file = join(root, 'dist', path);
  if (!existsSync(file)) throw new Error(`dist/${path} is missing: run "npm run build" first`);
  return file;
}

/** The bundled server as an editor starts it. */
export interface BundledServer {
  readonly process: ChildProcess;
  readonly connection: MessageConnection;
  /** Resolves with the exit code. */
  readonly exited: Promise<number | null>;
}

/** Starts dist/server/node.js over standard input and output. */
export function startServer(): BundledServer {
  const child = spawn(process.execPath, [bundle('server/node.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = new Promise<number | null>((done) => child.once('exit', done));
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  return { process: child, connection, exited };
}
