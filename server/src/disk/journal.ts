import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, truncate } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { isInside, lockFile, readOptional } from './writeFile.ts';

/** A file that is to be replaced, and the names beside it under which its contents are kept meanwhile. */
export interface JournalEntry {
  readonly target: string;
  /** The new content. */
  readonly fresh: string;
  /** What it held; not there before its turn has come. */
  readonly old: string;
  /** True where there was no such file. */
  readonly isNew: boolean;
  /** `contentHash` of the new content. */
  readonly hash: string;
}

/** Who keeps a journal: a number of a process may have been another one's before, and be one on another machine. */
interface Keeper {
  readonly process: number;
  readonly run: string;
  readonly host: string;
}

interface JournalFile extends Keeper {
  readonly folder: string;
  readonly entries: readonly JournalEntry[];
}

const OWN_NAME = /^\.pressmark-\d+-[0-9a-f]{12}\.tmp$/;
const JOURNAL_NAME = /^\d+-[0-9a-f]{12}(-tidy)?\.json$/;
/** Whoever keeps a journal on another machine is no longer at it after so long. */
const ELSEWHERE_MS = 3_600_000;
const SELF: Keeper = { process: process.pid, run: randomBytes(8).toString('hex'), host: hostname() };

/**
 * What is under way in a folder, on the disk, so that a process that dies leaves nothing half done for good. Its name
 * says how far it is: `-tidy` while no file is touched yet, and again once all are in place; then only what stands
 * beside the files is taken away. In between everything is put back.
 */
export class Journal {
  private file: string | undefined;

  private constructor(file: string | undefined) {
    this.file = file;
  }

  /** Writes down what is going to be done. Where nothing can be kept there is no journal, and the work goes on. */
  static async begin(journals: string, folder: string, steps: readonly JournalEntry[]): Promise<Journal> {
    const file = join(journals, `${process.pid}-${randomBytes(6).toString('hex')}-tidy.json`);
    const entries = steps.map(({ target, fresh, old, isNew, hash }) => ({ target, fresh, old, isNew, hash }));
    const content: JournalFile = { folder, ...SELF, entries };
    try {
      await mkdir(journals, { recursive: true, mode: 0o700 });
      const handle = await open(file, 'wx', 0o600);
      try {
        await handle.writeFile(JSON.stringify(content));
        await handle.sync();
      } finally {
        await handle.close();
      }
      return new Journal(file);
    } catch {
      await rm(file, { force: true }).catch(() => undefined);
      return new Journal(undefined);
    }
  }

  /** From now on files are put in place. */
  placing(): Promise<void> {
    return this.renamed((file) => file.replace(/-tidy\.json$/, '.json'));
  }

  /** All of them are: nothing is put back any more. */
  placed(): Promise<void> {
    return this.renamed((file) => file.replace(/\.json$/, '-tidy.json'));
  }

  /** Nothing is under way any more. */
  async end(): Promise<void> {
    const { file } = this;
    this.file = undefined;
    if (file !== undefined) await rm(file, { force: true }).catch(() => emptied(file));
  }

  /** Something could not be put back: it is tried again once this process is gone. */
  leave(): void {
    this.file = undefined;
  }

  private async renamed(name: (file: string) => string): Promise<void> {
    const { file } = this;
    if (file === undefined) return;
    const next = name(file);
    try {
      await rename(file, next);
      this.file = next;
    } catch {
      await this.end();
    }
  }

  /**
   * Puts back what processes that died left half done in a folder; true where files may be others now. What cannot be
   * put back yet is for the next time.
   */
  static async recover(journals: string, folder: string): Promise<boolean> {
    let isOther = false;
    const names = await readdir(journals).catch(() => []);
    for (const name of names) {
      const kind = JOURNAL_NAME.exec(name);
      const file = join(journals, name);
      const journal = kind ? await readJournal(file) : undefined;
      if (journal?.folder !== folder || (await isKept(journal, file))) continue;
      const entries = journal.entries.toReversed().filter((entry) => isSafe(entry, folder));
      const onlyTidy = kind?.[1] !== undefined;
      try {
        for (const entry of entries) {
          await recovered(entry, onlyTidy);
          if (!onlyTidy) isOther = true;
        }
        await rm(file, { force: true });
      } catch {
        // Somebody is at one of the files, or may not write it.
      }
    }
    return isOther;
  }

