import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import type { Files, Host } from '../service/ports.ts';

/** The service's host on Node: `dataFolder` is the bundle's data/, `files` where articles are read. */
export function nodeHost(files: Files, dataFolder: string, log: (line: string) => void): Host {
  return {
    files,
    data: (name) => readFile(join(dataFolder, name)),
    now: () => performance.now(),
    pause: () => setImmediate(),
    random: () => Math.random(),
    log,
  };
}
