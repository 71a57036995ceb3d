import { randomBytes } from 'node:crypto';
import { link, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { lock } from 'proper-lockfile';

/** What became of a write: `changed` means that somebody else wrote the file in the meantime, and nothing was done. */
export type Written = 'written' | 'changed' | 'outside';

/**
 * Puts `content` in place of a file in one step: nobody ever sees half of it, and a failure leaves the old file whole.
 * `before` is what the file held when the content was computed; undefined where there was none. Links stay links: what
 * they lead to is replaced, with the mode that it had, unless it lies outside `folder`. Throws what the disk throws.
 */
export async function writeAtomically(
  path: string,
  content: string | Uint8Array,
  before: Uint8Array | undefined,
  folder: string,
): Promise<Written> {
  const target = await realPathOf(path);
  if (!isInside(await realpath(folder), target)) return 'outside';
  const fresh = temporaryName(target);
  try {
    await writeFresh(fresh, content, target, before !== undefined);
    return await alone(target, async () => {
      if (!(await holds(target, before))) return 'changed';
      if (before === undefined) return linkNew(fresh, target);
      await rename(fresh, target);
      return 'written';
    });
  } finally {
    await rm(fresh, { force: true });
  }
}

/** True for a path (links resolved) in a folder (links resolved). */
export function isInside(folder: string, path: string): boolean {
  const place = relative(folder, path);
  return place !== '..' && !place.startsWith(`..${sep}`) && !isAbsolute(place);
}

/** A name of ours beside a file, that no other file has. */
export function temporaryName(target: string): string {
  return join(dirname(target), `.pressmark-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
}

/** Writes a new file down to the disk, with the mode of the one that it will replace, if any. */
export async function writeFresh(
  fresh: string,
  content: string | Uint8Array,
  target: string,
  replaces: boolean,
): Promise<void> {
  const mode = replaces ? (await stat(target)).mode & 0o7777 : 0o666;
  const file = await open(fresh, 'wx', mode);
  try {
    await file.writeFile(content);
    if (replaces) await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A writer that died leaves its lock behind; nobody holds one for longer than a comparison and a rename. */
const STALE_MS = 10_000;

/**
 * Runs `write` while no other writer of ours is at the file: between looking at it and replacing it, another one could
 * put its own in place, which would then be lost. The lock is a folder `<file>.lock` beside it.
 */
async function alone<T>(file: string, write: () => Promise<T>): Promise<T> {
  const release = await lockFile(file);
  try {
    return await write();
  } finally {
    await release();
  }
}

/** Waits until no other writer of ours is at a file. Gives what ends that. */
export function lockFile(file: string): Promise<() => Promise<void>> {
  const retries = { retries: 400, factor: 1, minTimeout: 20, maxTimeout: 40, randomize: true };
  return lock(file, { realpath: false, stale: STALE_MS, retries });
}

/**
 * The same for several files at once, in the order in which everybody takes them, so that nobody waits for somebody who
 * waits for them. Gives what ends it for each file; where one cannot be had, `taken` has those that were.
 */
export async function lockFiles(
  files: readonly string[],
  taken: (() => Promise<void>)[],
  waitingFor: (file: string) => void,
): Promise<void> {
  const tries = files.map((file) => lock(file, { realpath: false, stale: STALE_MS }));
  const done = await Promise.allSettled(tries);
  const held = done.flatMap((d) => (d.status === 'fulfilled' ? [d.value] : []));
  if (held.length === files.length) {
    taken.push(...held);
    return;
  }
  await Promise.all(held.map((release) => release()));
  for (const file of files) {
    waitingFor(file);
    taken.push(await lockFile(file));
  }
}

/** Gives a file its name unless another one has taken it. */
export async function linkNew(fresh: string, target: string): Promise<Written> {
  try {
    await link(fresh, target);
    return 'written';
  } catch (error) {
    if (isCode(error, 'EEXIST')) return 'changed';
    // Some file systems have no links.
    await rename(fresh, target);
    return 'written';
  }
}

/** True where a file holds just that; `before` undefined: where there is none. */
export async function holds(path: string, before: Uint8Array | undefined): Promise<boolean> {
  const now = await readOptional(path);
  return before === undefined || now === undefined ? now === before : Buffer.from(before).equals(now);
}

/** The bytes of a file; undefined where there is none. Throws where there is one that cannot be read. */
export async function readOptional(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** The path of a file that may not be there yet, links resolved. Its folder has to be there. */
export async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
    return join(await realpath(dirname(path)), path.slice(dirname(path).length).replace(/^[/\\]/, ''));
  }
}

/** True for what the disk throws with this code. */
export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
