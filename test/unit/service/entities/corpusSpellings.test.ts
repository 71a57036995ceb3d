import { describe, expect, it } from 'vitest';
import { corpusSpellings } from '../../../../server/src/service/entities/corpusSpellings.ts';
import { Cancelled, NEVER_CANCELLED } from '../../../../server/src/service/ports.ts';
import { Workspace } from '../../../../server/src/service/workspace.ts';
import { MemoryHost } from '../../../support/lsp/memoryHost.ts';

const FOLDER = 'file:///corpus';

async function corpus(files: Record<string, string>, mostUnasked?: number) {
  const host = new MemoryHost();
  if (mostUnasked !== undefined) Object.assign(host.files, { mostUnasked });
  for (const [path, text] of Object.entries(files)) host.write(`${FOLDER}/${path}`, text);
  const workspace = new Workspace(host, { get: () => undefined, all: () => [] });
  workspace.projects.setWorkspaceFolders([FOLDER]);
  const article = await workspace.article(`${FOLDER}/a.txt`);
  if (!article) throw new Error('no article');
  return { workspace, article };
}

const FILES = {
  'pressmark.json': '{ "folders": [{ "path": "vi", "language": "vi" }, { "path": "en", "language": "en" }] }',
  'a.txt': 'Ketua Tổng Cục datang. Menurut pejabat, TỔNG CỤC itu akan ditutup pada hari Senin.\n',
  'en/b.txt': 'Tong Cuc, Tổng-Cục and Tong Cuc.\n',
  'vi/c.txt': 'Tổng Cục và tổng cục, Tong Cuc.\n',
  'inner/pressmark.json': '{}',
  'inner/d.txt': 'Tổng Cục of another project.\n',
};

describe('spellings in a corpus', () => {
  it('are counted by language, the given one first, then the most frequent', async () => {
    const { workspace, article } = await corpus(FILES);
    const seen: [number, number][] = [];
    const found = await corpusSpellings(workspace, article, 'Tổng Cục', NEVER_CANCELLED, (done, all) =>
      seen.push([done, all]),
    );
    expect(found.map((s) => [s.text, s.language, s.count])).toEqual([
      ['Tổng Cục', 'id', 1],
      ['Tổng Cục', 'vi', 1],
      ['Tong Cuc', 'en', 2],
      ['TỔNG CỤC', 'id', 1],
      ['Tổng-Cục', 'en', 1],
    ]);
    expect(seen).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('are looked for in no more articles than may be fetched', async () => {
    const { workspace, article } = await corpus(FILES, 1);
    const found = await corpusSpellings(workspace, article, 'Tổng Cục', NEVER_CANCELLED);
    expect(found.some((s) => s.language === 'vi')).toBe(false);
    expect(found.some((s) => s.language === 'en')).toBe(true);
  });

  it('can be stopped', async () => {
    const { workspace, article } = await corpus(FILES);
    const stopped = corpusSpellings(workspace, article, 'Tổng Cục', { isCancellationRequested: true });
    await expect(stopped).rejects.toBeInstanceOf(Cancelled);
  });
});
