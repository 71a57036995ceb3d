/**
 * Start-up and keystroke times of the bundled server over stdio: `node bench/server/latency.mjs [--production]`.
 * The articles are made from the sample corpus, repeated to size; every edit goes to a different place.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { globSync } from 'tinyglobby';
import { build } from '../../scripts/build.mjs';

const require = createRequire(import.meta.url);
const {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} = require('vscode-languageserver-protocol/node');
const ROOT = join(import.meta.dirname, '../..');
const SEEDS = join(ROOT, 'seeds');
const CAPABILITIES = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
  textDocument: {
    diagnostic: {},
    hover: { contentFormat: ['markdown'] },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } },
      resolveSupport: { properties: ['edit'] },
    },
  },
};

function startServer() {
  const child = spawn(process.execPath, [join(ROOT, 'dist/server/node.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  return { child, connection };
}

async function initialize(connection) {
  const folder = pathToFileURL(SEEDS).toString();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: folder,
    workspaceFolders: [{ uri: folder, name: 'seeds' }],
    capabilities: CAPABILITIES,
  });
  connection.sendNotification('initialized', {});
}

const open = (connection, uri, text) =>
  connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'plaintext', version: 1, text },
  });
const pull = (connection, uri) =>
  connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function row(name, times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (q) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))].toFixed(1).padStart(8);
  console.log(`${name.padEnd(52)}${at(0.5)}${at(0.95)}${String(times.length).padStart(6)}`);
}

/** Texts of the sample corpus, by the names of their files. */
const textsOf = (names) =>
  globSync(`articles/id/${names}.txt`, { cwd: SEEDS, absolute: true })
    .sort()
    .map((file) => readFileSync(file, 'utf8').replace(/\r\n?/g, '\n'));
const CLEAN = textsOf('{bantuan-pangan,perundingan-moskwa}');
const DAMAGED = textsOf('{pertemuan-doha,sidang-gedung-konser}');

/** An article of about that many bytes, of numbered copies of the samples. */
function article(samples, size) {
  let text = '';
  for (let i = 0; Buffer.byteLength(text) < size; i++) {
    const numbered = samples[i % samples.length].split('\n').map((line) => (line ? `${line} ${i}.` : line));
    text += `${numbered.join('\n')}\n`;
  }
  return text;
}

async function startUp() {
  const initialized = [];
  const diagnosed = [];
  for (let i = 0; i < 11; i++) {
    const start = performance.now();
    const { child, connection } = startServer();
    await initialize(connection);
    initialized.push(performance.now() - start);
    const uri = pathToFileURL(join(SEEDS, 'articles/id/bench.txt')).toString();
    open(connection, uri, DAMAGED[0]);
    await pull(connection, uri);
    diagnosed.push(performance.now() - start);
    connection.dispose();
    child.kill();
  }
  row('process start to initialize answered', initialized);
  row('process start to first diagnostics', diagnosed);
}

async function keystrokes(kind, samples, size, count) {
  const { child, connection } = startServer();
  await initialize(connection);
  const uri = pathToFileURL(join(SEEDS, 'articles/id/bench.txt')).toString();
  const text = article(samples, size);
  const lines = text.split('\n');
  open(connection, uri, text);
  const name = `${Math.round(Buffer.byteLength(text) / 1000)} kB, ${kind}`;
  let report;
  const opening = await timed(async () => {
    report = await pull(connection, uri);
  });
  console.log(`${name}: ${report.items.length} findings`);
  row(`${name}: open to first diagnostics`, [opening]);
  const typing = [];
  for (let i = 0; i < count; i++) {
    const line = Math.floor((lines.length * ((i * 0.618) % 1)) % lines.length);
    const at = { line, character: Math.min(5, lines[line].length) };
    typing.push(
      await timed(() => {
        connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version: i + 2 },
          contentChanges: [{ range: { start: at, end: at }, text: 'x' }],
        });
        return pull(connection, uri);
      }),
    );
  }
  row(`${name}: keystroke to fresh diagnostics`, typing);
  const position = { line: Math.floor(lines.length / 2), character: 3 };
  const textDocument = { uri };
  const range = { start: position, end: { line: position.line + 60, character: 0 } };
  const requests = {
    hover: ['textDocument/hover', { textDocument, position }],
    'code actions': [
      'textDocument/codeAction',
      { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } },
    ],
    'inlay hints of 60 lines': ['textDocument/inlayHint', { textDocument, range }],
  };
  for (const [what, [method, params]] of Object.entries(requests)) {
    await connection.sendRequest(method, params);
    const times = [];
    for (let i = 0; i < 100; i++) times.push(await timed(() => connection.sendRequest(method, params)));
    row(`${name}: ${what}`, times);
  }
  connection.dispose();
  child.kill();
}

await build({ production: process.argv.includes('--production') });
console.log(`${'milliseconds'.padEnd(52)}${'median'.padStart(8)}${'p95'.padStart(8)}${'n'.padStart(6)}`);
await startUp();
await keystrokes('clean', CLEAN, 8_000, 200);
await keystrokes('damaged', DAMAGED, 8_000, 200);
await keystrokes('clean', CLEAN, 1_000_000, 100);
await keystrokes('damaged', DAMAGED, 1_000_000, 100);
