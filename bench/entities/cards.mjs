/**
 * Hover cards in a corpus of 100,000 articles that mention 20 entities each, one of them in every article:
 * `node bench/entities/cards.mjs [--articles N]`. What the index takes, and what a hover, a symbol query and the
 * co-mentions of an entity take with it. The index is filled without reading articles: only its size counts here.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { hover } from '../../server/src/service/features/hover.ts';
import { workspaceSymbols } from '../../server/src/service/features/workspaceSymbols.ts';
import { NEVER_CANCELLED } from '../../server/src/service/ports.ts';
import { Workspace } from '../../server/src/service/workspace.ts';

const at = process.argv.indexOf('--articles');
const ARTICLES = at < 0 ? 100_000 : Number(process.argv[at + 1]);
const ENTITIES = 50_000;
const PER_ARTICLE = 20;
const ROUNDS = 300;
const FOLDER = 'file:///corpus';
const DATA = pathToFileURL(join(import.meta.dirname, '../../dist/data')).href;

const TEXT =
  'Delegasi Rusia tiba di Indonesia pada hari Senin. Menteri luar negeri menyambut mereka di bandara.\n\n' +
  'Rusia dan Afganistan berunding lagi; Pakistan, Iran dan Tiongkok mengirim pengamat ke Moskwa.\n\n'.repeat(
    20,
  );

const host = {
  files: {
    read: async (uri) => (uri === `${FOLDER}/a.txt` ? new TextEncoder().encode(TEXT) : undefined),
    list: async () => [],
  },
  data: async (name) => new Uint8Array(readFileSync(new URL(`${DATA}/${name}`))),
  now: () => performance.now(),
  pause: () => setImmediate(),
  random: () => 0.5,
  time: () => '2026-01-01T00:00:00Z',
  log: console.error,
};

function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function row(name, times) {
  const sorted = times.toSorted((a, b) => a - b);
  const q = (p) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))].toFixed(2).padStart(9);
  console.log(`${name.padEnd(56)}${q(0.5)}${q(0.95)}${q(1)}${String(times.length).padStart(7)}`);
}

const document = TextDocument.create(`${FOLDER}/a.txt`, 'plaintext', 1, TEXT);
const workspace = new Workspace(host, {
  get: (uri) => (uri === document.uri ? document : undefined),
  all: () => [document],
});
workspace.client = { ...workspace.client, markdown: true, fileLinks: true };
workspace.projects.setWorkspaceFolders([FOLDER]);
const article = await workspace.article(document.uri);
const mentions = await article.mentions(NEVER_CANCELLED);
await workspace.articles.get(document.uri);

const memory = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};
const known = [...new Set(mentions.map((m) => m.entityId))];
const [everywhere] = known;
// The list of articles has them in any case.
const uris = Array.from(
  { length: ARTICLES },
  (_, i) => `${FOLDER}/articles/${Math.floor(i / 1000)}/article-${i}.txt`,
);
const names = Array.from({ length: ENTITIES }, (_, i) => `entity-${i}`);
const before = memory();
const begun = performance.now();
const next = numbers(1);
const index = workspace.corpus.mentions;
for (let i = 0; i < ARTICLES; i++) {
  const entities = new Set([everywhere]);
  // Few are in the news every day, most hardly ever.
  while (entities.size < PER_ARTICLE) {
    const rank = Math.floor(ENTITIES * (next(1e6) / 1e6) ** 4);
    entities.add(known[rank] ?? names[rank]);
  }
  const rows = [...entities].map((entity) => ({
    entity,
    count: 1 + next(4),
    line: next(60),
    character: next(200),
  }));
  index.mentions.set(uris[i], 'id', rows);
}
index.noteListed(ARTICLES + 1);
console.log(
  `${ARTICLES} articles, ${ARTICLES * PER_ARTICLE} rows: filled in ${Math.round(performance.now() - begun)} ms, ` +
    `${(memory() - before).toFixed(1)} MB${globalThis.gc ? '' : ' (run with --expose-gc for an exact figure)'}`,
);
console.log(
  `${'ms'.padEnd(56)}${'p50'.padStart(9)}${'p95'.padStart(9)}${'max'.padStart(9)}${'runs'.padStart(7)}`,
);

async function timed(rounds, work) {
  for (let i = 0; i < 20; i++) await work(i);
  const times = [];
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    await work(i);
    times.push(performance.now() - start);
  }
  return times;
}

const position = (mention) => document.positionAt(mention.start + 1);
const hoverAt = (mention) => hover(workspace, document.uri, position(mention), NEVER_CANCELLED);
const common = mentions.find((m) => m.entityId === everywhere);
row('hover, any mention', await timed(ROUNDS, (i) => hoverAt(mentions[i % mentions.length])));
row('hover, the entity that every article mentions', await timed(ROUNDS, () => hoverAt(common)));
row(
  'workspace symbols',
  await timed(30, (i) => workspaceSymbols(workspace, ['Nga', 'Росс', 'in'][i % 3], NEVER_CANCELLED)),
);
row('together with the entity of every article', await timed(5, () => index.together(everywhere)));
