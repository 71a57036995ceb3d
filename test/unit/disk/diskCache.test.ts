import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cacheFolder } from '../../../server/src/disk/cacheFolder.ts';
import { diskCache } from '../../../server/src/disk/diskCache.ts';
import { fileUris } from '../../../server/src/disk/fileUris.ts';

const home = join('/', 'home', 'ani');
const place = (platform: NodeJS.Platform, env: Record<string, string>) =>
  cacheFolder({ platform, home, env });
const bytes = (...values: number[]) => Uint8Array.from(values);

function folders(): { cache: string; corpus: string } {
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-cache-'));
  mkdirSync(join(folder, 'corpus'));
  return { cache: join(folder, 'cache', 'corpora'), corpus: join(folder, 'corpus') };
}

describe('the folder of the cache', () => {
  it('is where the system wants it', () => {
    expect(place('linux', {})).toBe(join(home, '.cache', 'pressmark'));
    expect(place('linux', { XDG_CACHE_HOME: '/var/ani' })).toBe(join('/var/ani', 'pressmark'));
    expect(place('linux', { XDG_CACHE_HOME: 'relative' })).toBe(join(home, '.cache', 'pressmark'));
    expect(place('darwin', {})).toBe(join(home, 'Library', 'Caches', 'Pressmark'));
    expect(place('win32', { LOCALAPPDATA: '/local' })).toBe(join('/local', 'Pressmark', 'Cache'));
  });
});

describe('the cache on the disk', () => {
  it('keeps bytes by the real path of a folder', async () => {
    const { cache, corpus } = folders();
    const kept = diskCache(cache, () => undefined);
    const uri = pathToFileURL(corpus).toString();
    expect(await kept.get(uri)).toBeUndefined();
    await kept.put(uri, bytes(1, 2, 3));
    symlinkSync(corpus, `${corpus}-link`);
    expect([...((await kept.get(pathToFileURL(`${corpus}-link`).toString())) ?? [])]).toEqual([1, 2, 3]);
    expect(await kept.get('memfs:/corpus')).toBeUndefined();
    expect(readdirSync(corpus)).toEqual([]);
  });

  it('never shows half of what somebody writes', async () => {
    const { cache, corpus } = folders();
    const uri = pathToFileURL(corpus).toString();
    const writers = [1, 2, 3, 4].map((value) => ({ value, kept: diskCache(cache, () => undefined) }));
    await Promise.all(writers.map(({ value, kept }) => kept.put(uri, new Uint8Array(200_000).fill(value))));
    const reading = Promise.all(
      Array.from({ length: 20 }, async () => new Set(await writers[0]?.kept.get(uri))),
    );
    await Promise.all(writers.map(({ value, kept }) => kept.put(uri, new Uint8Array(300_000).fill(value))));
    for (const seen of await reading) expect(seen.size).toBe(1);
    expect(readdirSync(cache)).toHaveLength(1);
  });

  it('removes what is old, and leaves what is not its own', async () => {
    const { cache, corpus } = folders();
    mkdirSync(cache, { recursive: true });
    const old = new Date(Date.now() - 100 * 24 * 3600 * 1000);
    const recent = new Date(Date.now() - 24 * 3600 * 1000);
    const put = (name: string, time: Date) => {
      writeFileSync(join(cache, name), 'x');
      utimesSync(join(cache, name), time, time);
    };
    const name = (digit: string) => `${digit.repeat(32)}.bin`;
    put(name('a'), old);
    put(name('b'), recent);
    put(`${name('c')}.12-ab.tmp`, recent);
    put('mine.txt', old);
    const kept = diskCache(cache, () => undefined);
    await kept.put(pathToFileURL(corpus).toString(), bytes(1));
    const left = readdirSync(cache);
    expect(left).toHaveLength(3);
    expect(left).toEqual(expect.arrayContaining([name('b'), 'mine.txt']));
  });

  it('says when nothing can be kept, and goes on', async () => {
    const { cache, corpus } = folders();
    writeFileSync(join(corpus, '..', 'cache'), 'a file where the folder should be');
    const lines: string[] = [];
    const kept = diskCache(cache, (line) => lines.push(line));
    await kept.put(pathToFileURL(corpus).toString(), bytes(1));
    expect(lines).toHaveLength(1);
    expect(await kept.get(pathToFileURL(corpus).toString())).toBeUndefined();
  });
});

describe('fileUris', () => {
  it('spells addresses as the service does', async () => {
    expect(await fileUris(['/b/kabar baru.txt', '/a/x-1_2.txt', '/é.txt'])).toEqual([
      'file:///%C3%A9.txt',
      'file:///a/x-1_2.txt',
      'file:///b/kabar%20baru.txt',
    ]);
  });
});
