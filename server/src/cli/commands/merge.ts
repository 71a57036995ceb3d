import { dirname, resolve } from 'node:path';
import { mergeSidecars } from '../../core/annotations/merge3.ts';
import { formatMessage, type Message, msg } from '../../core/message.ts';
import { readOptional, writeAtomically } from '../../disk/writeFile.ts';
import { git } from '../../git/run.ts';
import type { Io } from '../io.ts';
import { sideNames, tellReport } from '../mergeReport.ts';
import { sidecarText } from '../sidecarText.ts';
import { EXIT, type ExitCode, UsageError } from '../usageError.ts';

export interface MergeCommandOptions {
  /** Where to write; absent: standard output. */
  readonly output?: string;
  /** As git calls it: the result goes to OURS, and what cannot be merged gets git's markers. */
  readonly driver?: boolean;
  /** What the file is called in the repository. */
  readonly path?: string;
  /** How many signs git's markers have. */
  readonly markerSize?: string;
}

interface Side {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly text: string | undefined;
}

/** `pressmark merge BASE OURS THEIRS`: three versions of a sidecar as one. */
export async function merge(
  io: Io,
  paths: readonly [string, string, string],
  options: MergeCommandOptions,
): Promise<ExitCode> {
  const [base, ours, theirs] = await Promise.all(paths.map((path) => readSide(io, path)));
  if (!base || !ours || !theirs) return EXIT.failed;
  const shown = options.path ?? ours.path;
  const merged = merge3(base, ours, theirs);
  if (!merged.ok) {
    io.tell(`${shown}: ${formatMessage(merged.reason)}`);
    return options.driver ? mergeByLines(io, shown, [base, ours, theirs], options) : EXIT.failed;
  }
  const target = options.driver ? ours.path : options.output;
  if (target === undefined) await io.out(merged.text);
  else await write(io, target, merged.text);
  tellReport(io, shown, merged, sideNames('other'));
  return merged.conflicts.length > 0 ? EXIT.found : EXIT.clean;
}

function merge3(base: Side, ours: Side, theirs: Side) {
  const notUtf8 = msg('This file is not valid UTF-8. Restore it from git, or save it again as UTF-8.');
  for (const side of [ours, theirs]) {
    if (side.text === undefined) return { ok: false as const, reason: notUtf8 };
  }
  return mergeSidecars(base.text ?? '', ours.text ?? '', theirs.text ?? '');
}

async function readSide(io: Io, path: string): Promise<Side> {
  const bytes = await readOptional(resolve(io.cwd, path));
  if (!bytes) throw new UsageError(msg('There is no file {0}.', path));
  return { path, bytes, text: sidecarText(bytes) };
}

async function write(io: Io, path: string, text: string | Uint8Array): Promise<void> {
  const file = resolve(io.cwd, path);
  const written = await writeAtomically(file, text, await readOptional(file), dirname(file));
  if (written !== 'written') throw new UsageError(msg('{0} could not be written.', path));
}

/** Leaves the file as git would have without us: both versions, between markers. */
async function mergeByLines(
  io: Io,
  shown: string,
  [base, ours, theirs]: readonly [Side, Side, Side],
  { markerSize = '7' }: MergeCommandOptions,
): Promise<ExitCode> {
  const size = /^\d{1,4}$/.test(markerSize) ? markerSize : '7';
  const names = ['ours', 'base', 'theirs'].flatMap((name) => ['-L', name]);
  const files = [ours.path, base.path, theirs.path];
  const args = ['merge-file', '-p', `--marker-size=${size}`, ...names, '--', ...files];
  const { code, stdout, stderr } = await git(io.cwd, args);
  // The number of conflicts; git says 255 where it could do nothing, as with binary files.
  if (code < 0 || code > 127) {
    tell(
      io,
      shown,
      msg('Git could not merge the file by lines either ({0}); ours was left as it is.', stderr.trim()),
    );
    return EXIT.found;
  }
  await write(io, ours.path, stdout);
  const told =
    code === 0
      ? msg('Git merged it by lines instead. Look at the file, then add it to git.')
      : msg('Git’s markers stand around both versions. Correct the file, then add it to git.');
  tell(io, shown, told);
  return EXIT.found;
}

function tell(io: Io, shown: string, message: Message): void {
  io.tell(`${shown}: ${formatMessage(message)}`);
}
