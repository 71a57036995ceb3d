import type { Segment } from '../../core/entities/names/segment.ts';
import { decodeSegment, type SegmentFault } from '../../core/entities/names/segmentFile.ts';
import { formatMessage, type Message, msg } from '../../core/message.ts';
import type { Problem } from '../../core/problem.ts';
import type { ImportedNames, Label } from '../../core/project.ts';
import { type Host, NEVER_CANCELLED } from '../ports.ts';
import { runSteps } from '../stepping.ts';
import { joined } from '../uris.ts';
import type { EntitySegments } from './entitySegments.ts';
import { changedSources, originAt, requestAgain } from './importing/freshness.ts';
import type { ImportDisk } from './importing/ports.ts';
import type { ImportRequest } from './importing/request.ts';
import { unlabelledImport, unlabelledTypes } from './unlabelled.ts';

/** What became of the caches of names that a project names. */
interface Loaded {
  readonly segments: Segment[];
  readonly problems: Problem[];
}

/** What a project names a cache by, as the address of its file; undefined where it cannot be at hand. */
export function importedSource(name: string, root: string, { imports }: Host): string | undefined {
  return name.endsWith('.pmnames') ? joined(root, name) : imports?.cachePath(name);
}

/**
 * The imported names of a project. What is missing or damaged is a problem at its place in the project file, and all
 * others are loaded. A cache whose sources have changed is made again: at once where somebody waits for it, else
 * meanwhile, after which `renewed` is called.
 */
export async function loadImported(
  imported: readonly ImportedNames[],
  { root, labels }: { readonly root: string; readonly labels: readonly Label[] },
  segments: EntitySegments,
  host: Host,
  renewed: () => void,
): Promise<Loaded> {
  const loaded: Loaded = { segments: [], problems: [] };
  for (const { name, place } of imported) {
    const found = name.endsWith('.pmnames')
      ? await ofPath(joined(root, name), name, segments, host)
      : await ofName(name, segments, host, renewed);
    if ('segment' in found) {
      loaded.segments.push(found.segment);
      const message = unlabelledImport(name, unlabelledTypes(found.segment, labels));
      if (message !== undefined)
        loaded.problems.push({ code: 'project/imported-types', severity: 'information', message, ...place });
    } else {
      const { severity, message } = found;
      loaded.problems.push({ code: 'project/imported', severity, message, ...place });
    }
  }
  return loaded;
}

type Found =
  | { readonly segment: Segment }
  | { readonly severity: 'error' | 'information'; readonly message: Message };

async function ofPath(uri: string, path: string, segments: EntitySegments, host: Host): Promise<Found> {
  const stamp = await host.files.stamp?.(uri);
  const bytes = stamp === undefined ? await host.files.read(uri) : undefined;
  if (stamp === undefined && bytes === undefined) {
    const message = msg(
      'There is no file {0}. Make it with “pressmark entities import <files> --output {0}”, or delete this entry.',
      path,
    );
    return { severity: 'error', message };
  }
  const key = stamp ?? String(bytes?.length);
  return decoded(
    { source: uri, key, shown: path },
    async () => bytes ?? host.files.read(uri),
    segments,
    host,
  );
}

async function ofName(
  name: string,
  segments: EntitySegments,
  host: Host,
  renewed: () => void,
): Promise<Found> {
  const { imports } = host;
  if (imports === undefined) {
    const message = msg(
      'The imported names “{0}” are not at hand here, because they are kept on another machine. Put the cache into the project (“pressmark entities import … --output names.pmnames”) and name its path.',
      name,
    );
    return { severity: 'information', message };
  }
  const path = imports.cachePath(name);
  const run = { imports, path, name, host };
  const renewal = await renewalOf(run);
  if (renewal !== undefined && imports.eager) {
    host.log(`the sources of the imported names ${name} have changed: they are made again`);
    await renew(renewal, run);
  }
  const facts = await imports.facts(path);
  if (facts === undefined) return { severity: 'error', message: await unknownName(name, imports) };
  const key = `${facts.size} ${facts.mtimeMs}`;
  const found = await decoded(
    { source: path, key, shown: name },
    () => imports.readCache(path),
    segments,
    host,
  );
  if (renewal !== undefined && !imports.eager)
    void renew(renewal, run).then(
      (isRenewed) => isRenewed && renewed(),
      (error) => host.log(`the imported names ${name} could not be made again: ${String(error)}`),
    );
  return found;
}

async function unknownName(name: string, imports: ImportDisk): Promise<Message> {
  const known = (await imports.caches()).map((cache) => cache.name).join(', ');
  return known === ''
    ? msg(
        'Nothing is imported as “{0}” on this machine. Run “pressmark entities import <files> --name {0}”.',
        name,
      )
    : msg(
        'Nothing is imported as “{0}” on this machine. Run “pressmark entities import <files> --name {0}”, or take one of these: {1}.',
        name,
        known,
      );
}

interface Renewal {
  readonly imports: ImportDisk;
  readonly path: string;
  readonly name: string;
  readonly host: Host;
}

/** What makes a cache again whose sources have changed, and are all there; undefined where nothing need be done. */
async function renewalOf({ imports, path }: Renewal): Promise<ImportRequest | undefined> {
  const origin = await originAt(path, imports);
  const sources = origin === undefined ? [] : await changedSources(origin, imports);
  const isDue = sources.length > 0 && sources.every((source) => !source.missing);
  return isDue && origin !== undefined ? requestAgain(origin, path) : undefined;
}

async function renew(request: ImportRequest, { imports, host, name }: Renewal): Promise<boolean> {
  const { importNames } = await import('./importing/importNames.ts');
  const outcome = await importNames(request, { host, disk: imports, cancel: NEVER_CANCELLED });
  if (!('stopped' in outcome)) return true;
  host.log(`the imported names ${name} stay as they are: ${formatMessage(outcome.stopped)}`);
  return false;
}

/** The segment of a cache, decoded where it was not, or was another one, when it was last asked for. */
async function decoded(
  { source, key, shown }: { readonly source: string; readonly key: string; readonly shown: string },
  read: () => Promise<Uint8Array | undefined>,
  segments: EntitySegments,
  host: Host,
): Promise<Found> {
  let fault: SegmentFault = 'damaged';
  const segment = await segments.other(source, key, async () => {
    const bytes = await read();
    const made = bytes && (await runSteps(decodeSegment(bytes), host, NEVER_CANCELLED));
    if (made === undefined || 'segment' in made) return made?.segment;
    fault = made.fault;
    return undefined;
  });
  return segment === undefined ? { severity: 'error', message: faultMessage(shown, fault) } : { segment };
}

function faultMessage(name: string, fault: SegmentFault): Message {
  switch (fault) {
    case 'other-file':
      return msg(
        '“{0}” is no cache of names. Import its sources again with “pressmark entities import”.',
        name,
      );
    case 'other-version':
      return msg(
        'The cache of names “{0}” is of another version of Pressmark. Import its sources again.',
        name,
      );
    case 'other-byte-order':
      return msg(
        'The cache of names “{0}” was made on another kind of machine. Import its sources on this one.',
        name,
      );
    case 'damaged':
      return msg('The cache of names “{0}” is damaged. Import its sources again.', name);
  }
}
