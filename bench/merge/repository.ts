import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { History, Snapshot } from './history.ts';

const PRESSMARK = join(import.meta.dirname, '../../dist/cli/pressmark.js');
const SETTINGS = [
  'user.name=Bench',
  'user.email=bench@example.org',
  'init.defaultBranch=main',
  'commit.gpgsign=false',
  'gc.auto=0',
  'advice.detachedHead=false',
].flatMap((setting) => ['-c', setting]);

/** A folder in memory where the machine has one. */
export function temporaryFolder(): string {
  return mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'pressmark-merge-'));
}

/** What git left after it was to bring two branches together. */
export interface Outcome {
  /** Sidecars that git calls unmerged. */
  readonly unmerged: readonly string[];
  /** The sidecars on the disk, by path. */
  readonly files: Snapshot;
}

/** A repository with the branches of many histories. */
export class BenchRepository {
  private readonly folder: string;

  constructor(folder: string, histories: readonly History[]) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
    this.git('init', '-q');
    const { status, stderr } = this.spawn(
      'git',
      [...SETTINGS, 'fast-import', '--quiet'],
      streamOf(histories),
    );
    if (status !== 0) throw new Error(`git fast-import: ${stderr}`);
  }

  /** Makes git use our drivers here. */
  install(): void {
    const { status, stderr } = this.spawn(process.execPath, [PRESSMARK, 'git', 'install', '--local']);
    if (status !== 0) throw new Error(`pressmark git install: ${stderr}`);
  }

  /** Brings the branches of a history together, as it says. */
  join({ name, method, truth }: History): Outcome {
    this.git('checkout', '-q', '-f', '--detach', `${name}-ours`);
    const other = `${name}-theirs`;
    if (method === 'merge') this.try('merge', '-q', '--no-edit', other);
    else if (method === 'rebase') this.try('rebase', '-q', other);
    else this.try('cherry-pick', '--allow-empty', '--keep-redundant-commits', other);
    return this.outcome(truth.keys());
  }

  /** Lets `pressmark resolve` merge what git could not, in the middle of what `join` began. */
  resolve({ truth }: History): Outcome {
    const { status, stderr } = this.spawn(process.execPath, [PRESSMARK, 'resolve']);
    if (status !== 0 && status !== 1) throw new Error(`pressmark resolve: ${stderr}`);
    return this.outcome(truth.keys());
  }

  /** Forgets what `join` began. */
  reset(): void {
    if (existsSync(join(this.folder, '.git/rebase-merge'))) this.try('rebase', '--quit');
    this.git('reset', '-q', '--hard');
  }

  private outcome(paths: Iterable<string>): Outcome {
    const listed = this.git('ls-files', '-u', '-z');
    const unmerged = new Set(listed.split('\0').flatMap((entry) => entry.split('\t')[1] ?? []));
    const files = new Map<string, string>();
    for (const path of paths) {
      const file = join(this.folder, path);
      if (existsSync(file)) files.set(path, readFileSync(file, 'utf8'));
    }
    return { unmerged: [...unmerged].filter((path) => path.endsWith('.ann.json')), files };
  }

  private git(...args: string[]): string {
    const { status, stdout, stderr } = this.try(...args);
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout;
  }

  private try(...args: string[]) {
    return this.spawn('git', [...SETTINGS, ...args]);
  }

  private spawn(program: string, args: readonly string[], input?: string) {
    return spawnSync(program, args, {
      cwd: this.folder,
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_EDITOR: 'true' },
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      ...(input === undefined ? {} : { input }),
    });
  }
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** The histories as `git fast-import` reads them: tags `<name>-ours` and `<name>-theirs`. */
function streamOf(histories: readonly History[]): string {
  const parts: string[] = [];
  let mark = 0;
  const commit = (ref: string, files: Snapshot, parent?: number): number => {
    parts.push(
      `commit refs/heads/${ref}\nmark :${++mark}\ncommitter B <b@example.org> ${1_700_000_000 + mark} +0000\n`,
    );
    parts.push(data(ref), parent === undefined ? '' : `from :${parent}\n`, 'deleteall\n');
    for (const [path, text] of files) parts.push(`M 100644 inline ${path}\n`, data(text));
    return mark;
  };
  for (const { name, base, ours, theirs } of histories) {
    const root = commit(`${name}-base`, base);
    for (const [branch, snapshots] of [
      ['ours', ours],
      ['theirs', theirs],
    ] as const) {
      parts.push(`reset refs/heads/${name}-${branch}\nfrom :${root}\n\n`);
      let parent = root;
      for (const files of snapshots) parent = commit(`${name}-${branch}`, files, parent);
    }
  }
  return parts.join('');
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
