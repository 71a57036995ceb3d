import { link, mkdir, realpath, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { URI } from 'vscode-uri';
import type { FileChange, Replaced } from '../service/ports.ts';
import { userFolder } from './diskCache.ts';
import { contentHash, Journal, type JournalEntry } from './journal.ts';
import {
  holds,
  isCode,
  isInside,
  linkNew,
  lockFiles,
  realPathOf,
  temporaryName,
  writeFresh,
} from './writeFile.ts';

/** What can fail when a file is put in place; tests let it fail. */
export interface Placing {
  rename(from: string, to: string): Promise<void>;
  linkNew(from: string, to: string): Promise<'written' | 'changed' | 'outside'>;
}

const DISK: Placing = { rename, linkNew };

/** A change, where it is made, and the files of ours beside it. */
interface Step extends JournalEntry {
  readonly change: FileChange;
}

/**
 * Makes all changes below a folder, or none of them. New contents are first written beside their files; then nobody
 * else of ours may write any of these, all are compared with what they held, and only then each is put in place. When
 * one fails, those before it are put back. Should the process die in between, the next call for that folder puts them
 * back, by a journal in the user's cache folder (`journals`).
 */
export async function replaceAll(
  folder: string,
  changes: readonly FileChange[],
  journals = join(userFolder(), 'journals'),
  placing: Placing = DISK,
): Promise<Replaced> {
  const root = await realpath(folderPath(folder));
  const [first] = changes;
  // What was planned may rest on files that are gone now, also where it does not change these, or nothing at all.
  if (await Journal.recover(journals, root)) return refused(first ?? { uri: folder }, 'changed');
  if (!first) return { ok: true };
  const made: string[] = [];
  const steps: Step[] = [];
  const targets = new Set<string>();
  const folders = new Set<string>();
  let journal: Journal | undefined;
  const releases: (() => Promise<void>)[] = [];
  let at = first;
  try {
    for (const change of inOrder(changes)) {
      at = change;
      const target = await targetOf(root, change, made, folders);
      if (target === undefined) return refused(change, 'outside');
      if (targets.has(target)) return refused(change, 'twice');
      targets.add(target);
      const step = {
        change,
        target,
        fresh: temporaryName(target),
        old: temporaryName(target),
        isNew: change.before === undefined,
        hash: contentHash(change.after),
      };
      steps.push(step);
    }
    journal = await Journal.begin(journals, root, steps);
    const refusal = await inBatches(steps, ({ change, target, fresh, isNew }) =>
      writeFresh(fresh, change.after, target, !isNew).then(
        () => undefined,
        (error) => (isNew || !isCode(error, 'ENOENT') ? failure(change, error) : refused(change, 'changed')),
      ),
    );
    if (refusal) return refusal;
    // In the order of their names: two of us that want the same files wait for each other once.
    for (const some of batches(steps)) {
      await lockFiles(
        some.map((s) => s.target),
        releases,
        (file) => {
          at = some.find((s) => s.target === file)?.change ?? at;
        },
      );
    }
    const changed = await inBatches(steps, async ({ change, target }) =>
      (await holds(target, change.before)) ? undefined : refused(change, 'changed'),
    );
    if (changed) return changed;
    const failed = await inPlace(steps, journal, placing);
    if (!failed) made.length = 0;
    return failed ?? { ok: true };
  } catch (error) {
    return failure(at, error);
  } finally {
    await inBatches(steps, ({ fresh }) => removed(fresh));
    await journal?.end();
    await inBatches(releases, (release) =>
      release().then(
        () => undefined,
        () => undefined,
      ),
    );
    // Only those in which nothing was left.
    for (const empty of made.toReversed()) await rmdir(empty).catch(() => undefined);
  }
}

/** Files that are worked on at once. */
const AT_ONCE = 16;

function batches<T>(all: readonly T[]): T[][] {
  const some: T[][] = [];
  for (let i = 0; i < all.length; i += AT_ONCE) some.push(all.slice(i, i + AT_ONCE));
  return some;
}

/** Does the work for some at a time, up to those among which one gives a refusal: the first of these. */
async function inBatches<T>(
  all: readonly T[],
  work: (one: T) => Promise<Replaced | undefined>,
): Promise<Replaced | undefined> {
  for (const some of batches(all)) {
    const done = await Promise.allSettled(some.map(work));
    for (const one of done) {
      if (one.status === 'rejected') throw one.reason;
      if (one.value) return one.value;
    }
  }
  return undefined;
}

/** Puts the new contents in place; puts the old ones back where that fails. */
async function inPlace(
  steps: readonly Step[],
  journal: Journal,
  placing: Placing,
): Promise<Replaced | undefined> {
  const begun: Step[] = [];
  await journal.placing();
  for (const step of steps) {
    begun.push(step);
    const failed = await place(step, placing).catch((error: unknown) => failure(step.change, error));
    if (!failed) continue;
    const back = await Promise.allSettled(begun.map((one) => Journal.putBack(one)));
    if (back.some((b) => b.status === 'rejected')) journal.leave();
    return failed;
  }
  await journal.placed();
  await inBatches(steps, ({ old }) => removed(old));
  return undefined;
}

async function removed(path: string): Promise<undefined> {
  await rm(path, { force: true });
}

async function place(
  { change, target, fresh, old, isNew }: Step,
  placing: Placing,
): Promise<Replaced | undefined> {
  if (isNew) {
    const written = await placing.linkNew(fresh, target);
    return written === 'written' ? undefined : refused(change, 'changed');
  }
  // The old content keeps a name, so that it can be put back in one step.
  await link(target, old).catch(() => writeFresh(old, change.before ?? '', target, true));
  await placing.rename(fresh, target);
  return undefined;
}

function inOrder(changes: readonly FileChange[]): FileChange[] {
  return changes.toSorted((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
}

/**
 * The real path of a file below the folder, whose folders are made where they are missing; undefined where it lies
 * outside. `known`: folders that are there and inside.
 */
async function targetOf(
  root: string,
  { uri }: FileChange,
  made: string[],
  known: Set<string>,
): Promise<string | undefined> {
  const path = URI.parse(uri).fsPath;
  const own = dirname(path);
  if (!known.has(own) && !(await isMade(root, own, made))) return undefined;
  known.add(own);
  const target = await realPathOf(path);
  return isInside(root, target) ? target : undefined;
}

/** Makes a folder, and those above it, where they are missing; false where it would lie outside. */
async function isMade(root: string, own: string, made: string[]): Promise<boolean> {
  const missing: string[] = [];
  for (let above = own; ; above = dirname(above)) {
    const real = await realpath(above).catch(() => undefined);
    if (real !== undefined) {
      if (!isInside(root, real)) return false;
      break;
    }
    missing.push(above);
    if (above === dirname(above)) return false;
  }
  for (const folder of missing.toReversed()) {
    await mkdir(folder);
    made.push(folder);
  }
  return true;
}

function folderPath(folder: string): string {
  const path = URI.parse(folder).fsPath;
  return path.length > 1 && path.endsWith(sep) ? path.slice(0, -1) : path;
}

function refused({ uri }: Pick<FileChange, 'uri'>, why: Exclude<Replaced, { ok: true }>['why']): Replaced {
  return { ok: false, uri, why };
}

function failure({ uri }: FileChange, error: unknown): Replaced {
  return { ok: false, uri, why: 'failed', detail: error instanceof Error ? error.message : String(error) };
}
