import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, statSync } from 'node:fs';
import { open, readdir, rename, rm, truncate } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { URI } from 'vscode-uri';
import type { Output } from '../service/ports.ts';
import { replaceAll } from './replaceAll.ts';

/** Bytes. */
const READ_AT_ONCE = 1 << 18;

/** Where datasets and imports are written to on this disk. Every error is the disk's own, with its code (`ENOSPC`, `EACCES` …). */
export const diskOutput: Output = {
  // At once: pieces are large and few, and of small files waiting takes longer than writing.
  async append(uri, bytes) {
    const path = pathOf(uri);
    try {
      appendFileSync(path, bytes);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
      mkdirSync(dirname(path), { recursive: true });
      appendFileSync(path, bytes);
    }
  },

  async size(uri) {
    return statSync(pathOf(uri), { throwIfNoEntry: false })?.size;
  },

  truncate: (uri, size) => truncate(pathOf(uri), size),

  async entries(folder) {
    const root = pathOf(folder);
    const found = await readdir(root, { recursive: true, withFileTypes: true });
    return found
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
  },

  async sha256(uri) {
    const hash = createHash('sha256');
    const file = await open(pathOf(uri));
    try {
      // One buffer for all: a stream makes new ones, and 70 MB of them lie about before they are collected.
      const buffer = Buffer.allocUnsafe(READ_AT_ONCE);
      for (;;) {
        const { bytesRead } = await file.read(buffer, 0, READ_AT_ONCE);
        if (bytesRead === 0) return hash.digest('hex');
        hash.update(buffer.subarray(0, bytesRead));
      }
    } finally {
      await file.close();
    }
  },

  // The disk would put a file in another one's place, and a folder in that of an empty one.
  async rename(from, to) {
    const [source, target] = [pathOf(from), pathOf(to)];
    if (await isTaken(target)) throw taken(target);
    await rename(source, target);
  },

  replaceAll: (folder, changes) => replaceAll(folder, changes),

  remove: (uri) => rm(pathOf(uri), { recursive: true, force: true }),
};

function pathOf(uri: string): string {
  return URI.parse(uri).fsPath;
}

async function isTaken(path: string): Promise<boolean> {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && !(found.isDirectory() && (await readdir(path)).length === 0);
}

function taken(path: string): Error {
  return Object.assign(new Error(`EEXIST: there is such a file already, '${path}'`), {
    code: 'EEXIST',
    path,
  });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
