import type { History, Identity } from '../service/ports.ts';
import { blame } from './blame.ts';
import { changedBetween, changedOnDisk } from './changed.ts';
import { Objects } from './objects.ts';
import { ask, folderOf, type Spot, spotOf, zeroSeparated } from './repository.ts';

/** Repositories whose process may run at a time; a corpus has one, or some submodules. */
const MOST_REPOSITORIES = 8;
/** Commits of a file that are looked at for its different contents. */
const MOST_COMMITS = 200;
const FULL_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const REVISION = /^[0-9a-f]{4,64}$/;

/** What git on this machine knows, of files with `file:` addresses. Nothing is run but git, and nothing is changed. */
export function gitHistory(): History {
  const repositories = new Map<string, Objects>();

  const objectsOf = (root: string): Objects => {
    const known = repositories.get(root) ?? new Objects(root);
    repositories.delete(root);
    repositories.set(root, known);
    const [oldest] = repositories.keys();
    if (repositories.size > MOST_REPOSITORIES && oldest !== undefined) repositories.delete(oldest);
    return known;
  };

  /** The full id of a commit; a name that could be an option is none, because it goes to standard input. */
  const commitOf = async (root: string, name: string): Promise<string | undefined> =>
    (await objectsOf(root).read(`${name}^{commit}`))?.id;

  return {
    async blob(uri, rev) {
      const spot = REVISION.test(rev) ? await spotOf(uri) : undefined;
      return spot && (await objectsOf(spot.root).read(`${rev}^{blob}`))?.bytes;
    },

    async past(uri, most) {
      const spot = await spotOf(uri);
      if (!spot || most <= 0) return [];
      const found: Uint8Array[] = [];
      for (const id of await pastBlobs(spot, most)) {
        const blob = await objectsOf(spot.root).read(id);
        if (blob?.type === 'blob') found.push(blob.bytes);
      }
      return found;
    },

    async at(uri, commit) {
      const spot = await spotOf(uri);
      const id = spot && (await commitOf(spot.root, commit));
      if (!spot || id === undefined) return undefined;
      const entry = await treeEntry(spot, id);
      const blob = entry === undefined ? undefined : await objectsOf(spot.root).read(entry);
      return blob?.type === 'blob' ? blob.bytes : undefined;
    },

    async changed(folder, from, to) {
      const spot = await spotOf(folder);
      const older = spot && (await commitOf(spot.root, from));
      if (!spot || older === undefined) return [];
      if (to === undefined) return changedOnDisk(folder, spot, older);
      const newer = await commitOf(spot.root, to);
      return newer === undefined ? [] : changedBetween(folder, spot, older, newer);
    },

    async base(folder, a, b) {
      const spot = await spotOf(folder);
      const [one, other] = spot ? [await commitOf(spot.root, a), await commitOf(spot.root, b)] : [];
      if (!spot || one === undefined || other === undefined) return undefined;
      const { code, stdout } = await ask(spot.root, ['merge-base', one, other]);
      const id = stdout.toString().split('\n', 1)[0];
      return code === 0 && id !== undefined && FULL_ID.test(id) ? id : undefined;
    },

    async committed(folder, commit) {
      const spot = await spotOf(folder);
      const found = spot && (await objectsOf(spot.root).read(`${commit}^{commit}`));
      if (found?.type !== 'commit') return undefined;
      // The header ends with an empty line; a message may say anything.
      const [head = ''] = Buffer.from(found.bytes).toString('latin1').split('\n\n', 1);
      const seconds = /^committer .* (\d{1,12}) [+-]\d{4}$/m.exec(head)?.[1];
      if (seconds === undefined) return undefined;
      return { id: found.id, time: `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}Z` };
    },

    async names(folder) {
      const spot = await spotOf(folder);
      return spot ? namesIn(spot.root) : [];
    },

    async blame(uri, text) {
      const spot = await spotOf(uri);
      return spot ? blame(spot, text) : [];
    },

    async identity(folder) {
      const cwd = await folderOf(folder);
      return cwd === undefined ? undefined : identityIn(cwd);
    },
  };
}

/** The ids of the different contents that a file had, newest first, over renames. */
async function pastBlobs({ root, path }: Spot, most: number): Promise<string[]> {
  if (path === '') return [];
  const { code, stdout } = await ask(root, [
    'log',
    '--follow',
    '--format=',
    '--raw',
    '--no-abbrev',
    '-z',
    '--no-ext-diff',
    '--no-textconv',
    '--no-show-signature',
    `--max-count=${MOST_COMMITS}`,
    '--end-of-options',
    'HEAD',
    '--',
    path,
  ]);
  if (code !== 0) return [];
  const ids = new Set<string>();
  for (const part of zeroSeparated(stdout)) {
    const id = /^\s*:\d{6} 10\d{4} \S+ ([0-9a-f]{40,64}) /.exec(part ?? '')?.[1];
    if (id !== undefined) ids.add(id);
  }
  return [...ids].slice(0, most);
}

/** The id of a file's blob in a commit. */
async function treeEntry({ root, path }: Spot, commit: string): Promise<string | undefined> {
  if (path === '') return undefined;
  const { stdout } = await ask(root, ['ls-tree', '-z', '--full-tree', commit, '--', path]);
  for (const part of zeroSeparated(stdout)) {
    const [, id, name] = /^10\d{4} blob ([0-9a-f]{40,64})\t(.*)$/s.exec(part ?? '') ?? [];
    if (name === path) return id;
  }
  return undefined;
}

/** Branches, the one at hand first, then those of others, then tags. */
async function namesIn(root: string): Promise<string[]> {
  const { stdout } = await ask(root, [
    'for-each-ref',
    '--format=%(HEAD)%00%(symref)%00%(refname:short)',
    'refs/heads',
    'refs/remotes',
    'refs/tags',
  ]);
  const names: string[] = [];
  for (const line of stdout.toString().split('\n')) {
    const [head, symbolic, name] = line.split('\0');
    // A remote's HEAD is another name of one of its branches.
    if (name === undefined || symbolic !== '') continue;
    if (head === '*') names.unshift(name);
    else names.push(name);
  }
  return names;
}

async function identityIn(cwd: string): Promise<Identity | undefined> {
  const { stdout } = await ask(cwd, ['config', '-z', '--get-regexp', '^user\\.(name|email)$']);
  const found: { name?: string; email?: string } = {};
  for (const part of zeroSeparated(stdout)) {
    const [key, ...value] = (part ?? '').split('\n');
    // The last one counts: the repository's own before the user's.
    if (key === 'user.name') found.name = value.join('\n').trim();
    if (key === 'user.email') found.email = value.join('\n').trim();
  }
  if (!found.name) delete found.name;
  if (!found.email) delete found.email;
  return found.name === undefined && found.email === undefined ? undefined : found;
}
