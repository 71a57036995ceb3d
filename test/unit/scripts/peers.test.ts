import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { troubleWith } from '../../../scripts/peers.mjs';
import { ROOT } from '../../../scripts/project.mjs';

const list = JSON.parse(readFileSync(join(ROOT, 'test/peers/peers.json'), 'utf8'));

describe('the list of other projects’ files', () => {
  it.each(Object.keys(list))('names %s so that it can be fetched, with its licence', (repository) => {
    expect(troubleWith(repository, list[repository])).toBeUndefined();
    expect(list[repository].license).toMatch(/\w/);
  });

  it.each([
    ['a/../b', { commit: '0'.repeat(40), paths: ['a'] }],
    ['--upload-pack=x/y', { commit: '0'.repeat(40), paths: ['a'] }],
    ['a/b', { commit: 'main', paths: ['a'] }],
    ['a/b', { commit: '0'.repeat(40), paths: ['../../x'] }],
    ['a/b', { commit: '0'.repeat(40), paths: ['/etc'] }],
    ['a/b', { commit: '0'.repeat(40), paths: [''] }],
  ])('refuses %s %o', (repository, peer) => {
    expect(troubleWith(repository, peer)).toMatch(/\w/);
  });
});

describe('scripts/peers.mjs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-peers-'));
  const repository = join(folder, 'source/owner/name');
  const git = (...args: string[]): string => {
    const settings = [
      'user.name=T',
      'user.email=t@example.org',
      'commit.gpgsign=false',
      'init.defaultBranch=main',
    ];
    const { stdout, stderr, status } = spawnSync('git', [...settings.flatMap((s) => ['-c', s]), ...args], {
      cwd: repository,
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    });
    if (status !== 0) throw new Error(stderr);
    return stdout.trim();
  };
  const run = (peers: unknown, ...args: string[]) => {
    writeFileSync(join(folder, 'peers.json'), JSON.stringify(peers));
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [join(ROOT, 'scripts/peers.mjs'), ...args],
      {
        encoding: 'utf8',
        env: {
          ...process.env,
          PRESSMARK_PEERS: join(folder, 'peers'),
          PRESSMARK_PEERS_LIST: join(folder, 'peers.json'),
          PRESSMARK_PEERS_SOURCE: `${pathToFileURL(join(folder, 'source'))}/`,
        },
      },
    );
    return { stdout: stdout.trim(), stderr: stderr.trim(), status };
  };
  const fetched = join(folder, 'peers/owner+name');
  let commit = '';

  beforeAll(() => {
    mkdirSync(join(repository, 'data/deep'), { recursive: true });
    git('init', '--quiet');
    git('config', 'uploadpack.allowFilter', 'true');
    git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    writeFileSync(join(repository, 'data/deep/a b.txt'), 'one\r\n');
    writeFileSync(join(repository, 'other.txt'), 'two\n');
    writeFileSync(join(repository, 'big.txt'), 'three\n');
    git('add', '.');
    git('commit', '--quiet', '-m', 'first');
    commit = git('rev-parse', 'HEAD');
    writeFileSync(join(repository, 'other.txt'), 'changed later\n');
    git('commit', '--quiet', '-am', 'second');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('fetches just the paths that are named, as they were at the commit', () => {
    const peers = { 'owner/name': { commit, paths: ['data', 'other.txt'], license: 'MIT' } };
    expect(run(peers)).toEqual({ stdout: 'owner/name: fetched', stderr: '', status: 0 });
    expect(readdirSync(fetched).sort()).toEqual(['.peer.json', 'data', 'other.txt']);
    expect(readFileSync(join(fetched, 'data/deep/a b.txt'), 'utf8')).toBe('one\r\n');
    expect(readFileSync(join(fetched, 'other.txt'), 'utf8')).toBe('two\n');
    expect(run(peers, 'owner/name').stdout).toBe('owner/name: already there');
  });

  it('fetches again where the list names other paths', () => {
    const peers = { 'owner/name': { commit, paths: ['big.txt'], license: 'MIT' } };
    expect(run(peers).stdout).toBe('owner/name: fetched');
    expect(readdirSync(fetched).sort()).toEqual(['.peer.json', 'big.txt']);
  });

  it('says what failed, leaves what was there, and goes on with the others', () => {
    const before = readFileSync(join(fetched, '.peer.json'), 'utf8');
    const found = run({
      'owner/none': { commit, paths: ['a'], license: 'MIT' },
      'owner/name': { commit, paths: ['absent.txt'], license: 'MIT' },
    });
    expect(found.status).toBe(1);
    expect(found.stderr).toContain('owner/none: ');
    expect(found.stderr).toContain('owner/name: it has no absent.txt');
    expect(readFileSync(join(fetched, '.peer.json'), 'utf8')).toBe(before);
    expect(readdirSync(join(folder, 'peers'))).toEqual(['owner+name']);
    expect(existsSync(join(folder, 'peers/owner+none'))).toBe(false);
  });

  it('knows only repositories of the list', () => {
    expect(run({}, 'owner/name')).toMatchObject({ status: 1, stdout: '' });
  });
});
