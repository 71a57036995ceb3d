import { basename, resolve } from 'node:path';
import { missingMetadata } from '../../core/datasets/croissant.ts';
import type { Part } from '../../core/datasets/parts.ts';
import type { SplitMethod } from '../../core/datasets/split.ts';
import { formatMessage, msg } from '../../core/message.ts';
import { diskOutput } from '../../disk/output.ts';
import type { ExportRequest } from '../../service/datasets/exportRequest.ts';
import { exportSentences } from '../../service/datasets/sentenceExport.ts';
import { type SentenceFolderExport, sentencesToFolder } from '../../service/datasets/sentenceFolder.ts';
import { plannedSentences as planOf } from '../../service/datasets/sentencePlan.ts';
import { Cancelled } from '../../service/ports.ts';
import { articlePaths } from '../articlePaths.ts';
import { uriOf } from '../disk.ts';
import type { Io } from '../io.ts';
import { readSplit } from '../keptSplit.ts';
import { splitLines } from '../reporters/leaks.ts';
import { sentenceReport } from '../reporters/sentences.ts';
import { Session } from '../session.ts';
import { EXIT, type ExitCode, UsageError } from '../usageError.ts';

/** Those options of `export` that sentences have, too, and their own. */
export interface ExportSentencesOptions {
  readonly to: string;
  readonly out?: string;
  readonly layer?: string;
  readonly language?: readonly string[];
  readonly done?: boolean;
  readonly review: 'keep' | 'drop';
  readonly split?: readonly Part[];
  readonly seed: string;
  readonly splitMethod: SplitMethod;
  readonly keepSplit?: string;
  readonly nearDuplicate?: number;
  readonly name?: string;
  readonly negatives?: number;
  readonly keepGoing?: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly format: 'pretty' | 'json';
}

interface Run {
  readonly cancel: { isCancellationRequested: boolean };
  readonly progress: (phase: 'looking' | 'writing', done: number, all: number) => void;
}

/** What is asked for, once paths and options are known to be right. */
export interface PlannedSentences {
  carryOut(run: Run): Promise<ExitCode>;
}

/** `pressmark export --sentences --to jsonl|csv|parquet [paths] --out FOLDER`: sentences to train a classifier with. */
export async function plannedSentences(
  io: Io,
  paths: readonly string[],
  options: ExportSentencesOptions,
): Promise<PlannedSentences | undefined> {
  const { out, dryRun = false } = options;
  if (!dryRun && (out === undefined || out === '-'))
    throw new UsageError(msg('Say which folder the sentences go to, with --out.'));
  const session = new Session(io, paths, { cache: true });
  const uris = await articlePaths(session, paths);
  if (session.failed) return undefined;
  const split = options.split && (await splitOf(io, options, options.split));
  const planned = await planOf(session.workspace, uris, {
    to: options.to,
    name: options.name ?? basename(resolve(io.cwd, out ?? '.')),
    ...(options.layer === undefined ? {} : { layer: options.layer }),
    review: options.review,
    done: options.done === true,
    ...(options.language ? { languages: options.language } : {}),
    ...(split ? { split } : {}),
    ...(options.negatives === undefined ? {} : { negatives: options.negatives }),
    seed: options.seed,
    keepGoing: options.keepGoing === true,
  });
  if ('refused' in planned) throw new UsageError(planned.refused);
  const request = planned;
  for (const uri of uris) await session.tellProject(await session.workspace.projects.of(uri));
  if (session.failed) return undefined;
  return {
    async carryOut(run) {
      try {
        return await carryOut(run);
      } catch (error) {
        if (!(error instanceof Cancelled)) throw error;
        io.tell(formatMessage(msg('Stopped. Nothing was written.')));
        return EXIT.failed;
      }
    },
  };

  async function carryOut(run: Run): Promise<ExitCode> {
    await session.learn();
    const done: SentenceFolderExport = dryRun
      ? await exportSentences(session.workspace, request, { ...run, write: async () => undefined })
      : await sentencesToFolder(session.workspace, diskOutput, request, {
          ...run,
          folder: uriOf(resolve(io.cwd, out ?? '.')),
          force: options.force === true,
        });
    return report(session, done, options);
  }
}

async function report(
  session: Session,
  done: SentenceFolderExport,
  { format, out, dryRun, keepGoing }: ExportSentencesOptions,
): Promise<ExitCode> {
  const { io } = session;
  for (const { uri, message } of done.obstacles) session.fail(uri, message);
  if (done.obstacles.length > 0 && !keepGoing)
    io.tell(
      formatMessage(
        msg(
          'Nothing was written, since not everything could be read. --keep-going leaves out such articles.',
        ),
      ),
    );
  for (const line of done.facts ? splitLines(done.facts) : []) io.tell(line);
  const missing = done.facts && missingMetadata(done.facts);
  if (missing) io.tell(formatMessage(missing));
  const text = sentenceReport(done, format, dryRun ? undefined : out);
  if (format === 'json') await io.out(text);
  else await io.show(text);
  return session.failed ? EXIT.failed : EXIT.clean;
}

async function splitOf(
  io: Io,
  { seed, splitMethod: method, keepSplit, nearDuplicate }: ExportSentencesOptions,
  parts: readonly Part[],
): Promise<ExportRequest['split'] & object> {
  const keep = keepSplit === undefined ? {} : { keep: await readSplit(resolve(io.cwd, keepSplit)) };
  const near = nearDuplicate === undefined ? {} : { threshold: nearDuplicate };
  return { parts, seed, method, ...keep, ...near };
}
