/**
 * What learning from a large corpus costs, through the bundled server over stdio:
 * `node bench/corpus/learn.mjs [--articles 100000] [--times 3] [--tags 0]`. The articles are made up and written below
 * the folder for temporary files, with `--tags 10` ten tags on names beside each; the cache is a folder of its own. Prints, as medians, the budget line of a large corpus: opened
 * to usable, learned, resident memory, opened again from the cache, and keystrokes meanwhile.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from '../../scripts/build.mjs';
import { writeArticles, writeTags } from './articles.mjs';

const require = createRequire(import.meta.url);
const {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} = require('vscode-languageserver-protocol/node');
const ROOT = join(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '100000' },
    times: { type: 'string', default: '3' },
    tags: { type: 'string', default: '0' },
  },
});
const count = Number(values.articles);

await build({ production: true });
const folder = mkdtempSync(join(tmpdir(), 'pressmark-bench-'));
const corpus = join(folder, 'corpus');
const cache = join(folder, 'cache');
mkdirSync(cache);
try {
  const bytes = writeArticles(corpus, count, join(ROOT, 'dist/data/common-words.txt'));
  writeFileSync(join(corpus, 'pressmark.json'), '{}\n');
  if (Number(values.tags) > 0) writeTags(corpus, count, Number(values.tags));
  const megabytes = bytes / 1e6;
  console.log(`${count} articles, ${megabytes.toFixed(0)} MB`);
  const runs = [];
  for (let i = 0; i < Number(values.times); i++) {
    rmSync(cache, { recursive: true, force: true });
    const first = await session();
    const again = await session();
    runs.push({ first, again });
  }
  const median = (of) => runs.map(of).sort((a, b) => a - b)[Math.floor(runs.length / 2)];
  const kept = readdirSync(join(cache, 'pressmark/corpora')).reduce(
    (sum, name) => sum + statSync(join(cache, 'pressmark/corpora', name)).size,
    0,
  );
  const rows = [
    ['opened to first diagnostics, s', 2, median((r) => r.first.usable) / 1e3],
    ['learned, s', 60, median((r) => r.first.learned) / 1e3],
    ['learned, MB/s', '', megabytes / (median((r) => r.first.learned) / 1e3)],
    ['resident when learned, MB', 400, median((r) => r.first.resident)],
    ['most resident meanwhile, MB', '', median((r) => r.first.mostResident)],
    ['keystroke afterwards, p95, ms', 10, median((r) => r.first.later)],
    ['keystroke meanwhile, p95, ms', 10, median((r) => r.first.keystroke)],
    ['opened again from the cache, s', 5, median((r) => r.again.learned) / 1e3],
    ['resident when opened again, MB', 400, median((r) => r.again.resident)],
    ['most resident meanwhile, MB', '', median((r) => r.again.mostResident)],
    ['cache on the disk, MB', '', kept / 1e6],
  ];
  for (const [what, budget, value] of rows) {
    console.log(
      `${what.padEnd(34)} ${value.toFixed(2).padStart(8)}  ${budget === '' ? '' : `budget ${budget}`}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Opens the corpus and an article of it, and types into it until everything is learned. */
async function session() {
  const child = spawn(process.execPath, [join(ROOT, 'dist/server/node.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, XDG_CACHE_HOME: cache },
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const started = performance.now();
  let learned;
  connection.onRequest('workspace/diagnostic/refresh', () => {
    learned ??= performance.now() - started;
    return null;
  });
  connection.listen();
  const uri = pathToFileURL(corpus).toString();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'corpus' }],
    capabilities: { workspace: { diagnostics: { refreshSupport: true } }, textDocument: { diagnostic: {} } },
  });
  await connection.sendNotification('initialized', {});
  const path = join(corpus, '0', '0.txt');
  const textDocument = { uri: pathToFileURL(path).toString() };
  const text = readFileSync(path, 'utf8');
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { ...textDocument, languageId: 'plaintext', version: 1, text },
  });
  await connection.sendRequest('textDocument/diagnostic', { textDocument });
  const usable = performance.now() - started;
  let version = 1;
  const type = async () => {
    await wait(50);
    version++;
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } };
    const typed = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { ...textDocument, version },
      contentChanges: [{ range, text: 'a' }],
    });
    await connection.sendRequest('textDocument/diagnostic', { textDocument });
    return performance.now() - typed;
  };
  const meanwhile = [];
  while (learned === undefined) meanwhile.push(await type());
  // The cache is written after the rules were told.
  await wait(3000);
  const later = [];
  for (let i = 0; i < 40; i++) later.push(await type());
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const memory = (name) => Number(status.match(new RegExp(`${name}:\\s+(\\d+)`))[1]) / 1000;
  const result = {
    usable,
    learned,
    keystroke: p95(meanwhile),
    later: p95(later),
    resident: memory('VmRSS'),
    mostResident: memory('VmHWM'),
  };
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await new Promise((done) => child.once('exit', done));
  return result;
}

function p95(times) {
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)];
}
