import { expect, it } from 'vitest';
import { Cancelled, NEVER_CANCELLED } from '../../../../server/src/service/ports.ts';
import { Workspace } from '../../../../server/src/service/workspace.ts';
import { FOLDER } from '../../../support/lsp/client.ts';
import { MemoryHost } from '../../../support/lsp/memoryHost.ts';

const PROJECT = { entities: { files: ['n.jsonl'], builtIn: false } };
const NAMES = [
  { id: 'land', type: 'GPE', name: 'Zemlandia' },
  { id: 'ada', type: 'PER', name: 'Ada Quartermain' },
];

function corpus(articles: Record<string, string | Uint8Array>): { host: MemoryHost; workspace: Workspace } {
  const host = new MemoryHost();
  host.write(`${FOLDER}/pressmark.json`, JSON.stringify(PROJECT));
  host.write(`${FOLDER}/n.jsonl`, NAMES.map((e) => `${JSON.stringify(e)}\n`).join(''));
  for (const [path, text] of Object.entries(articles)) host.write(`${FOLDER}/${path}`, text);
  const workspace = new Workspace(host, { get: () => undefined, all: () => [] });
  workspace.projects.setWorkspaceFolders([FOLDER]);
  return { host, workspace };
}

it('knows after a pass who is mentioned how often, where first, and with whom', async () => {
  const { workspace } = corpus({
    'a.txt': 'Ada Quartermain came.\nShe likes Zemlandia, and Zemlandia likes her.\n',
    'b.txt': 'Only Zemlandia is here.\n',
  });
  const { mentions } = workspace.corpus;
  expect(mentions.coverage()).toEqual({ read: 0, all: undefined });
  await workspace.corpus.findMentions(NEVER_CANCELLED);
  expect(mentions.coverage()).toEqual({ read: 2, all: 2 });
  expect(mentions.totals('land')).toEqual({ mentions: 3, articles: 2 });
  expect(mentions.articlesWith('land')).toEqual([
    { article: `${FOLDER}/a.txt`, count: 2, line: 1, character: 10 },
    { article: `${FOLDER}/b.txt`, count: 1, line: 0, character: 5 },
  ]);
  expect(mentions.together('land')).toEqual(new Map([['ada', 1]]));
});

it('forgets what changed and reads just that again; files that cannot be read are not asked for twice', async () => {
  const { host, workspace } = corpus({
    'a.txt': 'Zemlandia.\n',
    'b.txt': new Uint8Array([0, 0xff, 0, 0xff]),
  });
  const { mentions } = workspace.corpus;
  await workspace.corpus.findMentions(NEVER_CANCELLED);
  expect(mentions.coverage()).toEqual({ read: 2, all: 2 });
  host.write(`${FOLDER}/a.txt`, 'Nobody.\n');
  workspace.corpus.fileChanged(`${FOLDER}/a.txt`, 'changed');
  expect(mentions.totals('land').articles).toBe(0);
  let reads = 0;
  const { read } = host.files;
  host.files.read = async (uri) => {
    if (uri.endsWith('.txt')) reads += 1;
    return read(uri);
  };
  await workspace.corpus.findMentions(NEVER_CANCELLED);
  expect([reads, mentions.of(`${FOLDER}/a.txt`)?.mentions.size]).toEqual([1, 0]);
});

it('does not keep what was read of an article that changed meanwhile', async () => {
  const { workspace } = corpus({ 'a.txt': 'Zemlandia.\n' });
  const article = await workspace.article(`${FOLDER}/a.txt`);
  if (!article) throw new Error('no article');
  const noting = workspace.corpus.mentions.note(article, NEVER_CANCELLED);
  workspace.corpus.fileChanged(`${FOLDER}/a.txt`, 'changed');
  await noting;
  expect(workspace.corpus.mentions.totals('land').articles).toBe(0);
});

it('stops when it is told to, and keeps what it has', async () => {
  const many = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${i}.txt`, 'Zemlandia.\n']));
  const { workspace } = corpus(many);
  const stop = { isCancellationRequested: false };
  const pass = workspace.corpus.findMentions(stop, (done) => {
    stop.isCancellationRequested = done === 4;
  });
  await expect(pass).rejects.toBeInstanceOf(Cancelled);
  expect(workspace.corpus.mentions.coverage()).toEqual({ read: 4, all: 9 });
});

it('reads an article once for two passes at a time', async () => {
  const { host, workspace } = corpus({ 'a.txt': 'Zemlandia.\n', 'b.txt': 'Zemlandia.\n' });
  await workspace.corpus.articles();
  let reads = 0;
  const { read } = host.files;
  host.files.read = async (uri) => {
    if (uri.endsWith('.txt')) reads += 1;
    return read(uri);
  };
  await Promise.all([1, 2].map(() => workspace.corpus.findMentions(NEVER_CANCELLED)));
  expect(reads).toBe(2);
});
