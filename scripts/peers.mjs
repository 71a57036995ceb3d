/**
 * Other tools' real files, which the tests in test/peers read and which are no part of the project: fetches those of
 * test/peers/peers.json, at the commits that it names, and installs the Parquet reader of test/peers/parquet.
 * What is there is not fetched again. `node scripts/peers.mjs [owner/name ...]`
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { ROOT, runAsMain } from './project.mjs';

/** Where repositories come from, with a slash at its end; a test names a folder. */
const SOURCE = process.env.PRESSMARK_PEERS_SOURCE || 'https://github.com/';

/** Says which commit and paths a folder holds; the tests do not look at it. */
const STAMP = '.peer.json';

/** @returns {string} absolute path of the folder that test/support/peerFiles.ts reads */
export function peersFolder() {
  return resolve(process.env.PRESSMARK_PEERS || join(homedir(), '.cache/pressmark/peers'));
}

/** Runs git without a shell, and without the settings of the machine that could make it ask or convert line ends. */
function git(cwd, ...args) {
  const { status, stderr, error } = spawnSync('git', ['-c', 'core.autocrlf=false', ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_LFS_SKIP_SMUDGE: '1' },
  });
  if (status !== 0) throw new Error(error?.message ?? stderr.trim().split('\n').slice(-3).join('\n'));
}

/**
 * What of a list of repositories is wrong: names and paths go into commands and file names.
 * @param {string} repository
 * @param {{ commit: string, paths: string[] }} peer
 * @returns {string | undefined}
 */
export function troubleWith(repository, { commit, paths }) {
  if (!/^[\w-][\w.-]*\/[\w-][\w.-]*$/.test(repository)) return `${repository} is no owner/name`;
  if (!/^[0-9a-f]{40}$/.test(commit)) return `the commit of ${repository} is not given in full`;
  const odd = paths.find((path) => /^[/\\]|[*?[\]\\\n]|^-|(?:^|\/)\.\.(?:\/|$)/.test(path) || path === '');
  return odd === undefined ? undefined : `${repository} names an odd path: ${odd}`;
}

/**
 * Fetches paths of a repository at a commit, without its history and without the other files.
 * @returns {boolean} false where they were there
 */
function fetchPeer(repository, peer) {
  const trouble = troubleWith(repository, peer);
  if (trouble) throw new Error(trouble);
  const folder = join(peersFolder(), repository.replace('/', '+'));
  const stamp = JSON.stringify({ commit: peer.commit, paths: peer.paths });
  if (existsSync(join(folder, STAMP)) && readFileSync(join(folder, STAMP), 'utf8') === stamp) return false;
  const fresh = `${folder}.new-${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  try {
    git(fresh, 'init', '--quiet');
    git(fresh, 'remote', 'add', 'origin', `${SOURCE}${repository}`);
    git(fresh, 'config', 'remote.origin.promisor', 'true');
    git(fresh, 'config', 'remote.origin.partialclonefilter', 'blob:none');
    git(fresh, 'fetch', '--quiet', '--depth=1', '--filter=blob:none', 'origin', peer.commit);
    const patterns = peer.paths.map((path) => `/${path}`);
    git(fresh, 'sparse-checkout', 'set', '--no-cone', ...patterns);
    git(fresh, 'checkout', '--quiet', '--detach', peer.commit, '--');
    rmSync(join(fresh, '.git'), { recursive: true, force: true });
    const missing = peer.paths.filter((path) => !existsSync(join(fresh, path)));
    if (missing.length > 0) throw new Error(`it has no ${missing.join(', no ')}`);
    writeFileSync(join(fresh, STAMP), stamp);
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
    return true;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Installs the reader of Parquet that the tests compare with. */
function installReaders() {
  const { status, stderr, error } = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: join(ROOT, 'test/peers/parquet'),
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) throw new Error(error?.message ?? stderr.trim().split('\n').slice(0, 4).join('\n'));
}

/**
 * @param {string[]} names repositories; all where it is empty
 * @param {string} list
 */
function run(names, list = process.env.PRESSMARK_PEERS_LIST || join(ROOT, 'test/peers/peers.json')) {
  const peers = JSON.parse(readFileSync(list, 'utf8'));
  const unknown = names.filter((name) => !Object.hasOwn(peers, name));
  if (unknown.length > 0) throw new Error(`${list} does not list ${unknown.join(', ')}`);
  let failed = 0;
  const attempt = (title, action) => {
    try {
      console.log(`${title}: ${action() === false ? 'already there' : 'fetched'}`);
    } catch (error) {
      failed++;
      console.error(`${title}: ${error.message}`);
    }
  };
  for (const [repository, peer] of Object.entries(peers))
    if (names.length === 0 || names.includes(repository))
      attempt(repository, () => fetchPeer(repository, peer));
  if (names.length === 0 && !process.env.PRESSMARK_PEERS_LIST) attempt('test/peers/parquet', installReaders);
  if (failed > 0) process.exitCode = 1;
}

await runAsMain(import.meta.url, async () => run(process.argv.slice(2)));
