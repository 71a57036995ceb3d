import { describe, expect, it } from 'vitest';
import { Article } from '../../../server/src/service/articles.ts';
import { type Cache, NEVER_CANCELLED } from '../../../server/src/service/ports.ts';
import { Workspace } from '../../../server/src/service/workspace.ts';
import { FOLDER } from '../../support/lsp/client.ts';
import { MemoryHost } from '../../support/lsp/memoryHost.ts';

/** A memory with stamps and a cache, which tells what was read of it. */
class StampedHost extends MemoryHost {
  readonly read: string[] = [];
  readonly kept: Map<string, Uint8Array>;
  readonly cache: Cache;
  private readonly stamps = new Map<string, number>();

  constructor(kept = new Map<string, Uint8Array>()) {
    super();
    this.kept = kept;
    this.cache = {
      get: async (folder) => kept.get(folder),
      put: async (folder, bytes) => void kept.set(folder, bytes.slice()),
    };
    const { read } = this.files;
    Object.assign(this.files, {
      read: (uri: string) => {
        this.read.push(uri);
        return read(uri);
      },
      stamp: async (uri: string) => `${this.stamps.get(uri) ?? 0}`,
    });
  }

  override write(uri: string, content: string | Uint8Array): void {
    super.write(uri, content);
    this.stamps.set(uri, (this.stamps.get(uri) ?? 0) + 1);
  }
}

/** A name that every fiftieth article has. */
const name = (i: number) =>
  `KantorBaru${String.fromCharCode(97 + ((i % 50) % 5), 97 + Math.floor((i % 50) / 5))}`;
const article = (i: number) =>
  `Warga kota nomor ${i} mengatakan bahwa pasar akan dibuka lagi pada hari ${i}.\n${name(i)} dan semua orang ada di sana.\n`;

function corpusOf(host: StampedHost, articles = 150): Workspace {
  for (let i = 0; i < articles; i++) host.write(`${FOLDER}/${1000 + i}.txt`, article(i));
  return workspaceOf(host);
}

function workspaceOf(host: StampedHost): Workspace {
  const workspace = new Workspace(host, { get: () => undefined, all: () => [] });
  workspace.projects.setWorkspaceFolders([FOLDER]);
  return workspace;
}

async function knowledgeOf(workspace: Workspace) {
  await workspace.learning.learn(NEVER_CANCELLED);
  return workspace.learning.knowledge(await workspace.projects.of(`${FOLDER}/1000.txt`));
}

