import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { glob } from 'tinyglobby';
import { URI } from 'vscode-uri';
import type { FileQuery, Files } from '../service/ports.ts';

/** The machine's own disk, for URIs of the scheme `file`; other schemes hold nothing here. */
export const diskFiles: Files = {
  async read(uri) {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    try {
      return await readFile(path);
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
    return paths.map((p) => URI.parse(pathToFileURL(p).toString()).toString()).sort();
  },
};

function pathOf(uri: string): string | undefined {
  try {
    const parsed = URI.parse(uri);
    if (parsed.scheme !== 'file') return undefined;
    return fileURLToPath(
      `file://${parsed.authority}${encodeURI(parsed.path).replace(/[?#]/g, encodeURIComponent)}`,
    );
  } catch {
    return undefined;
  }
}
