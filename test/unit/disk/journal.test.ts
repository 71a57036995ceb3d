import { link, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import { type Placing, replaceAll } from '../../../server/src/disk/replaceAll.ts';
import type { FileChange } from '../../../server/src/service/ports.ts';

let base: string;
let folder: string;
let journals: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'pm-journal-'));
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
/** The next import of somebody, which changes nothing itself. */
const next = () => all([change('never.txt', 'not there', '')]);

const NOBODY = '"process":999999999';

/** Changes four files, and dies once the nth has been put in place, as whoever is said then. */
async function dies(nth: number, as = NOBODY): Promise<void> {
  let died = (): void => undefined;
  const dead = new Promise<void>((resolve) => {
    died = resolve;
  });
  let count = 0;
  const never = new Promise<never>(() => undefined);
  const place = async <T>(work: () => Promise<T>): Promise<T> => {
    const own = ++count;
    if (own > nth) return never;
    const result = await work();
    if (own < nth) return result;
    died();
    return never;
  };
  const placing: Placing = {
    rename: (from, to) => place(() => rename(from, to)),
    linkNew: (from, to) => place(() => link(from, to).then(() => 'written')),
  };
  const changes = [
    change('a.txt', 'a', 'A'),
    change('b.txt', 'b', 'B'),
    change('c.txt', undefined, 'C'),
    change('d.txt', undefined, 'D'),
  ];
  void all(changes, placing);
  await dead;
  const [journal = ''] = await readdir(journals);
  const kept = await readFile(join(journals, journal), 'utf8');
  await writeFile(join(journals, journal), kept.replace(`"process":${process.pid}`, as));
  for (const name of await readdir(folder))
    if (name.endsWith('.lock')) await rm(join(folder, name), { recursive: true });
}

async function expectHeld(files: Readonly<Record<string, string>>): Promise<void> {
  const names = (await readdir(folder)).sort();
  const held = await Promise.all(names.map(async (n) => [n, await readFile(join(folder, n), 'utf8')]));
  expect(Object.fromEntries(held)).toEqual(files);
  expect(await readdir(journals)).toEqual([]);
}

describe('what a process left that died', () => {
  it.each([1, 2, 3, 4])('is put back by the next one (%i in place)', async (nth) => {
    await dies(nth);
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('A');
    expect(await next()).toMatchObject({ why: 'changed' });
    await expectHeld({ 'a.txt': 'a', 'b.txt': 'b' });
  });

  it('keeps what was planned while it was there from being done', async () => {
    await dies(2);
    const planned = [change('e.txt', undefined, 'E')];
    expect(await all(planned)).toMatchObject({ ok: false, why: 'changed' });
    await expectHeld({ 'a.txt': 'a', 'b.txt': 'b' });
    expect(await all(planned)).toEqual({ ok: true });
  });

  it('is put in order also by an import that finds nothing to change', async () => {
    await dies(3);
    expect(await all([])).toMatchObject({ ok: false, why: 'changed' });
    await expectHeld({ 'a.txt': 'a', 'b.txt': 'b' });
    expect(await all([])).toEqual({ ok: true });
  });

  it('is put back too where its number is ours now', async () => {
    await dies(2, `"process":${process.pid}`);
    await next();
    // Ours: it is under way.
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('A');
    const [journal = ''] = await readdir(journals);
    const kept: object = JSON.parse(await readFile(join(journals, journal), 'utf8'));
    await writeFile(
      join(journals, journal),
      JSON.stringify({ ...kept, process: process.pid, run: 'another' }),
    );
    await next();
    await expectHeld({ 'a.txt': 'a', 'b.txt': 'b' });
  });

  it('stays where somebody has written since', async () => {
    await dies(3);
    await writeFile(join(folder, 'a.txt'), 'A, and more');
    await writeFile(join(folder, 'c.txt'), 'C, and more');
    await next();
    await expectHeld({ 'a.txt': 'A, and more', 'b.txt': 'b', 'c.txt': 'C, and more' });
  });

  it('stays where a file that was begun anew has another content', async () => {
    await dies(4);
    await rm(join(folder, 'd.txt'));
    await writeFile(join(folder, 'd.txt'), 'another');
    await next();
    await expectHeld({ 'a.txt': 'a', 'b.txt': 'b', 'd.txt': 'another' });
  });

  it('is only tidied once all files were in place, and before any was', async () => {
    const name = (n: number) => join(folder, `.pressmark-1-00000000000${n}.tmp`);
    const entry = (target: string, n: number, isNew: boolean) => ({
      target: join(folder, target),
      fresh: name(n),
      old: name(n + 1),
      isNew,
      // SHA-256 of “b”.
      hash: '3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d',
    });
    const entries = [entry('a.txt', 1, false), entry('b.txt', 3, true)];
    for (const n of [1, 2, 3]) await writeFile(name(n), 'left');
    await mkdir(journals);
    const journal = { folder, process: 999999999, run: 'r', host: hostname(), entries };
    await writeFile(join(journals, '1-000000000000-tidy.json'), JSON.stringify(journal));
    await next();
    await expectHeld({ 'a.txt': 'a', 'b.txt': 'b' });
  });

  it('on another machine is let be while that may be at it', async () => {
    await dies(2);
    const [journal = ''] = await readdir(journals);
    const kept: object = JSON.parse(await readFile(join(journals, journal), 'utf8'));
    await writeFile(join(journals, journal), JSON.stringify({ ...kept, host: 'elsewhere' }));
    await next();
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('A');
    expect(await readdir(journals)).toHaveLength(1);
  });
});
