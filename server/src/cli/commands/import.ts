import { resolve } from 'node:path';
import type { UnknownNames } from '../../core/datasets/import/vocabulary.ts';
import { formatMessage, msg } from '../../core/message.ts';
import { carryOutImport } from '../../service/datasets/importCarryOut.ts';
import { readableFormats } from '../../service/datasets/importInput.ts';
import { importDataset } from '../../service/datasets/importing.ts';
import { type ImportPlan, totalOf } from '../../service/datasets/importReport.ts';
import type { ImportRequest, OffsetChoice } from '../../service/datasets/importRequest.ts';
import { NEVER_CANCELLED } from '../../service/ports.ts';
import { uriOf } from '../disk.ts';
import type { Io } from '../io.ts';
import { importOutput, prettyImport, problemLine } from '../reporters/importing.ts';
import { Session } from '../session.ts';
import { EXIT, type ExitCode, UsageError } from '../usageError.ts';

export interface ImportOptions {
  readonly from: string;
  readonly into?: string;
  readonly by?: string;
  readonly mapAnnotator: ReadonlyMap<string, string>;
  readonly map: ReadonlyMap<string, string>;
  readonly unknownLabels: UnknownNames;
  readonly offsets: OffsetChoice;
  readonly option: ReadonlyMap<string, string>;
  readonly dryRun?: boolean;
  readonly format: 'pretty' | 'json';
  /** False: texts that annotations refer to are not kept. */
  readonly cache?: boolean;
}

/** What `--from` is where each file tells. */
export const AUTO = 'auto';

/** `pressmark import`: annotations of other tools' files into the sidecars of a corpus, all of them or none. */
export async function importDatasets(
  io: Io,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ExitCode> {
  const into = resolve(io.cwd, options.into ?? '.');
  const session = new Session(io, [into], options.cache === false ? { cache: false } : {});
  const { workspace } = session;
  await session.tellProject(await workspace.projects.of(`${uriOf(into)}/x`));
  if (session.failed) return EXIT.failed;
  const dryRun = options.dryRun === true;
  // Once files are being replaced, it goes on to its end.
  const plan = await importDataset(
    workspace,
    requestOf(io, paths, into, options),
    NEVER_CANCELLED,
    (done, all, file) => io.status(done < all ? `reading ${file} (${done + 1} of ${all})` : ''),
  );
  for (const problem of [...plan.problems, ...plan.files.flatMap((f) => f.problems)])
    io.tell(problemLine(problem));
  io.mustFinish = true;
  const failure = plan.stopped || dryRun ? undefined : await carryOutImport(workspace, plan);
  if (failure) io.tell(formatMessage(failure));
  const outcome = { imported: !plan.stopped && !dryRun && !failure, dryRun };
  if (options.format === 'json')
    await io.out(`${JSON.stringify(importOutput(plan, outcome), undefined, 1)}\n`);
  else await io.show(prettyImport(io, plan, outcome));
  if (plan.stopped || failure) return EXIT.failed;
  return needsLook(plan) ? EXIT.found : EXIT.clean;
}

/** True where somebody should look at what was, or would be, imported. */
function needsLook(plan: ImportPlan): boolean {
  const { look, differs } = totalOf(plan.files);
  const isLeftOut = plan.files.some((f) => f.notes.some((n) => n.kind === 'leftOut' && n.code !== 'mapped'));
  const problems = [...plan.problems, ...plan.files.flatMap((f) => f.problems)];
  return look + differs > 0 || isLeftOut || problems.some((p) => p.severity !== 'information');
}

function requestOf(io: Io, paths: readonly string[], into: string, options: ImportOptions): ImportRequest {
  const format = readableFormats().find((f) => f.name === options.from);
  if (!format && options.from !== AUTO) {
    const names = readableFormats()
      .map((f) => f.name)
      .join(', ');
    throw new UsageError(msg('“{0}” is no format that can be read. There are: {1}.', options.from, names));
  }
  return {
    sources: paths.map((path) => ({ uri: uriOf(resolve(io.cwd, path)), shown: path.replaceAll('\\', '/') })),
    ...(format ? { format } : {}),
    options: options.option,
    into: uriOf(into),
    ...(options.by === undefined ? {} : { by: options.by }),
    annotators: options.mapAnnotator,
    names: options.map,
    unknownNames: options.unknownLabels,
    offsets: options.offsets,
  };
}