  /** Takes away what stands beside a file. */
  static async tidy({ fresh, old }: JournalEntry): Promise<void> {
    await rm(fresh, { force: true });
    await rm(old, { force: true });
  }

  /**
   * Puts back what a file held, if it was replaced already, and takes away what stands beside it. What somebody has
   * written since stays: it began with what was put in place, and is newer.
   */
  static async putBack(entry: JournalEntry): Promise<void> {
    const { target, fresh, old, isNew, hash } = entry;
    if (isNew) {
      if (await isPlaced(entry)) await rm(target, { force: true });
    } else {
      const now = await readOptional(target);
      // Without an old content its turn had not come.
      if (now === undefined || contentHash(now) === hash) await rename(old, target).catch(() => undefined);
    }
    await Journal.tidy({ target, fresh, old, isNew, hash });
  }
}

/** SHA-256 of a content, hexadecimal. */
export function contentHash(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** No other writer of ours may be at the file; a lock that the dead one left goes with that. */
async function recovered(entry: JournalEntry, onlyTidy: boolean): Promise<void> {
  const release = await lockFile(entry.target).catch((error: unknown) => {
    // Without its folder there is nothing left of it.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!release) return;
  try {
    await (onlyTidy ? Journal.tidy(entry) : Journal.putBack(entry));
  } finally {
    await release();
  }
}

/** A journal that cannot be removed says nothing at least. */
async function emptied(file: string): Promise<void> {
  await truncate(file).catch(() => undefined);
}

async function readJournal(file: string): Promise<JournalFile | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    return isJournal(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isJournal(value: unknown): value is JournalFile {
  if (typeof value !== 'object' || value === null || !hasTexts(value, ['folder', 'run', 'host']))
    return false;
  return 'entries' in value && typeof Reflect.get(value, 'process') === 'number' && isEntries(value.entries);
}

function isEntries(value: unknown): value is readonly JournalEntry[] {
  return Array.isArray(value) && value.every((e) => typeof e === 'object' && e !== null && isEntry(e));
}

function isEntry(entry: object): boolean {
  const named = hasTexts(entry, ['target', 'fresh', 'old', 'hash']);
  return named && typeof Reflect.get(entry, 'isNew') === 'boolean';
}

function hasTexts(value: object, keys: readonly string[]): boolean {
  return keys.every((key) => typeof Reflect.get(value, key) === 'string');
}

/** Nothing but names of ours, beside the file, in the folder. */
function isSafe({ target, fresh, old }: JournalEntry, folder: string): boolean {
  const isOurs = (name: string) => OWN_NAME.test(basename(name)) && dirname(name) === dirname(target);
  return isInside(folder, target) && isOurs(fresh) && isOurs(old);
}

/** True where a new file is still what was put in place: by a second name, or by taking its own one away. */
async function isPlaced({ fresh, target, hash }: JournalEntry): Promise<boolean> {
  const [first, second] = await Promise.all([fresh, target].map((p) => stat(p).catch(() => undefined)));
  if (first && second) {
    const isOne = first.ino === second.ino && first.dev === second.dev;
    if (!isOne) return false;
  }
  const now = await readOptional(target);
  return now !== undefined && contentHash(now) === hash;
}

/** True where whoever keeps a journal may still be at it. */
async function isKept({ process: id, run, host }: Keeper, file: string): Promise<boolean> {
  if (host !== SELF.host) {
    const written = await stat(file).catch(() => undefined);
    return written !== undefined && Date.now() - written.mtimeMs < ELSEWHERE_MS;
  }
  return id === SELF.process ? run === SELF.run : isAlive(id);
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
