import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import type { Cache } from '../service/ports.ts';
import { BoundedFolder, type FolderBounds } from './boundedFolder.ts';
import { cacheFolder } from './cacheFolder.ts';

const BOUNDS: FolderBounds = {
  name: /^[0-9a-f]{32}\.bin$/,
  // A corpus of 100,000 articles takes a tenth of it.
  mostBytes: 512_000_000,
  // A corpus that nobody opened for so long is learned again.
  longestUnused: 90 * 24 * 3600 * 1000,
  writesPerLook: 1,
};

/** The cache of this user on this machine. `log` gets a line when something cannot be kept. */
export function userCache(log: (line: string) => void): Cache {
  return diskCache(join(userFolder(), 'corpora'), log);
}

/** The compiled names of this user's large entity files on this machine. */
export function userCompiledNames(log: (line: string) => void): Cache {
  return diskCache(join(userFolder(), 'names'), log);
}

/** Where this user's programs keep what they can find out again, below which each kind of it has a folder. */
export function userFolder(): string {
  const { platform, env } = process;
  return cacheFolder({ platform, env, home: homedir() });
}

/** A cache in a folder of its own, a file for each folder that something is kept about, named by a hash of its real path. */
export function diskCache(folder: string, log: (line: string) => void): Cache {
  const files = new BoundedFolder(folder, BOUNDS);
  return {
    async get(about) {
      const name = await nameFor(about);
      return name === undefined ? undefined : files.read(name);
    },

    async put(about, bytes) {
      const name = await nameFor(about);
      if (name === undefined) return;
      await files
        .write(name, bytes)
        .catch((error) => log(`${folder}: what was learned cannot be kept there. ${String(error)}`));
    },
  };
}

async function nameFor(about: string): Promise<string | undefined> {
  const uri = URI.parse(about);
  if (uri.scheme !== 'file') return undefined;
  try {
    const path = await realpath(uri.fsPath);
    return `${createHash('sha256').update(path).digest('hex').slice(0, 32)}.bin`;
  } catch {
    return undefined;
  }
}
