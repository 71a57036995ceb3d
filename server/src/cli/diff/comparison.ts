import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { articleOfSidecar } from '../../core/annotations/sidecarNames.ts';
import { type Message, msg } from '../../core/message.ts';
import type { History } from '../../service/ports.ts';
import { relativePath } from '../../service/uris.ts';
import { uriOf } from '../disk.ts';
import { isFolder } from '../session.ts';
import { UsageError } from '../usageError.ts';
import { isShallow, NO_GIT, whyNoHistory } from './repositoryState.ts';

/** What `diff` is to compare: two sidecars, or two states of what lies below folders. */
export type Comparison =
  | { readonly kind: 'files'; readonly before: string; readonly after: string }
  | {
      readonly kind: 'states';
      /** As whoever asks named it, or the commit where two branches went apart. */
      readonly from: string;
      /** Absent: the files as they are on the disk. */
      readonly to?: string;
      /** Folders to look below, by their paths. */
      readonly folders: readonly string[];
      /** Whether an article, by its address, is asked for. */
      readonly wanted: (article: string) => boolean;
    };

/**
 * Reads the operands of `diff`: those before `--` are commits, or paths once one of them is no commit but a path that
 * is there, as git itself reads them. Throws a {@link UsageError} for whatever cannot be compared.
 */
export async function readComparison(
  cwd: string,
  history: History | undefined,
  operands: readonly string[],
  paths: readonly string[],
): Promise<Comparison> {
  const [first, second, ...others] = operands;
  if (first !== undefined && second !== undefined && others.length === 0 && paths.length === 0) {
    const [before, after] = [resolve(cwd, first), resolve(cwd, second)];
    if (isSidecarFile(before) && isSidecarFile(after)) return { kind: 'files', before, after };
  }
  const fault = history ? await whyNoHistory(cwd) : NO_GIT;
  if (!history || fault) throw new UsageError(fault ?? NO_GIT);
  const asked = { cwd, history };
  const ranged = first === undefined ? undefined : await readRange(asked, first);
  const commits: string[] = [];
  let at = ranged ? 1 : 0;
  if (!ranged) {
    for (; at < operands.length && commits.length < 2; at++) {
      const name = operands[at] ?? '';
      if (await isCommit(asked, name)) commits.push(name);
      else if (existsSync(resolve(cwd, name))) break;
      else throw new UsageError(await unknownCommit(cwd, name));
    }
  }
  const named = [...operands.slice(at), ...paths];
  const [from = 'HEAD', to] = commits;
  const states = ranged ?? { from, ...(to === undefined ? {} : { to }) };
  return { kind: 'states', ...states, ...below(cwd, named) };
}

function isSidecarFile(path: string): boolean {
  return path.endsWith('.json') && statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

interface Asked {
  readonly cwd: string;
  readonly history: History;
}

/** `A..B` is A to B, `A...B` what B did since it left A; a side that is missing is HEAD. Undefined for no range. */
async function readRange(asked: Asked, range: string): Promise<{ from: string; to: string } | undefined> {
  // No name that git allows holds two dots in a row.
  const at = range.indexOf('..');
  if (at < 0 || (await isCommit(asked, range))) return undefined;
  const dots = range.startsWith('...', at) ? 3 : 2;
  const sides = [range.slice(0, at), range.slice(at + dots)].map((side) => (side === '' ? 'HEAD' : side));
  const [from = '', to = ''] = sides;
  for (const side of sides) {
    if (await isCommit(asked, side)) continue;
    if (existsSync(resolve(asked.cwd, range))) return undefined;
    throw new UsageError(await unknownCommit(asked.cwd, side));
  }
  if (dots === 2) return { from, to };
  const base = await asked.history.base(uriOf(asked.cwd), from, to);
  if (base !== undefined) return { from: base, to };
  throw new UsageError(
    (await isShallow(asked.cwd))
      ? msg(
          'The commit at which “{0}” and “{1}” went apart is not in this clone, which holds the last commits only. Fetch them all: “git fetch --unshallow”, or “fetch-depth: 0” in a GitHub workflow, “GIT_DEPTH: 0” in GitLab.',
          from,
          to,
        )
      : msg('“{0}” and “{1}” have no commit in common. Compare them by “{0}..{1}”.', from, to),
  );
}

/** The commit from which one and itself went apart is that commit. */
async function isCommit({ cwd, history }: Asked, name: string): Promise<boolean> {
  return name !== '' && (await history.base(uriOf(cwd), name, name)) !== undefined;
}

async function unknownCommit(cwd: string, name: string): Promise<Message> {
  return (await isShallow(cwd))
    ? msg(
        'There is no commit “{0}” in this clone, which holds the last commits only. Fetch them all: “git fetch --unshallow”, or “fetch-depth: 0” in a GitHub workflow, “GIT_DEPTH: 0” in GitLab.',
        name,
      )
    : msg(
        'There is no commit, branch, tag or path “{0}” here. Check the name; a branch that only the server has is called like “origin/main”, after “git fetch”.',
        name,
      );
}

/** The working folder with everything below it, or what is named: articles, their sidecars, folders; also gone ones. */
function below(
  cwd: string,
  paths: readonly string[],
): Pick<Comparison & { kind: 'states' }, 'folders' | 'wanted'> {
  if (paths.length === 0) return { folders: [cwd], wanted: () => true };
  const named = paths.map((path) => resolve(cwd, path));
  const uris = named.map(uriOf);
  const inside = named.every((path) => path === cwd || relativePath(uriOf(cwd), uriOf(path)) !== undefined);
  const wanted = (article: string) =>
    uris.some(
      (uri) =>
        uri === article ||
        relativePath(uri, article) !== undefined ||
        articleOfSidecar(uri)?.article === article ||
        (articleOfSidecar(uri) !== undefined && uri.startsWith(`${article}.`)),
    );
  return { folders: inside ? [cwd] : [...new Set(named.map(nearestFolder))], wanted };
}

function nearestFolder(path: string): string {
  let folder = path;
  while (!isFolder(folder) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}
