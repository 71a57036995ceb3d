import { stat as statThen } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { glob } from 'tinyglobby';
import { URI } from 'vscode-uri';
import { fileUris } from '../disk/fileUris.ts';
import { stampOf } from '../disk/stamp.ts';
import type { FileQuery, Files } from '../service/ports.ts';

/** The machine's own disk, for URIs of the scheme `file`; other schemes hold nothing here. */
export const diskFiles: Files = {
  async read(uri) {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    try {
      // A pipe or a device would be read for ever.
      return (await stat(path)).isFile() ? await readFile(path) : undefined;
    } catch {
      return undefined;
    }
  },

  async list({ folder, include, exclude }: FileQuery) {
    const cwd = pathOf(folder);
    if (cwd === undefined) return [];
    const paths = await glob([...include], {
      cwd,
      ignore: [...exclude],
      absolute: true,
      onlyFiles: true,
      followSymbolicLinks: false,
      expandDirectories: false,
    });
    return fileUris(paths);
  },

  async stamp(uri) {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    // Of a hundred thousand files; promises of the library's own would double what that takes.
    return new Promise((resolve) => {
      statThen(path, (error, found) => resolve(error ? undefined : stampOf(found)));
    });
  },
};

function pathOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}
