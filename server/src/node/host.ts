import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { blobId } from '../disk/blobId.ts';
import type { Files, Host } from '../service/ports.ts';

/** What a host may have or not: each is absent where the user, or the place of the files, does not allow it. */
export type OptionalParts = Pick<
  Host,
  'cache' | 'compiledNames' | 'history' | 'imports' | 'keptTexts' | 'output'
>;

/** The service's host on Node: `dataFolder` is the bundle's data/, `files` where articles are read. */
export function nodeHost(
  files: Files,
  dataFolder: string,
  log: (line: string) => void,
  parts: OptionalParts,
): Host {
  return {
    files,
    blobId,
    ...parts,
    data: (name) => readFile(join(dataFolder, name)),
    now: () => performance.now(),
    pause: () => setImmediate(),
    random: () => Math.random(),
    time: () => `${new Date().toISOString().slice(0, 19)}Z`,
    log,
  };
}
