import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import type { Cache, Files, Host } from '../service/ports.ts';

/**
 * The service's host on Node: `dataFolder` is the bundle's data/, `files` where articles are read, `cache` where what
 * was learned is kept, if anywhere.
 */
export function nodeHost(
  files: Files,
  dataFolder: string,
  log: (line: string) => void,
  cache: Cache | undefined,
): Host {
  return {
    files,
    ...(cache ? { cache } : {}),
    data: (name) => readFile(join(dataFolder, name)),
    now: () => performance.now(),
    pause: () => setImmediate(),
    random: () => Math.random(),
    time: () => `${new Date().toISOString().slice(0, 19)}Z`,
    log,
  };
}
