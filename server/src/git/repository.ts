import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { type GitAnswer, type GitEnvironment, type GitOptions, git } from './run.ts';

/** A file or folder in the repository that it lies in. */
export interface Spot {
  /** The real path of the repository's top folder. */
  readonly root: string;
  /** From there, with `/`; empty for the top folder itself. */
  readonly path: string;
}

/**
 * Variables by which hooks and scripts tie git to one repository: what is asked about a file is asked of the repository
 * that the file lies in.
 */
export const UNTIED: GitEnvironment = Object.fromEntries(
  [
    'GIT_DIR',
    'GIT_WORK_TREE',
    'GIT_COMMON_DIR',
    'GIT_INDEX_FILE',
    'GIT_OBJECT_DIRECTORY',
    'GIT_ALTERNATE_OBJECT_DIRECTORIES',
    'GIT_NAMESPACE',
    'GIT_PREFIX',
    'GIT_CONFIG',
    'GIT_CONFIG_PARAMETERS',
    'GIT_CONFIG_COUNT',
    'GIT_SHALLOW_FILE',
    'GIT_GRAFT_FILE',
    'GIT_EXTERNAL_DIFF',
    'GIT_ICASE_PATHSPECS',
    'GIT_GLOB_PATHSPECS',
    'GIT_NOGLOB_PATHSPECS',
  ].map((name) => [name, undefined]),
);

/** Asks git about the repository of a folder. */
export function ask(root: string, args: readonly string[], options: GitOptions = {}): Promise<GitAnswer> {
  return git(root, args, { ...options, env: { ...UNTIED, ...options.env } });
}

/**
 * Where a file or folder lies in its repository, found without running git; it need not exist. Undefined where no
 * folder above it has a `.git`, as in a bare repository, which has no files of articles.
 */
export async function spotOf(uri: string): Promise<Spot | undefined> {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== 'file') return undefined;
  const path = await realPath(parsed.fsPath);
  for (let folder = path; ; folder = dirname(folder)) {
    if (await exists(join(folder, '.git'))) {
      return { root: folder, path: relative(folder, path).split(sep).join('/') };
    }
    if (folder === dirname(folder)) return undefined;
  }
}

/** The nearest folder at or above a path that is there; git cannot run in another one. */
export async function folderOf(uri: string): Promise<string | undefined> {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== 'file') return undefined;
  for (let folder = parsed.fsPath; ; folder = dirname(folder)) {
    const found = await lstat(folder).catch(() => undefined);
    if (found?.isDirectory()) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/**
 * The path without links in its folders, in the letter case of the disk. A link at its end stays one: git knows the
 * link, and not what it leads to. What does not exist is kept below what does.
 */
async function realPath(path: string): Promise<string> {
  const parent = dirname(path);
  if (parent === path) return path;
  const folder = await realpath(parent).catch(() => realPath(parent));
  const named = join(folder, basename(path));
  const found = await realpath(named).catch(() => named);
  return found.toLowerCase() === named.toLowerCase() || (await isFolder(found)) ? found : named;
}

async function isFolder(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined))?.isDirectory() ?? false;
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The parts of output that zero bytes separate; names that are not UTF-8 are left out as undefined. */
export function zeroSeparated(output: Buffer): (string | undefined)[] {
  const parts: (string | undefined)[] = [];
  for (let start = 0; start < output.length; ) {
    const end = output.indexOf(0, start);
    const stop = end < 0 ? output.length : end;
    parts.push(decoded(output.subarray(start, stop)));
    start = stop + 1;
  }
  return parts;
}

function decoded(bytes: Buffer): string | undefined {
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}
