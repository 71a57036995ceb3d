import { basename, resolve } from 'node:path';
import type { Part } from '../../core/datasets/parts.ts';
import type { SplitMethod } from '../../core/datasets/split.ts';
import type { Alignment } from '../../core/formats/format.ts';
import { formatMessage, msg } from '../../core/message.ts';
import { diskOutput } from '../../disk/output.ts';
import { type Exported, exportDataset, refuseEmpty } from '../../service/datasets/exporting.ts';
import { plannedExport } from '../../service/datasets/exportPlan.ts';
import { ExportRefused } from '../../service/datasets/exportRefused.ts';
import type { ExportRequest } from '../../service/datasets/exportRequest.ts';
import { exportToFolder, summaryOfExport } from '../../service/datasets/exportToFolder.ts';
import { Cancelled } from '../../service/ports.ts';
import { articlePaths } from '../articlePaths.ts';
import { describeExport } from '../describeExport.ts';
import { uriOf } from '../disk.ts';
import type { Io } from '../io.ts';
import { readSplit } from '../keptSplit.ts';
import { type Report, showReport } from '../reporters/exporting.ts';
import { Session } from '../session.ts';
import { keepHeapSmall } from '../smallHeap.ts';
import { stdoutSink } from '../stdoutSink.ts';
import { EXIT, type ExitCode, UsageError } from '../usageError.ts';
import { plannedSentences } from './exportSentences.ts';

export interface ExportOptions {
  readonly to: string;
  /** A folder, or `-` for standard output. */
  readonly out?: string;
  readonly layer?: string;
  readonly align: Alignment;
  readonly option: ReadonlyMap<string, string>;
  readonly label?: readonly string[];
  readonly language?: readonly string[];
  readonly done?: boolean;
  readonly empty: 'done' | 'keep' | 'drop';
  readonly review: 'keep' | 'drop';
  readonly split?: readonly Part[];
  readonly seed: string;
  readonly splitMethod: SplitMethod;
  readonly keepSplit?: string;
  readonly nearDuplicate?: number;
  readonly name?: string;
  readonly strict?: boolean;
  readonly keepGoing?: boolean;
  readonly dryRun?: boolean;
  readonly resume?: boolean;
  readonly force?: boolean;
  readonly sentences?: boolean;
  readonly negatives?: number;
  readonly card: boolean;
  readonly check?: boolean;
  readonly format: 'pretty' | 'json';
}

/** `pressmark export --to FORMAT [paths] --out FOLDER`: annotations for other tools, and what these cannot hold. */
export async function exportDatasets(
  io: Io,
  paths: readonly string[],
  options: ExportOptions,
): Promise<ExitCode> {
  if (options.sentences) {
    const planned = await plannedSentences(io, paths, options);
    return planned ? stoppable(io, options, (run) => planned.carryOut(run)) : EXIT.failed;
  }
  checkCall(options);
  keepHeapSmall();
  const session = new Session(io, paths);
  const uris = await articlePaths(session, paths);
  session.workspace.corpus.releaseListing();
  if (session.failed) return EXIT.failed;
  const request = await plannedExport(session.workspace, uris, {
    to: options.to,
    name: nameOf(io, options),
    ...(options.layer === undefined ? {} : { layer: options.layer }),
    align: options.align,
    options: options.option,
    review: options.review,
    empty: options.empty,
    done: options.done === true,
    ...(options.language ? { languages: options.language } : {}),
    ...(options.label ? { labels: options.label } : {}),
    ...(options.split ? { split: await splitOf(io, options, options.split) } : {}),
    keepGoing: options.keepGoing === true,
    strict: options.strict === true,
  });
  if ('refused' in request) throw new UsageError(request.refused);
  for (const uri of uris) await session.tellProject(await session.workspace.projects.of(uri));
  if (session.failed) return EXIT.failed;
  return stoppable(io, options, (run) => carryOut(session, request, options, run));
}

interface Run {
  readonly cancel: { isCancellationRequested: boolean };
  readonly progress: (phase: 'looking' | 'writing', done: number, all: number) => void;
}

