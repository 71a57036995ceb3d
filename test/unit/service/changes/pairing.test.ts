import { describe, expect, it } from 'vitest';
import { changedArticles } from '../../../../server/src/service/changes/pairing.ts';
import type { ChangedFile } from '../../../../server/src/service/ports.ts';
import { Workspace } from '../../../../server/src/service/workspace.ts';
import { MemoryHost } from '../../../support/lsp/memoryHost.ts';

const FOLDER = 'file:///c';

async function paired(...files: ChangedFile[]) {
  const host = new MemoryHost();
  host.write(`${FOLDER}/pressmark.json`, '{"annotators":["ana",{"name":"linh","formerly":["li"]}]}');
  const workspace = new Workspace(host, { get: () => undefined, all: () => [] });
  workspace.projects.setWorkspaceFolders([FOLDER]);
  const full = (path: string | undefined) => (path === undefined ? {} : `${FOLDER}/${path}`);
  const articles = await changedArticles(
    workspace,
    files.map(({ was, is }) => ({
      ...(was === undefined ? {} : { was: String(full(was)) }),
      ...(is === undefined ? {} : { is: String(full(is)) }),
    })),
  );
  const short = (uri: string | undefined) => uri?.slice(FOLDER.length + 1);
  return articles.map(({ uri, was, textChanged, sidecars }) => [
    short(uri),
    short(was),
    textChanged,
    sidecars.map((s) => [s.annotator, short(s.was), short(s.is)]),
  ]);
}

describe('which files belong together', () => {
  it('sidecars lie with their article, in the order of addresses', async () => {
    expect(
      await paired(
        { was: 'b.txt', is: 'b.txt' },
        { is: 'a.txt.linh.ann.json' },
        { was: 'a.txt.ana.ann.json', is: 'a.txt.ana.ann.json' },
        { is: 'notes.md' },
      ),
    ).toEqual([
      [
        'a.txt',
        'a.txt',
        false,
        [
          ['ana', 'a.txt.ana.ann.json', 'a.txt.ana.ann.json'],
          ['linh', undefined, 'a.txt.linh.ann.json'],
        ],
      ],
      ['b.txt', 'b.txt', true, []],
    ]);
  });

  it('follows an article that was renamed, also where git did not see it of the sidecar', async () => {
    expect(
      await paired(
        { was: 'a.txt', is: 'z.txt' },
        { was: 'a.txt.ana.ann.json' },
        { is: 'z.txt.ana.ann.json' },
      ),
    ).toEqual([['z.txt', 'a.txt', true, [['ana', 'a.txt.ana.ann.json', 'z.txt.ana.ann.json']]]]);
  });

  it('does not believe that a sidecar became another article’s', async () => {
    expect(await paired({ was: 'a.txt.ana.ann.json', is: 'b.txt.ana.ann.json' })).toEqual([
      ['a.txt', 'a.txt', false, [['ana', 'a.txt.ana.ann.json', undefined]]],
      ['b.txt', 'b.txt', false, [['ana', undefined, 'b.txt.ana.ann.json']]],
    ]);
  });

  it('follows an annotator who has another name now', async () => {
    expect(await paired({ was: 'a.txt.li.ann.json', is: 'a.txt.linh.ann.json' })).toEqual([
      ['a.txt', 'a.txt', false, [['linh', 'a.txt.li.ann.json', 'a.txt.linh.ann.json']]],
    ]);
  });
});
