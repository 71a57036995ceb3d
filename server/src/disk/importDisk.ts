import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CacheFile, ImportDisk, SourceFacts } from '../service/entities/importing/ports.ts';
import { userFolder } from './diskCache.ts';
import { importSpool } from './importSpool.ts';
import { sourceChunks } from './sourceChunks.ts';

const EXTENSION = '.pmnames';
/** So much of a source is looked at to tell whether it is another one. */
const HEAD_BYTES = 65_536;

/** Caches of names in this user's cache folder, or in another one. `eager`: whoever asks for names waits for them. */
export function importDisk(eager: boolean, folder = join(userFolder(), 'entities')): ImportDisk {
  const cachePath = (name: string) => join(folder, `${name}${EXTENSION}`);
  return {
    eager,
    facts: factsOf,
    chunks: sourceChunks,
    spool: (name, parts) => importSpool(join(folder, `${name}.import`), parts),
    cachePath,
    readCache,
    writeCache,

    async caches() {
      const found: CacheFile[] = [];
      for (const file of (await readdir(folder).catch(() => [])).sort()) {
        if (!file.endsWith(EXTENSION)) continue;
        const name = file.slice(0, -EXTENSION.length);
        const size = (await stat(cachePath(name)).catch(() => undefined))?.size;
        if (size !== undefined) found.push({ name, path: cachePath(name), size });
      }
      return found;
    },

    removeCache: (path) => rm(path),
  };
}

async function factsOf(path: string): Promise<SourceFacts | undefined> {
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const found = await file.stat();
    if (!found.isFile()) return undefined;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = createHash('sha256').update(buffer.subarray(0, bytesRead)).digest('hex');
    return { path, size: found.size, mtimeMs: found.mtimeMs, head };
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}

async function readCache(path: string, most?: number): Promise<Uint8Array | undefined> {
  try {
    if (most === undefined) return await readFile(path);
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}

async function writeCache(path: string, chunks: Iterable<Uint8Array>): Promise<number> {
  await mkdir(dirname(path), { recursive: true });
  const fresh = `${path}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
  let size = 0;
  try {
    const file = await open(fresh, 'wx', 0o600);
    try {
      for (const chunk of chunks) {
        await file.writeFile(chunk);
        size += chunk.length;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, path);
    return size;
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined);
    throw error;
  }
}