describe('learning', () => {
  it('counts the articles of a project, and gives articles what they teach', async () => {
    const workspace = corpusOf(new StampedHost());
    const knowledge = await knowledgeOf(workspace);
    expect(knowledge.articles).toBe(150);
    expect(knowledge.articlesWithWord('id', name(7).toLowerCase())).toBe(3);
    expect(knowledge.articlesWithLine(`${name(7)} dan semua orang ada disana.`)).toBe(3);
    const one = await workspace.articles.get(`${FOLDER}/1000.txt`);
    expect(one instanceof Article && one.learned).toBe(knowledge);
  });

  it('reads again only what was written since, also in another session', async () => {
    const kept = new Map<string, Uint8Array>();
    const first = new StampedHost(kept);
    const before = await knowledgeOf(corpusOf(first));
    expect(kept.size).toBe(1);
    const second = new StampedHost(kept);
    const workspace = corpusOf(second);
    second.write(`${FOLDER}/1007.txt`, article(8));
    second.contents.delete(`${FOLDER}/1008.txt`);
    second.write(`${FOLDER}/2000.txt`, article(300));
    const after = await knowledgeOf(workspace);
    expect(second.read.filter((uri) => uri.endsWith('.txt'))).toEqual([
      `${FOLDER}/1007.txt`,
      `${FOLDER}/2000.txt`,
    ]);
    expect(before.articlesWithWord('id', name(7).toLowerCase())).toBe(3);
    expect(after.articlesWithWord('id', name(7).toLowerCase())).toBe(2);
    expect(after.articlesWithWord('id', name(0).toLowerCase())).toBe(4);
    expect(after.articles).toBe(150);
  });

  it('learns anew where the cache is broken, or of another declared language', async () => {
    const kept = new Map<string, Uint8Array>();
    await knowledgeOf(corpusOf(new StampedHost(kept)));
    const [folder, bytes] = [...kept][0] ?? [];
    if (!folder || !bytes) throw new Error('nothing was kept');
    kept.set(folder, bytes.subarray(0, bytes.length >> 1));
    const host = new StampedHost(kept);
    expect((await knowledgeOf(corpusOf(host))).articlesWithWord('id', name(7).toLowerCase())).toBe(3);
    expect(host.lines.join()).toContain('learning again');

    const declared = new StampedHost(kept);
    declared.write(`${FOLDER}/pressmark.json`, '{ "language": "ms" }');
    const knowledge = await knowledgeOf(corpusOf(declared));
    expect(knowledge.articlesWithWord('ms', name(7).toLowerCase())).toBe(3);
    expect(knowledge.articlesWithWord('id', name(7).toLowerCase())).toBe(0);
  });

  it('keeps nothing of a small corpus', async () => {
    const host = new StampedHost();
    await knowledgeOf(corpusOf(host, 20));
    expect(host.kept.size).toBe(0);
  });

  it('passes over what is no text, and goes on where it was stopped', async () => {
    const host = new StampedHost();
    const workspace = corpusOf(host);
    host.write(`${FOLDER}/1000.txt`, Uint8Array.of(0, 1, 2));
    let left = 40;
    const stop = {
      get isCancellationRequested() {
        return left-- < 0;
      },
    };
    const stopped = await workspace.learning.learn(stop, () => undefined).catch((error: unknown) => error);
    // On a fast machine everything is learned before anybody asks.
    if (stopped) expect(stopped).toBeInstanceOf(Error);
    const knowledge = await knowledgeOf(workspace);
    expect(knowledge.articles).toBe(149);
    const read = host.read.filter((uri) => uri.endsWith('.txt'));
    expect(read.length).toBeLessThan(150 + 40);
  });

  it('reads no more than it may where files have to be fetched, and says so', async () => {
    const host = new StampedHost();
    Object.assign(host.files, { mostUnasked: 40 });
    expect((await knowledgeOf(corpusOf(host))).articles).toBe(40);
    expect(host.read.filter((uri) => uri.endsWith('.txt'))).toHaveLength(40);
    expect(host.lines).toHaveLength(1);
  });

  it('learns what was written while it learned something else, or before it was stopped', async () => {
    const host = new StampedHost();
    const workspace = corpusOf(host, 10);
    await knowledgeOf(workspace);
    const write = (number: number, content: string) => {
      host.write(`${FOLDER}/${number}.txt`, content);
      workspace.learning.fileChanged(`${FOLDER}/${number}.txt`);
    };
    write(1003, article(20));
    const learning = workspace.learning.learn(NEVER_CANCELLED);
    write(1004, article(20).replace('pasar', 'toko'));
    await learning;
    expect((await knowledgeOf(workspace)).articlesWithWord('id', name(20).toLowerCase())).toBe(2);

    // So slow that it pauses, and is stopped, while it reads the article.
    let time = 0;
    Object.assign(host, { now: () => (time += 100) });
    write(1005, article(20).replace('pasar', 'kantor ').repeat(5000));
    await workspace.learning.learn({ isCancellationRequested: true }).catch(() => undefined);
    expect((await knowledgeOf(workspace)).articlesWithWord('id', name(20).toLowerCase())).toBe(3);
  });

  it('tells its listener once for each pass that teaches something', async () => {
    const host = new StampedHost();
    const workspace = corpusOf(host, 10);
    let told = 0;
    workspace.learning.whenChanged(() => {
      told++;
    });
    await Promise.all([workspace.learning.learn(NEVER_CANCELLED), workspace.learning.learn(NEVER_CANCELLED)]);
    expect(told).toBe(1);
    workspace.learning.fileChanged(`${FOLDER}/1003.txt`);
    await workspace.learning.learn(NEVER_CANCELLED);
    expect(told).toBe(1);
    host.write(`${FOLDER}/1003.txt`, article(4));
    workspace.learning.fileChanged(`${FOLDER}/1003.txt`);
    await workspace.learning.learn(NEVER_CANCELLED);
    expect(told).toBe(2);
  });
});
