import { spawn } from 'node:child_process';

/** What git answered. */
export interface GitAnswer {
  /** 0 where all went well; -1 where git could not be started, or was stopped. */
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export interface GitOptions {
  /** Written to git's standard input. */
  readonly input?: string | Uint8Array;
  /** Variables on top of the process's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** Bytes of output, after which git is stopped. */
  readonly most?: number;
}

const MOST_BYTES = 256 * 1024 * 1024;

/** Nothing that the repository's settings name is run, nothing is locked, nobody is asked for a password. */
const QUIET: readonly string[] = [
  '--no-pager',
  '--literal-pathspecs',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.quotePath=false',
  '-c',
  'color.ui=false',
];
const ENVIRONMENT = { LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };

/**
 * Runs git in a folder. There is no shell: arguments reach git as they are, whatever is in them. What could be taken
 * for an option has to stand behind `--` or `--end-of-options`. Never throws.
 */
export function git(cwd: string, args: readonly string[], options: GitOptions = {}): Promise<GitAnswer> {
  return new Promise((resolve) => {
    const child = spawn('git', [...QUIET, ...args], {
      cwd,
      env: { ...process.env, ...ENVIRONMENT, ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (bytes: Buffer) => {
      size += bytes.length;
      if (size > (options.most ?? MOST_BYTES)) child.kill();
      else stdout.push(bytes);
    });
    child.stderr.on('data', (bytes: Buffer) => stderr.push(bytes));
    // git may end without reading all of its input.
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => resolve({ code: -1, stdout: Buffer.alloc(0), stderr: error.message }));
    child.on('close', (code) =>
      resolve({ code: code ?? -1, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString() }),
    );
    child.stdin.end(options.input);
  });
}
