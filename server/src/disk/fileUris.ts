import { setImmediate } from 'node:timers/promises';
import { URI } from 'vscode-uri';

/** Absolute paths that a URI spells as they are. */
const PLAIN = /^\/[A-Za-z0-9._/-]*$/;
/** So many are spelled between two pauses: a corpus has a hundred thousand. */
const AT_A_TIME = 5000;

/** The addresses of files by their absolute paths, sorted; in the spelling by which the service compares addresses. */
export async function fileUris(paths: readonly string[]): Promise<string[]> {
  const uris: string[] = [];
  for (const path of paths) {
    uris.push(PLAIN.test(path) ? `file://${path}` : URI.file(path).toString());
    if (uris.length % AT_A_TIME === 0) await setImmediate();
  }
  return uris.sort();
}
