import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import { type Placing, replaceAll } from '../../../server/src/disk/replaceAll.ts';
import { linkNew } from '../../../server/src/disk/writeFile.ts';
import type { FileChange } from '../../../server/src/service/ports.ts';

let base: string;
let folder: string;
let journals: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'pm-replace-'));
  folder = join(base, 'corpus');
  journals = join(base, 'journals');
  await mkdir(folder);
  await writeFile(join(folder, 'a.txt'), 'a');
  await writeFile(join(folder, 'b.txt'), 'b');
});
afterEach(() => rm(base, { recursive: true }));

const change = (name: string, before: string | undefined, after: string): FileChange => ({
  uri: URI.file(join(folder, name)).toString(),
  before: before === undefined ? undefined : Buffer.from(before),
  after: Buffer.from(after),
});
const all = (changes: readonly FileChange[], placing?: Placing) =>
  replaceAll(URI.file(folder).toString(), changes, journals, placing);

/** Every file below the folder with its content. */
async function held(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    found[path.slice(folder.length + 1)] = entry.isFile() ? await readFile(path, 'utf8') : '';
  }
  return found;
}

/** No process has this number. */
const NOBODY = { process: 999999999, run: 'r', host: hostname() };

const BOTH = { 'a.txt': 'a', 'b.txt': 'b' };

describe('several files at once', () => {
  it('are all replaced or made, with the folders that they lie in, and nothing else is left', async () => {
    const changes = [
      change('new/deep/c.txt', undefined, 'C'),
      change('b.txt', 'b', 'B'),
      change('a.txt', 'a', 'A'),
    ];
    expect(await all(changes)).toEqual({ ok: true });
    expect(await held()).toEqual({
      'a.txt': 'A',
      'b.txt': 'B',
      new: '',
      'new/deep': '',
      'new/deep/c.txt': 'C',
    });
    expect(await readdir(journals)).toEqual([]);
  });

  it('are all left where one was changed meanwhile, or is there already', async () => {
    const changed = await all([
      change('a.txt', 'a', 'A'),
      change('b.txt', 'other', 'B'),
      change('x/c.txt', undefined, 'C'),
    ]);
    expect(changed).toEqual({ ok: false, why: 'changed', uri: URI.file(join(folder, 'b.txt')).toString() });
    expect(await all([change('a.txt', undefined, 'A')])).toMatchObject({ ok: false, why: 'changed' });
    expect(await held()).toEqual(BOTH);
  });

  it('are all left where two are, by a link, the same file', async () => {
    await mkdir(join(folder, 'x'));
    await symlink(join(folder, 'x'), join(folder, 'y'));
    const result = await all([change('x/c.txt', undefined, 'C'), change('y/c.txt', undefined, 'D')]);
    expect(result).toMatchObject({ ok: false, why: 'twice' });
    expect(await readdir(join(folder, 'x'))).toEqual([]);
  });

  it('are all left where one lies outside the folder', async () => {
    await mkdir(join(base, 'away'));
    await symlink(join(base, 'away'), join(folder, 'link'));
    for (const name of ['../c.txt', 'link/c.txt', 'link/deep/c.txt'])
      expect(await all([change('a.txt', 'a', 'A'), change(name, undefined, 'C')])).toMatchObject({
        why: 'outside',
      });
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('a');
    expect(await readdir(join(base, 'away'))).toEqual([]);
    expect(await readdir(base)).not.toContain('c.txt');
  });
});

describe('a disk that fails in the middle', () => {
  const changes = () => [
    change('a.txt', 'a', 'A'),
    change('b.txt', 'b', 'B'),
    change('c.txt', undefined, 'C'),
    change('d/d.txt', undefined, 'D'),
  ];

  it.each([1, 2, 3, 4])('leaves every file as it was, whichever fails (%i)', async (nth) => {
    let count = 0;
    const failing = <T>(work: () => Promise<T>) =>
      ++count === nth ? Promise.reject(new Error('the disk is full')) : work();
    const result = await all(changes(), {
      rename: (from, to) => failing(() => rename(from, to)),
      linkNew: (from, to) => failing(() => linkNew(from, to)),
    });
    expect(result).toMatchObject({ ok: false, why: 'failed', detail: 'the disk is full' });
    expect(await held()).toEqual(BOTH);
    expect(await readdir(journals)).toEqual([]);
  });

  it('does nothing that a strange journal says', async () => {
    await mkdir(journals);
    await writeFile(join(base, 'away.txt'), 'away');
    const entry = { target: join(base, 'away.txt'), fresh: '/x', old: join(folder, 'a.txt'), isNew: true };
    const journal = { folder, ...NOBODY, entries: [{ ...entry, hash: '0' }] };
    await writeFile(join(journals, '1-000000000000.json'), JSON.stringify(journal));
    await writeFile(join(journals, '2-000000000000.json'), '{"folder":1}');
    expect(await all([change('a.txt', 'a', 'A')])).toEqual({ ok: true });
    expect(await readFile(join(base, 'away.txt'), 'utf8')).toBe('away');
  });
});
