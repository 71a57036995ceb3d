import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BUNDLE } from './commandLine.ts';

const SETTINGS = [
  'user.name=T',
  'user.email=t@example.org',
  'init.defaultBranch=main',
  'commit.gpgsign=false',
];
const ENVIRONMENT = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_EDITOR: 'true',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
  NO_COLOR: '1',
};

export interface Done {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A repository of its own, in a folder whose name no shell would leave alone. */
export class Repository {
  readonly folder: string;

  constructor(name = "a 'quoted' $HOME; folder") {
    this.folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'pressmark-git-'))), name);
    mkdirSync(this.folder);
    this.git('init', '-q');
  }

  path(path: string): string {
    return join(this.folder, path);
  }

  write(path: string, content: string): void {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), content);
  }

  read(path: string): string {
    return readFileSync(this.path(path), 'utf8');
  }

  /** Runs git and gives what it said, whatever it ended with. */
  tryGit(...args: string[]): Done {
    return this.run('git', [...SETTINGS.flatMap((s) => ['-c', s]), ...args]);
  }

  /** Runs git; throws where it fails. Gives its output. */
  git(...args: string[]): string {
    const { code, out, err } = this.tryGit(...args);
    if (code !== 0) throw new Error(`git ${args.join(' ')}: ${out}${err}`);
    return out;
  }

  /** Commits everything. */
  commit(message = 'work'): void {
    this.git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '-m', message);
  }

  /** Runs the command line below the repository's folder. */
  pressmark(args: readonly string[], cwd = '.', bundle = BUNDLE): Done {
    return this.run(process.execPath, [bundle, ...args], cwd);
  }

  private run(program: string, args: readonly string[], cwd = '.'): Done {
    const { status, stdout, stderr, error } = spawnSync(program, args, {
      cwd: this.path(cwd),
      env: { ...process.env, ...ENVIRONMENT },
      encoding: 'utf8',
    });
    if (error) throw error;
    return { code: status, out: stdout, err: stderr };
  }
}
