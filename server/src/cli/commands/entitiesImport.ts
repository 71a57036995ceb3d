import { basename, dirname, extname, resolve } from 'node:path';
import { languageOf } from '../../core/entities/sources/languageCodes.ts';
import type { SourceFormat } from '../../core/entities/sources/source.ts';
import { formatMessage, msg } from '../../core/message.ts';
import { importDisk } from '../../disk/importDisk.ts';
import { type ImportPhase, importNames } from '../../service/entities/importing/importNames.ts';
import {
  type ImportRequest,
  isCacheName,
  type NameChoice,
  nameAfter,
} from '../../service/entities/importing/request.ts';
import { NEVER_CANCELLED } from '../../service/ports.ts';
import type { Io } from '../io.ts';
import { entityImportOutput, prettyEntityImport } from '../reporters/entityImporting.ts';
import { Session } from '../session.ts';
import { keepHeapSmall } from '../smallHeap.ts';
import { EXIT, type ExitCode, UsageError } from '../usageError.ts';

export interface EntitiesImportOptions {
  readonly from: SourceFormat | 'auto';
  readonly languages?: readonly string[];
  readonly types?: readonly string[];
  readonly typeMap: ReadonlyMap<string, string>;
  readonly name?: string;
  readonly output?: string;
  readonly dryRun?: boolean;
  readonly format: 'pretty' | 'json';
}

/** More sources than a cache's file can name. */
const MOST_SOURCES = 100;

/** `pressmark entities import`: lists of names into one cache, and what of them was left out. */
export async function entitiesImport(
  io: Io,
  files: readonly string[],
  options: EntitiesImportOptions,
): Promise<ExitCode> {
  const disk = importDisk(true);
  const request = requestOf(io, files, options, disk.cachePath);
  // A dump passes through in pieces; what is left of them is soon collected.
  keepHeapSmall();
  const outcome = await importNames(request, {
    host: new Session(io, []).workspace.host,
    disk,
    cancel: NEVER_CANCELLED,
    dryRun: options.dryRun === true,
    progress: (phase, done, all) => io.status(progressLine(phase, done, all)),
  }).catch((error: unknown) => {
    io.status('');
    throw diskTrouble(error, dirname(disk.cachePath(request.name)), dirname(request.output)) ?? error;
  });
  io.status('');
  if ('stopped' in outcome) {
    const file = outcome.file === undefined ? '' : `${outcome.file}: `;
    io.tell(`${file}${formatMessage(outcome.stopped)}`);
  }
  const dryRun = options.dryRun === true;
  if (options.format === 'json')
    await io.out(`${JSON.stringify(entityImportOutput(request, outcome, dryRun), undefined, 1)}\n`);
  else await io.show(prettyEntityImport(io, request, outcome, dryRun));
  if ('stopped' in outcome) return EXIT.failed;
  return outcome.report.leftOut.some((l) => l.isProblem) ? EXIT.found : EXIT.clean;
}

/** Why a disk did not take what an import writes, and what can be done; undefined for other errors. */
function diskTrouble(error: unknown, cache: string, output: string): UsageError | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  const folders = cache === output ? cache : `${cache}, ${output}`;
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT')
    return new UsageError(
      msg(
        'Nothing was imported: there is no room left on the disk ({0}). Make room, and start it again.',
        folders,
      ),
    );
  return new UsageError(
    msg(
      'Nothing was imported: this place cannot be written to ({0}: {1}). Check that you may write there.',
      folders,
      error.message,
    ),
  );
}

function progressLine(phase: ImportPhase, done: number, all: number): string {
  const share = all === 0 ? 100 : Math.floor((100 * done) / all);
  switch (phase) {
    case 'reading':
      return `reading: ${share} % of ${(all / 1e6).toFixed(1)} MB`;
    case 'joining':
      return `joining: ${done + 1} of ${all}`;
    case 'writing':
      return 'writing';
  }
}

function requestOf(
  io: Io,
  files: readonly string[],
  options: EntitiesImportOptions,
  cachePath: (name: string) => string,
): ImportRequest {
  const sources = [...new Set(files.map((file) => resolve(io.cwd, file)))];
  if (sources.length > MOST_SOURCES)
    throw new UsageError(msg('At most {0} files make one cache. Join some of them first.', MOST_SOURCES));
  const output = options.output === undefined ? undefined : resolve(io.cwd, options.output);
  if (output !== undefined && extname(output) !== '.pmnames')
    throw new UsageError(
      msg('A cache of names ends in .pmnames. Write --output {0}.pmnames.', options.output ?? ''),
    );
  const name =
    options.name ?? nameAfter(output === undefined ? (sources[0] ?? '') : basename(output, '.pmnames'));
  if (!isCacheName(name))
    throw new UsageError(
      msg(
        '“{0}” cannot be the name of a cache. Take letters, digits, “-”, “_” and “.”, at most 64, without “.pmnames” at the end.',
        name,
      ),
    );
  if (output !== undefined && sources.some((source) => source === output || source === dirname(output)))
    throw new UsageError(msg('The cache would take the place of a source. Give --output another name.'));
  return {
    sources,
    name,
    output: output ?? cachePath(name),
    ...(options.from === 'auto' ? {} : { from: options.from }),
    choice: choiceOf(options),
  };
}

function choiceOf({ languages, types, typeMap }: EntitiesImportOptions): NameChoice {
  const codes = languages?.map((written) => {
    const code = languageOf(written);
    if (code === undefined)
      throw new UsageError(
        msg('“{0}” is no language code. Write --languages id,vi,en, for example.', written),
      );
    return code;
  });
  return {
    ...(codes === undefined ? {} : { languages: codes }),
    ...(types === undefined ? {} : { types }),
    ...(typeMap.size === 0 ? {} : { typeMap: [...typeMap] }),
  };
}
