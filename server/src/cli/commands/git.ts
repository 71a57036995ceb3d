import { join, relative, sep } from 'node:path';
import { formatMessage, type Message, msg } from '../../core/message.ts';
import { type ConfigScope, installDrivers, uninstallDrivers } from '../../git/install.ts';
import { gitPath, repositoryAt } from '../../git/workingTree.ts';
import { addAttributes, removeAttributes } from '../gitAttributes.ts';
import type { Io } from '../io.ts';
import { EXIT, type ExitCode, UsageError } from '../usageError.ts';

export interface GitSetUpOptions {
  /** The drivers in the user's settings, for all repositories. */
  readonly global?: boolean;
  /** The attributes in the repository's own folder, not in the file that is shared. */
  readonly local?: boolean;
}

/** `pressmark git install`: from now on git merges and shows sidecars annotation by annotation. */
export async function gitInstall(io: Io, options: GitSetUpOptions): Promise<ExitCode> {
  const root = await rootOf(io);
  const said = await installDrivers(root, scopeOf(options), {
    runtime: process.execPath,
    script: process.argv[1] ?? '',
  });
  if (said !== undefined) throw new UsageError(msg('Git could not keep its settings: {0}', said));
  await done(io, settings(options));
  const file = await attributesFile(root, options);
  const change = await addAttributes(io, file);
  if (change === 'failed') return EXIT.failed;
  const shown = shownPath(io, file);
  await done(
    io,
    change === 'changed' ? msg('{0}: attributes of *.ann.json', shown) : msg('{0}: as it was', shown),
  );
  if (!options.local) {
    io.tell(
      formatMessage(
        msg(
          'Commit {0}. Git does not share its settings: everybody who merges annotations runs “pressmark git install” once; for everybody else git goes on merging by lines.',
          shown,
        ),
      ),
    );
  }
  return EXIT.clean;
}

/** `pressmark git uninstall`: takes back what `install` did, and nothing else. */
export async function gitUninstall(io: Io, options: GitSetUpOptions): Promise<ExitCode> {
  const root = await rootOf(io);
  const removed = await uninstallDrivers(root, scopeOf(options));
  if (removed.length > 0) await done(io, settings(options));
  for (const local of [false, true]) {
    const file = await attributesFile(root, { local });
    const change = await removeAttributes(io, file);
    if (change === 'failed') return EXIT.failed;
    if (change === 'changed') await done(io, msg('{0}: attributes of *.ann.json', shownPath(io, file)));
  }
  return EXIT.clean;
}

/** The root of the working tree that we are in, or why there is none. */
async function rootOf(io: Io): Promise<string> {
  const found = await repositoryAt(io.cwd);
  if ('root' in found) return found.root;
  if ('bare' in found) {
    throw new UsageError(
      msg(
        'This is a bare repository: it has no files to merge. Run this where the articles are checked out.',
      ),
    );
  }
  throw new UsageError(
    found.missing === 'git'
      ? msg('Git could not be started. Install git, or put it on the PATH.')
      : msg('This folder is not in a git repository. Run “git init” first.'),
  );
}

async function attributesFile(root: string, { local }: GitSetUpOptions): Promise<string> {
  if (!local) return join(root, '.gitattributes');
  const path = await gitPath(root, 'info/attributes');
  if (path === undefined) throw new UsageError(msg('Git does not say where it keeps its own attributes.'));
  return path;
}

function scopeOf({ global }: GitSetUpOptions): ConfigScope {
  return global ? 'global' : 'local';
}

function settings({ global }: GitSetUpOptions): Message {
  return global
    ? msg('your git settings: merge.pressmark, diff.pressmark')
    : msg('this repository’s git settings: merge.pressmark, diff.pressmark');
}

async function done(io: Io, what: Message): Promise<void> {
  await io.show(`${formatMessage(what)}\n`);
}

function shownPath(io: Io, file: string): string {
  return relative(io.cwd, file).split(sep).join('/');
}
