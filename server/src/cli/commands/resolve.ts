import { realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve as resolvePath, sep } from 'node:path';
import { hasConflict } from '../../core/annotations/conflict.ts';
import { mergeSidecars } from '../../core/annotations/merge3.ts';
import { articleOfSidecar } from '../../core/annotations/sidecarNames.ts';
import { formatMessage, type Message, msg } from '../../core/message.ts';
import { revisionOf } from '../../core/text/revision.ts';
import { readOptional, writeAtomically } from '../../disk/writeFile.ts';
import { stageFile, type UnmergedFile, undertakingIn, unmergedFiles } from '../../git/stages.ts';
import { repositoryAt } from '../../git/workingTree.ts';
import type { Io } from '../io.ts';
import { type SideNames, sideNames, tellReport } from '../mergeReport.ts';
import { isEdited, isEmptied, type Resolved, resolveMarkers, versionsOf } from '../resolving.ts';
import { sidecarText } from '../sidecarText.ts';
import { EXIT, type ExitCode, UsageError } from '../usageError.ts';

export interface ResolveOptions {
  /** False: the files are written, and git is not told. */
  readonly add: boolean;
  /** Merges anew from what git has, whatever the file says now. */
  readonly fromIndex?: boolean;
}

/** What a run works on. */
interface Run {
  readonly io: Io;
  readonly root: string;
  readonly names: SideNames;
  readonly options: ResolveOptions;
}

/** `pressmark resolve [files]`: merges the sidecars that git could not, from what git's index holds of both sides. */
export async function resolve(io: Io, paths: readonly string[], options: ResolveOptions): Promise<ExitCode> {
  const found = await repositoryAt(io.cwd);
  const root = 'root' in found ? found.root : undefined;
  const unmerged = root === undefined ? [] : await unmergedFiles(root);
  const undertaking = root === undefined ? 'other' : await undertakingIn(root);
  const run: Run = { io, root: root ?? io.cwd, names: sideNames(undertaking), options };
  io.mustFinish = true;
  const codes: ExitCode[] = [];
  for (const file of wanted(run, paths, unmerged)) {
    codes.push('path' in file ? await fromIndex(run, file) : await fromMarkers(run, file.file));
  }
  if (codes.length === 0) io.tell(formatMessage(msg('There is no unmerged annotation file here.')));
  return codes.includes(EXIT.failed) ? EXIT.failed : codes.includes(EXIT.found) ? EXIT.found : EXIT.clean;
}

/** The files that are named, or all sidecars that git could not merge. */
function wanted(
  { io, root }: Run,
  paths: readonly string[],
  unmerged: readonly UnmergedFile[],
): (UnmergedFile | { readonly file: string })[] {
  if (paths.length === 0) return unmerged.filter(({ path }) => articleOfSidecar(path));
  return paths.map((path) => {
    const file = realFile(resolvePath(io.cwd, path));
    const place = relative(root, file).split(sep).join('/');
    if (!articleOfSidecar(place)) throw new UsageError(msg('{0} is no file of annotations.', path));
    return unmerged.find((u) => u.path === place) ?? { file };
  });
}

/** The path without links in its folders, as git names it. */
function realFile(file: string): string {
  try {
    return join(realpathSync(dirname(file)), basename(file));
  } catch {
    return file;
  }
}

async function fromIndex(run: Run, { path, base, ours, theirs }: UnmergedFile): Promise<ExitCode> {
  const file = join(run.root, path);
  const shown = shownPath(run, file);
  if (!ours && !theirs) {
    tell(run, shown, msg('Both sides deleted or renamed this file: tell git which, with git rm or git add.'));
    return EXIT.found;
  }
  const versions = versionsOf(base, ours, theirs);
  if (!versions) return failed(run, shown, notUtf8());
  const revision = await articleRevision(file);
  const merged = mergeSidecars(versions.base, versions.ours, versions.theirs, revision);
  if (!merged.ok) return failed(run, shown, merged.reason);
  const before = await readOptional(file);
  const now = before && sidecarText(before);
  const isWorkedOn = before && (now === undefined || isEdited(now, versions, merged.text));
  if (isWorkedOn && !run.options.fromIndex) {
    tell(
      run,
      shown,
      msg(
        'This file was edited since git stopped, and was left as it is. When it is right, add it to git; with --from-index it is merged anew, and the edits are lost.',
      ),
    );
    return EXIT.found;
  }
  const isGone = (!ours || !theirs) && isEmptied(merged.text);
  if (isGone) await rm(file, { force: true });
  else if (!(await write(run, file, merged.text, before))) return failed(run, shown, notWritten());
  return finished(run, file, path, merged);
}

async function fromMarkers(run: Run, file: string): Promise<ExitCode> {
  const shown = shownPath(run, file);
  const before = await readOptional(file);
  if (!before) throw new UsageError(msg('There is no file {0}.', shown));
  const now = sidecarText(before);
  if (now === undefined) return failed(run, shown, notUtf8());
  if (!hasConflict(now)) {
    tell(run, shown, msg('Nothing to resolve: git has merged this file, and no conflict markers are in it.'));
    return EXIT.clean;
  }
  const { revision } = await articleRevision(file);
  const merged = resolveMarkers(now, revision);
  if (!merged.ok) return failed(run, shown, merged.reason);
  if (!(await write(run, file, merged.text, before))) return failed(run, shown, notWritten());
  return finished(run, file, undefined, merged);
}

/** Tells what became of a file; `path` is given where git waits for it. */
async function finished(
  run: Run,
  file: string,
  path: string | undefined,
  merged: Extract<Resolved, { ok: true }>,
): Promise<ExitCode> {
  const shown = shownPath(run, file);
  tellReport(run.io, shown, merged, run.names);
  if (merged.conflicts.length > 0) return EXIT.found;
  if (path === undefined || !run.options.add) {
    tell(run, shown, msg('Merged. Nothing is left to decide.'));
    return EXIT.clean;
  }
  const staged = await stageFile(run.root, path);
  if (!staged.ok) return failed(run, shown, msg('Merged, but git could not add the file: {0}', staged.said));
  tell(run, shown, msg('Merged, and added to git. Nothing is left to decide.'));
  return EXIT.clean;
}

async function write(
  { root }: Run,
  file: string,
  text: string,
  before: Uint8Array | undefined,
): Promise<boolean> {
  return (await writeAtomically(file, text, before, root)) === 'written';
}

/** The revision of the article as it stands on the disk, unless git's markers are in it. */
async function articleRevision(sidecar: string): Promise<{ readonly revision?: string }> {
  const article = articleOfSidecar(sidecar.split(sep).join('/'))?.article;
  const bytes = article === undefined ? undefined : await readOptional(article);
  const text = bytes && sidecarText(bytes);
  return text === undefined || hasConflict(text) ? {} : { revision: revisionOf(text) };
}

function shownPath({ io }: Run, file: string): string {
  return relative(io.cwd, file).split(sep).join('/');
}

function tell({ io }: Run, shown: string, message: Message): void {
  io.tell(`${shown}: ${formatMessage(message)}`);
}

function failed(run: Run, shown: string, reason: Message): ExitCode {
  tell(run, shown, msg('{0} Nothing was changed.', formatMessage(reason)));
  return EXIT.failed;
}

function notUtf8(): Message {
  return msg('This file is not valid UTF-8. Restore it from git, or save it again as UTF-8.');
}

function notWritten(): Message {
  return msg('The file was changed while it was merged: try again.');
}
