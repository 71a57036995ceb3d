import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, realpath, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import type { Cache } from '../service/ports.ts';
import { cacheFolder } from './cacheFolder.ts';

/** All that is kept may take so much of the disk (bytes): a corpus of 100,000 articles takes a tenth of it. */
const MOST_BYTES = 512_000_000;
/** A corpus that nobody opened for so long is learned again (ms). */
const LONGEST_UNUSED = 90 * 24 * 3600 * 1000;
/** What a process that died left half written (ms). */
const LONGEST_WRITING = 3600 * 1000;
const NAME = /^[0-9a-f]{32}\.bin$/;
const HALF_WRITTEN = /^[0-9a-f]{32}\.bin\.[0-9a-z-]+\.tmp$/;

/** The cache of this user on this machine. `log` gets a line when something cannot be kept. */
export function userCache(log: (line: string) => void): Cache {
  const { platform, env } = process;
  return diskCache(join(cacheFolder({ platform, env, home: homedir() }), 'corpora'), log);
}

/**
 * A cache in a folder of its own, a file for each folder that something is kept about, named by a hash of its real
 * path. A file is put in place in one step, so that nobody reads half of one, however many processes write it; what is
 * old, and what is too much, is removed when something is put in.
 */
export function diskCache(folder: string, log: (line: string) => void): Cache {
  return {
    async get(about) {
      const file = await fileOf(folder, about);
      if (file === undefined) return undefined;
      try {
        const bytes = await readFile(file);
        const now = new Date();
        await utimes(file, now, now).catch(() => undefined);
        return bytes;
      } catch {
        return undefined;
      }
    },

    async put(about, bytes) {
      const file = await fileOf(folder, about);
      if (file === undefined) return;
      const fresh = `${file}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(fresh, bytes, { flag: 'wx', mode: 0o600 });
        await rename(fresh, file);
        await tidy(folder, file);
      } catch (error) {
        await rm(fresh, { force: true }).catch(() => undefined);
        log(`${folder}: what was learned cannot be kept there. ${String(error)}`);
      }
    },
  };
}

async function fileOf(folder: string, about: string): Promise<string | undefined> {
  const uri = URI.parse(about);
  if (uri.scheme !== 'file') return undefined;
  try {
    const path = await realpath(uri.fsPath);
    return join(folder, `${createHash('sha256').update(path).digest('hex').slice(0, 32)}.bin`);
  } catch {
    return undefined;
  }
}

/** Removes what is old, and the longest unused as long as all of it is too much; never `kept`. */
async function tidy(folder: string, kept: string): Promise<void> {
  const now = Date.now();
  const files: { path: string; size: number; used: number }[] = [];
  for (const name of await readdir(folder)) {
    const longest = NAME.test(name) ? LONGEST_UNUSED : HALF_WRITTEN.test(name) ? LONGEST_WRITING : undefined;
    if (longest === undefined) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (!found) continue;
    if (path !== kept && now - found.mtimeMs > longest) await rm(path, { force: true });
    else files.push({ path, size: found.size, used: found.mtimeMs });
  }
  let size = files.reduce((sum, file) => sum + file.size, 0);
  for (const file of files.sort((a, b) => a.used - b.used)) {
    if (size <= MOST_BYTES) return;
    if (file.path === kept) continue;
    await rm(file.path, { force: true });
    size -= file.size;
  }
}
