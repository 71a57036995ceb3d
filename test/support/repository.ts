import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { URI } from 'vscode-uri';

const SETTINGS = {
  'user.name': 'Ana Test',
  'user.email': 'ana@example.org',
  'init.defaultBranch': 'main',
  'commit.gpgsign': 'false',
  'core.autocrlf': 'false',
  'protocol.file.allow': 'always',
};

/** A git repository in a temporary folder that knows nothing of this machine's settings. */
export class TestRepository {
  readonly folder: string;

  constructor(folder = mkdtempSync(join(realpathSync(tmpdir()), 'pressmark-git-'))) {
    this.folder = folder;
  }

  static init(): TestRepository {
    const repository = new TestRepository();
    repository.git('init', '--quiet');
    return repository;
  }

  /** Runs git, and gives what it printed. Throws where it fails. */
  git(...args: string[]): string {
    const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    return execFileSync('git', [...settings, ...args], {
      cwd: this.folder,
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    }).toString();
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  uri(name = ''): string {
    return name === '' ? pathToFileURL(this.folder).toString() : URI.file(this.path(name)).toString();
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), content);
  }

  /** Writes a file, commits everything, and gives the commit's id. */
  commit(name: string, content: string | Uint8Array, message = `write ${name}`): string {
    this.write(name, content);
    return this.commitAll(message);
  }

  commitAll(message: string): string {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '-m', message);
    return this.git('rev-parse', 'HEAD').trim();
  }
}
