import { link, mkdir, realpath, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { URI } from 'vscode-uri';
import type { FileChange, Replaced } from '../service/ports.ts';
import { userFolder } from './diskCache.ts';
import { Journal, type JournalEntry } from './journal.ts';
import { holds, isInside, linkNew, lockFile, realPathOf, temporaryName, writeFresh } from './writeFile.ts';

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
  await Journal.recover(journals, root);
  const made: string[] = [];
  const steps: Step[] = [];
  const releases: (() => Promise<void>)[] = [];
  let at = changes[0];
  try {
    for (const change of inOrder(changes)) {
      at = change;
      const target = await targetOf(root, change, made);
      if (target === undefined) return refused(change, 'outside');
      const step = {
        change,
        target,
        fresh: temporaryName(target),
        old: temporaryName(target),
        isNew: change.before === undefined,
      };
      steps.push(step);
    }
    await inBatches(steps, async ({ change, target, fresh, isNew }) => {
      at = change;
      await writeFresh(fresh, change.after, target, !isNew);
    });
    // In the order of their names: two of us that want the same files wait for each other once.
    for (const { change, target } of steps) {
      at = change;
      releases.push(await lockFile(target));
    }
    for (const { change, target } of steps)
      if (!(await holds(target, change.before))) return refused(change, 'changed');
    const failed = await inPlace(steps, journals, root, placing);
    if (!failed) made.length = 0;
    return failed ?? { ok: true };
  } catch (error) {
    if (!at) throw error;
    return refused(at, 'failed', error);
  } finally {
    for (const { fresh } of steps) await rm(fresh, { force: true });
    for (const release of releases) await release().catch(() => undefined);
    // Only those in which nothing was left.
    for (const empty of made.toReversed()) await rmdir(empty).catch(() => undefined);
  }
}

/** Files that are written to the disk at once. */
const AT_ONCE = 16;

/** Does the work for some at a time; fails where one fails, once all that were begun are done. */
async function inBatches<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  for (let i = 0; i < all.length; i += AT_ONCE) {
    const done = await Promise.allSettled(all.slice(i, i + AT_ONCE).map(work));
    const failed = done.find((d) => d.status === 'rejected');
    if (failed) throw failed.reason;
  }
}

/** Puts the new contents in place; puts the old ones back where that fails. */
async function inPlace(
  steps: readonly Step[],
  journals: string,
  root: string,
  placing: Placing,
): Promise<Replaced | undefined> {
  const journal = await Journal.begin(journals, root, steps);
  const done: Step[] = [];
  try {
    for (const step of steps) {
      done.push(step);
      const failed = await place(step, placing).catch((error: unknown) =>
        refused(step.change, 'failed', error),
      );
      if (!failed) continue;
      for (const one of done.toReversed()) await Journal.putBack(one);
      return failed;
    }
    for (const { old } of steps) await rm(old, { force: true });
    return undefined;
  } finally {
    await journal.end();
  }
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

/** The real path of a file below the folder, whose folders are made where they are missing; undefined where it lies outside. */
async function targetOf(root: string, { uri }: FileChange, made: string[]): Promise<string | undefined> {
  const path = URI.parse(uri).fsPath;
  const missing: string[] = [];
  let above = dirname(path);
  for (; ; above = dirname(above)) {
    const real = await realpath(above).catch(() => undefined);
    if (real !== undefined) {
      if (!isInside(root, real)) return undefined;
      break;
    }
    missing.push(above);
    if (above === dirname(above)) return undefined;
  }
  for (const folder of missing.toReversed()) {
    await mkdir(folder);
    made.push(folder);
  }
  const target = await realPathOf(path);
  return isInside(root, target) ? target : undefined;
}

function folderPath(folder: string): string {
  const path = URI.parse(folder).fsPath;
  return path.length > 1 && path.endsWith(sep) ? path.slice(0, -1) : path;
}

function refused({ uri }: FileChange, why: 'changed' | 'outside' | 'failed', error?: unknown): Replaced {
  if (error === undefined) return { ok: false, uri, why };
  return { ok: false, uri, why, detail: error instanceof Error ? error.message : String(error) };
}
