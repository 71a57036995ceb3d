import { readFileSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import { glob } from 'tinyglobby';
import { URI } from 'vscode-uri';
import { fileUris } from '../disk/fileUris.ts';
import { stampOf } from '../disk/stamp.ts';
import type { FileQuery, Files } from '../service/ports.ts';

/** The address of a path, in the spelling by which the service compares addresses. */
export function uriOf(path: string): string {
  return URI.file(path).toString();
}

/** Addresses that spell a path as it is: nearly all, and parsing takes as long as reading the file. */
const PLAIN = /^file:\/\/\/[A-Za-z0-9._/-]*$/;

/** The path of an address on this disk. */
export function pathOf(uri: string): string {
  if (sep === '/' && PLAIN.test(uri)) return uri.slice('file://'.length);
  return URI.parse(uri).fsPath;
}

/**
 * The disk as the service reads it. Lists neither links nor what lies behind them, so that no listing leaves a folder.
 * Reads at once: nobody else waits, and for small files that takes half the time of asking and waiting.
 */
export const disk: Files = {
  async read(uri) {
    const path = pathOf(uri);
    try {
      return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : undefined;
    } catch {
      return undefined;
    }
  },

  async list({ folder, include, exclude }: FileQuery) {
    const paths = await glob([...include], {
      cwd: pathOf(folder),
      ignore: [...exclude],
      absolute: true,
      onlyFiles: true,
      followSymbolicLinks: false,
      expandDirectories: false,
    });
    return fileUris(paths);
  },

  stamp: async (uri) => {
    try {
      // Most of the files that are asked for are not there, and an error costs ten times as much as the answer.
      const found = statSync(pathOf(uri), { throwIfNoEntry: false });
      return found && stampOf(found);
    } catch {
      return undefined;
    }
  },
};
