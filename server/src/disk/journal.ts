import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isInside } from './writeFile.ts';

/** A file that is to be replaced, and the names beside it under which its contents are kept meanwhile. */
export interface JournalEntry {
  readonly target: string;
  /** The new content. */
  readonly fresh: string;
  /** What it held; not there before its turn has come. */
  readonly old: string;
  /** True where there was no such file. */
  readonly isNew: boolean;
}

interface JournalFile {
  readonly folder: string;
  readonly process: number;
  readonly entries: readonly JournalEntry[];
}

const OWN_NAME = /^\.pressmark-\d+-[0-9a-f]{12}\.tmp$/;

/** What is under way in a folder, on the disk, so that a process that dies leaves nothing half done for good. */
export class Journal {
  private readonly file: string | undefined;

  private constructor(file: string | undefined) {
    this.file = file;
  }

  /** Writes down what is going to be done. Where nothing can be kept there is no journal, and the work goes on. */
  static async begin(journals: string, folder: string, steps: readonly JournalEntry[]): Promise<Journal> {
    const file = join(journals, `${process.pid}-${randomBytes(6).toString('hex')}.json`);
    const entries = steps.map(({ target, fresh, old, isNew }) => ({ target, fresh, old, isNew }));
    const content: JournalFile = { folder, process: process.pid, entries };
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

  /** Nothing is under way any more. */
  async end(): Promise<void> {
    if (this.file !== undefined) await rm(this.file, { force: true }).catch(() => undefined);
  }

  /** Puts back what processes that died left half done in a folder. */
  static async recover(journals: string, folder: string): Promise<void> {
    const names = await readdir(journals).catch(() => []);
    for (const name of names.filter((n) => /^\d+-[0-9a-f]{12}\.json$/.test(n))) {
      const file = join(journals, name);
      const journal = await readJournal(file);
      if (journal?.folder !== folder || isAlive(journal.process)) continue;
      for (const entry of journal.entries.toReversed())
        if (isSafe(entry, folder)) await Journal.putBack(entry);
      await rm(file, { force: true });
    }
  }

  /** Puts back what a file held, if it was replaced already, and takes away what stands beside it. */
  static async putBack({ target, fresh, old, isNew }: JournalEntry): Promise<void> {
    if (!isNew) {
      // Without an old content its turn had not come.
      await rename(old, target).catch(() => undefined);
    } else if (await isPlaced(fresh, target)) {
      await rm(target, { force: true });
    }
    await rm(fresh, { force: true });
    await rm(old, { force: true });
  }
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
  if (typeof value !== 'object' || value === null) return false;
  if (!('folder' in value && 'process' in value && 'entries' in value)) return false;
  return typeof value.folder === 'string' && typeof value.process === 'number' && isEntries(value.entries);
}

function isEntries(value: unknown): value is readonly JournalEntry[] {
  return Array.isArray(value) && value.every((e) => typeof e === 'object' && e !== null && hasNames(e));
}

function hasNames(entry: object): boolean {
  const named = ['target', 'fresh', 'old'].every((key) => typeof Reflect.get(entry, key) === 'string');
  return named && typeof Reflect.get(entry, 'isNew') === 'boolean';
}

/** Nothing but names of ours, beside the file, in the folder. */
function isSafe({ target, fresh, old }: JournalEntry, folder: string): boolean {
  const isOurs = (name: string) => OWN_NAME.test(basename(name)) && dirname(name) === dirname(target);
  return isInside(folder, target) && isOurs(fresh) && isOurs(old);
}

/** True where a new content has been put in place: by a second name, or by taking its own one away. */
async function isPlaced(fresh: string, target: string): Promise<boolean> {
  const [first, second] = await Promise.all([fresh, target].map((p) => stat(p).catch(() => undefined)));
  return (
    first === undefined || (second !== undefined && first.ino === second.ino && first.dev === second.dev)
  );
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
