import { formatMessage, msg } from '../../core/message.ts';
import { importDisk } from '../../disk/importDisk.ts';
import { changedSources, originAt } from '../../service/entities/importing/freshness.ts';
import type { CacheFile, ImportDisk } from '../../service/entities/importing/ports.ts';
import { isCacheName } from '../../service/entities/importing/request.ts';
import type { EntityCachesOutput } from '../contracts/entityImporting.ts';
import { OUTPUT_VERSION } from '../contracts.ts';
import { count } from '../counted.ts';
import type { Io } from '../io.ts';
import { EXIT, type ExitCode, UsageError } from '../usageError.ts';

type Cache = EntityCachesOutput['caches'][number];

const STATES = {
  current: 'up to date',
  changed: 'a source has changed: it is made again when it is next used',
  missing: 'a source is gone: it stays as it is',
  unusable: 'damaged, or of another version: import it again',
} as const;

/** `pressmark entities list`: the caches that were imported. */
export async function entitiesList(
  io: Io,
  { format }: { readonly format: 'pretty' | 'json' },
): Promise<ExitCode> {
  const disk = importDisk(true);
  const caches: Cache[] = [];
  for (const file of await disk.caches()) caches.push(await cacheOf(file, disk));
  if (format === 'json') {
    const output: EntityCachesOutput = { version: OUTPUT_VERSION, caches };
    await io.out(`${JSON.stringify(output, undefined, 1)}\n`);
  } else
    await io.show(
      caches.length === 0 ? 'Nothing was imported yet.\n' : caches.map((c) => shown(io, c)).join(''),
    );
  return caches.some(({ state }) => state !== 'current') ? EXIT.found : EXIT.clean;
}

async function cacheOf({ name, path, size }: CacheFile, disk: ImportDisk): Promise<Cache> {
  const origin = await originAt(path, disk);
  if (origin === undefined)
    return { name, path, bytes: size, entities: 0, names: 0, sources: [], state: 'unusable' };
  const changed = await changedSources(origin, disk);
  const state = changed.some((c) => !c.missing) ? 'changed' : changed.length > 0 ? 'missing' : 'current';
  const { entities, names } = origin;
  return { name, path, bytes: size, entities, names, sources: origin.sources.map((s) => s.path), state };
}

function shown(io: Io, { name, names, entities, bytes, sources, state }: Cache): string {
  const colour = state === 'current' ? 'green' : state === 'unusable' ? 'red' : 'yellow';
  const told = `${count(names, 'name')} of ${count(entities, 'entity', 'entities')}, ${(bytes / 1e6).toFixed(1)} MB`;
  const from = sources.map((path) => `  from ${path}\n`).join('');
  return `${io.paint('bold', name)}: ${told}, ${io.paint(colour, STATES[state])}\n${from}`;
}

/** `pressmark entities remove`: takes a cache away. */
export async function entitiesRemove(io: Io, names: readonly string[]): Promise<ExitCode> {
  const disk = importDisk(true);
  const known = new Map((await disk.caches()).map((cache) => [cache.name, cache]));
  let failed = false;
  for (const name of names) {
    if (!isCacheName(name))
      throw new UsageError(msg('“{0}” is no name of a cache. See pressmark entities list.', name));
    const cache = known.get(name);
    if (cache === undefined) {
      failed = true;
      io.tell(formatMessage(msg('There is no cache “{0}”. See pressmark entities list.', name)));
      continue;
    }
    await disk.removeCache(cache.path);
    await io.show(`${name} removed\n`);
  }
  return failed ? EXIT.failed : EXIT.clean;
}