async function carryOut(
  session: Session,
  request: ExportRequest,
  options: ExportOptions,
  run: Run,
): Promise<ExitCode> {
  const { io, workspace } = session;
  const { out = '-' } = options;
  if (options.dryRun || out === '-') {
    // Nothing that was printed can be taken back: what may make it fail is tried before.
    const first = options.dryRun || options.strict || !options.keepGoing;
    const sink = options.dryRun ? NOWHERE : stdoutSink(io);
    const tried = first ? await exportDataset(workspace, request, NOWHERE, run) : undefined;
    if (tried) refuseEmpty(tried);
    const outcome = tried ? outcomeOf(tried, request) : 'written';
    const isDone = options.dryRun || outcome !== 'written';
    const exported = tried && isDone ? tried : await exportDataset(workspace, request, sink, run);
    refuseEmpty(exported);
    const summary = summaryOfExport(request, exported, []);
    const onto = options.dryRun ? 'result' : 'message';
    return report(session, { ...exported, outcome, summary, dryRun: options.dryRun === true }, options, onto);
  }
  const folder = uriOf(resolve(io.cwd, out));
  const { force = false, resume = false } = options;
  const { card, check = false } = options;
  const describe = describeExport(session, request, { card, check, cancel: run.cancel });
  const done = await exportToFolder(
    workspace,
    diskOutput,
    request,
    { folder, ...describe, force, resume },
    run,
  );
  return report(session, { ...done, folder: out, dryRun: false }, options, 'result');
}

const NOWHERE = { write: async () => undefined };

function outcomeOf({ obstacles, pass }: Exported, request: ExportRequest): Report['outcome'] {
  if (obstacles.length > 0 && !request.keepGoing) return 'unreadable';
  return request.strict && pass.isLossy ? 'lossy' : 'written';
}

async function report(
  session: Session,
  told: Report,
  { format }: ExportOptions,
  onto: 'result' | 'message',
): Promise<ExitCode> {
  const { io } = session;
  for (const { uri, message } of told.obstacles) session.fail(uri, message);
  if (told.moreObstacles > 0)
    io.tell(formatMessage(msg('{0} more files cannot be read.', told.moreObstacles)));
  await showReport(io, told, format, onto);
  if (session.failed) return EXIT.failed;
  return told.outcome === 'lossy' ? EXIT.found : EXIT.clean;
}

function checkCall({
  negatives,
  out,
  dryRun,
  resume,
  force,
  splitMethod,
  keepSplit,
  split,
}: ExportOptions): void {
  if (negatives !== undefined) throw new UsageError(msg('--negatives goes with --sentences.'));
  if (out === undefined && !dryRun)
    throw new UsageError(msg('Say where to write it (--out), or only ask what would be lost (--dry-run).'));
  if (out === '-' && split && !dryRun)
    throw new UsageError(msg('A dataset of several parts cannot go to standard output: name a folder.'));
  if (out === '-' && (resume || force))
    throw new UsageError(msg('--resume and --force are about a folder: name one with --out.'));
  if (resume && force)
    throw new UsageError(msg('--resume goes on with an export, --force begins it anew: choose one of them.'));
  if (!split && (keepSplit !== undefined || splitMethod !== 'stratified'))
    throw new UsageError(msg('--split-method and --keep-split go with --split.'));
}

function nameOf(io: Io, { name, out }: ExportOptions): string {
  return name ?? basename(resolve(io.cwd, out === undefined || out === '-' ? '.' : out));
}

async function splitOf(
  io: Io,
  options: ExportOptions,
  parts: readonly Part[],
): Promise<ExportRequest['split'] & object> {
  const { seed, splitMethod: method, keepSplit, nearDuplicate } = options;
  const keep = keepSplit === undefined ? {} : { keep: await readSplit(resolve(io.cwd, keepSplit)) };
  const near = nearDuplicate === undefined ? {} : { threshold: nearDuplicate };
  return { parts, seed, method, ...keep, ...near };
}

/** Runs an export that Ctrl+C stops, so that it says how it can go on. */
async function stoppable(
  io: Io,
  { out = '-', resume }: ExportOptions,
  carryOut: (run: Run) => Promise<ExitCode>,
): Promise<ExitCode> {
  const cancel = { isCancellationRequested: false };
  const stop = () => {
    cancel.isCancellationRequested = true;
  };
  process.once('SIGINT', stop);
  try {
    const progress = (phase: 'looking' | 'writing', done: number, all: number) =>
      io.status(`${phase}: ${done}/${all} articles`);
    return await carryOut({ cancel, progress });
  } catch (error) {
    if (error instanceof ExportRefused) throw new UsageError(error.told);
    if (error instanceof Cancelled) {
      io.tell(formatMessage(msg('Stopped. Go on with the same command and --resume.')));
      return EXIT.failed;
    }
    if (isOfDisk(error)) {
      io.tell(formatMessage(msg('{0} could not be written: {1}.', out, error.message)));
      if (!resume && out !== '-')
        io.tell(formatMessage(msg('Once that is mended, go on with the same command and --resume.')));
      return EXIT.failed;
    }
    throw error;
  } finally {
    process.removeListener('SIGINT', stop);
    io.status('');
  }
}

function isOfDisk(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
