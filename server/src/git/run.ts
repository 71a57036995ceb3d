import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** What git answered. */
export interface GitAnswer {
  /** 0 where all went well; -1 where git could not be started, or was stopped. */
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Variables on top of the process's own; one that is undefined is taken away. */
export type GitEnvironment = Readonly<Record<string, string | undefined>>;

export interface GitOptions {
  /** Written to git's standard input. */
  readonly input?: string | Uint8Array;
  readonly env?: GitEnvironment;
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
  '-c',
  'log.showSignature=false',
];
const ENVIRONMENT = {
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  // What a partial clone left out stays out: nothing is fetched.
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: '',
};

/**
 * Runs git in a folder. There is no shell: arguments reach git as they are, whatever is in them. What could be taken
 * for an option has to stand behind `--` or `--end-of-options`. Never throws.
 */
export function git(cwd: string, args: readonly string[], options: GitOptions = {}): Promise<GitAnswer> {
  return new Promise((resolve) => {
    const failed = (stderr: string) => resolve({ code: -1, stdout: Buffer.alloc(0), stderr });
    const child = startGit(cwd, args, options.env);
    if (typeof child === 'string') return failed(child);
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
    child.on('error', (error) => failed(error.message));
    child.on('close', (code) =>
      resolve({ code: code ?? -1, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString() }),
    );
    child.stdin.end(options.input);
  });
}

/** A running git, or why there is none. Whoever starts it listens for `error` and ends it. Never throws. */
export function startGit(
  cwd: string,
  args: readonly string[],
  env: GitEnvironment = {},
): ChildProcessWithoutNullStreams | string {
  const program = gitProgram();
  if (program === undefined) return 'git was not found';
  try {
    return spawn(program, [...QUIET, ...args], {
      cwd,
      env: { ...process.env, ...ENVIRONMENT, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
  } catch (error) {
    // An argument with a zero byte in it.
    return String(error);
  }
}

/** Windows would look for git.exe in the folder that git is to run in, which may be anybody's. */
function gitProgram(): string | undefined {
  if (process.platform !== 'win32') return 'git';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(isAbsolute);
  return folders.map((folder) => join(folder, 'git.exe')).find((path) => existsSync(path));
}
