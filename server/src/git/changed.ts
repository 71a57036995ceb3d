import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import type { ChangedFile } from '../service/ports.ts';
import { filtersOff } from './filters.ts';
import { ask, type Spot, zeroSeparated } from './repository.ts';

/** A file that differs, as git names it: paths below a folder, with `/`. */
interface RawChange {
  readonly was?: string;
  readonly is?: string;
  /** Id of the older blob. */
  readonly id: string;
}

/** A file larger than that is compared by nobody (bytes). */
const MOST_BYTES = 64 * 1024 * 1024;
const COMPARING = ['-r', '-z', '--raw', '--no-abbrev', '-M', '--ignore-submodules'];

/** The files below a folder that differ between two commits, named by full ids. */
export async function changedBetween(
  folder: string,
  spot: Spot,
  from: string,
  to: string,
): Promise<ChangedFile[]> {
  const args = ['diff-tree', ...COMPARING, ...only(spot), from, to, '--'];
  const { code, stdout } = await ask(spot.root, args);
  return code === 0 ? rawChanges(stdout).map((change) => named(folder, change)) : [];
}

/** The files below a folder that differ between a commit and the disk, files that git does not know yet included. */
export async function changedOnDisk(folder: string, spot: Spot, from: string): Promise<ChangedFile[]> {
  const { root } = spot;
  const here = join(root, spot.path);
  const env = await filtersOff(root);
  const [known, fresh] = await Promise.all([
    ask(root, ['diff-index', ...COMPARING, ...only(spot), from, '--'], { env }),
    // Where the folder itself is gone, git cannot run in it, and there is nothing new.
    ask(here, ['ls-files', '--others', '--exclude-standard', '-z'], { env }),
  ]);
  if (known.code !== 0) return [];
  const changes = rawChanges(known.stdout);
  const added = zeroSeparated(fresh.stdout).flatMap((is) => (is === undefined ? [] : [{ is, id: '' }]));
  return (await withMoves(here, changes, added)).map((change) => named(folder, change));
}

/** Has git look below the folder only, and name what is there from it on. The folder itself may be gone. */
function only({ path }: Spot): string[] {
  return path === '' ? [] : [`--relative=${path}/`];
}

/** Pairs what was deleted with what git does not know yet and holds the same: moved without telling git. */
async function withMoves(here: string, changes: RawChange[], added: RawChange[]): Promise<RawChange[]> {
  const deleted = new Map(changes.filter((c) => c.is === undefined).map((c) => [c.id, c]));
  if (deleted.size === 0) return [...changes, ...added];
  const gone = new Set<RawChange>();
  const moved: RawChange[] = [];
  for (const one of added) {
    const id = await blobId(join(here, one.is ?? ''));
    const old = id === undefined ? undefined : deleted.get(id);
    if (old && !gone.has(old)) {
      gone.add(old);
      moved.push({ ...old, ...(one.is === undefined ? {} : { is: one.is }) });
    } else moved.push(one);
  }
  return [...changes.filter((change) => !gone.has(change)), ...moved];
}

async function blobId(path: string): Promise<string | undefined> {
  try {
    const found = await stat(path);
    if (!found.isFile() || found.size > MOST_BYTES) return undefined;
    const bytes = await readFile(path);
    return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  } catch {
    return undefined;
  }
}

/** Reads `--raw -z`: modes, ids and a letter, then one path, or two for a rename. Only files, no links, no submodules. */
function rawChanges(output: Buffer): RawChange[] {
  const parts = zeroSeparated(output);
  const changes: RawChange[] = [];
  for (let i = 0; i < parts.length; ) {
    const [, oldMode = '', newMode = '', id = '', letter = ''] =
      /^:(\d{6}) (\d{6}) (\S+) \S+ ([A-Z])\d*$/.exec(parts[i++] ?? '') ?? [];
    const path = parts[i++];
    const other = letter === 'R' || letter === 'C' ? parts[i++] : path;
    if (path === undefined || other === undefined || letter === '') continue;
    const was = isFile(oldMode) ? { was: path } : {};
    const is = isFile(newMode) ? { is: other } : {};
    if ('was' in was || 'is' in is) changes.push({ ...was, ...is, id });
  }
  return changes;
}

function isFile(mode: string): boolean {
  return mode.startsWith('10');
}

function named(folder: string, { was, is }: RawChange): ChangedFile {
  return {
    ...(was === undefined ? {} : { was: below(folder, was) }),
    ...(is === undefined ? {} : { is: below(folder, is) }),
  };
}

/** The address of a file below a folder, in the folder's own spelling. */
function below(folder: string, path: string): string {
  const uri = URI.parse(folder);
  return uri.with({ path: `${uri.path.replace(/\/$/, '')}/${path}` }).toString();
}
