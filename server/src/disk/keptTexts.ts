import { join } from 'node:path';
import type { KeptTexts } from '../service/ports.ts';
import { BoundedFolder, type FolderBounds } from './boundedFolder.ts';
import { userFolder } from './diskCache.ts';

const BOUNDS: FolderBounds = {
  name: /^[0-9a-f]{12}\.txt$/,
  // Some 50,000 articles that were tagged between two commits.
  mostBytes: 256_000_000,
  // Whoever comes back to an article after a year has committed it, or has lost its tags' surroundings with it.
  longestUnused: 365 * 24 * 3600 * 1000,
  writesPerLook: 100,
};

/** The texts that this user's annotations refer to and that git does not have. `log` gets a line when one cannot be kept. */
export function userKeptTexts(log: (line: string) => void): KeptTexts {
  return keptTexts(join(userFolder(), 'texts'), log);
}

/** Texts in a folder of their own, a file for each revision. What comes back may have been changed: look at its revision. */
export function keptTexts(folder: string, log: (line: string) => void): KeptTexts {
  const files = new BoundedFolder(folder, BOUNDS);
  const nameOf = (rev: string) => (BOUNDS.name.test(`${rev}.txt`) ? `${rev}.txt` : undefined);
  return {
    async get(rev) {
      const name = nameOf(rev);
      const bytes = name === undefined ? undefined : await files.read(name);
      return bytes?.toString('utf8');
    },

    async put(rev, text) {
      const name = nameOf(rev);
      if (name === undefined || (await files.has(name))) return;
      await files
        .write(name, Buffer.from(text, 'utf8'))
        .catch((error) => log(`${folder}: the article’s text cannot be kept there. ${String(error)}`));
    },
  };
}
