import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { importDisk } from '../../server/src/disk/importDisk.ts';
import { type ImportRun, importNames } from '../../server/src/service/entities/importing/importNames.ts';
import type { ImportDisk } from '../../server/src/service/entities/importing/ports.ts';
import type { ImportRequest } from '../../server/src/service/entities/importing/request.ts';
import { type Host, NEVER_CANCELLED } from '../../server/src/service/ports.ts';

/** A host for imports, which ask it for the time and for pauses only. */
export const importHost: Host = {
  files: { read: async () => undefined, list: async () => [] },
  data: async () => new Uint8Array(),
  now: () => performance.now(),
  pause: () => setImmediate(),
  random: () => 0.5,
  time: () => '2026-11-22T00:00:00Z',
  log: () => {},
};

/** A folder of its own with a cache folder in it. */
export function importFolder(): { folder: string; disk: ImportDisk; path(name: string): string } {
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-import-'));
  return { folder, disk: importDisk(true, join(folder, 'cache')), path: (name) => join(folder, name) };
}

/** Imports sources under the name `made`. */
export function importInto(
  disk: ImportDisk,
  sources: readonly string[],
  more: Partial<ImportRequest> = {},
  run: Partial<ImportRun> = {},
) {
  const request = { sources, name: 'made', output: disk.cachePath('made'), choice: {}, ...more };
  return importNames(request, { host: importHost, disk, cancel: NEVER_CANCELLED, ...run });
}
