import { ask } from './repository.ts';

/** Where a program of ours stands: the runtime that runs it, and its script. */
export interface OwnProgram {
  readonly runtime: string;
  readonly script: string;
}

export type ConfigScope = 'local' | 'global';

const SECTIONS = ['merge.pressmark', 'diff.pressmark'] as const;

/**
 * Tells git how to merge and show sidecars: `merge.pressmark` and `diff.pressmark` in the repository's own settings, or
 * in the user's. Gives what git said where it refused.
 */
export async function installDrivers(
  folder: string,
  scope: ConfigScope,
  program: OwnProgram,
): Promise<string | undefined> {
  const values: readonly (readonly [string, string])[] = [
    ['merge.pressmark.name', 'annotations, merged one by one (Pressmark)'],
    ['merge.pressmark.driver', mergeDriver(program)],
    ['diff.pressmark.textconv', textConverter(program)],
  ];
  for (const [key, value] of values) {
    const answer = await ask(folder, ['config', `--${scope}`, '--replace-all', key, value]);
    if (answer.code !== 0) return answer.stderr.trim();
  }
  return undefined;
}

/** Takes back what `installDrivers` set; gives the sections that were there. */
export async function uninstallDrivers(folder: string, scope: ConfigScope): Promise<string[]> {
  const removed: string[] = [];
  for (const section of SECTIONS) {
    const answer = await ask(folder, ['config', `--${scope}`, '--remove-section', section]);
    if (answer.code === 0) removed.push(section);
  }
  return removed;
}

/**
 * The merge driver's command. Git hands it to a POSIX shell, on Windows too. Where the program has gone (it was updated,
 * or removed) git merges by lines as it would without a driver, instead of keeping one side only.
 */
export function mergeDriver({ runtime, script }: OwnProgram): string {
  const [run, own] = [percentSafe(shellWord(runtime)), percentSafe(shellWord(script))];
  const merge = `${run} ${own} merge --driver --marker-size %L --path %P -- %O %A %B`;
  const byLines = 'git merge-file --marker-size=%L -L ours -L base -L theirs -- %A %O %B';
  return `if test -f ${own} && command -v ${run} >/dev/null; then ${merge}; else ${byLines}; fi`;
}

/** The command that shows a sidecar in words, with the file behind it; the file itself where the program has gone. */
export function textConverter({ runtime, script }: OwnProgram): string {
  const [run, own] = [shellWord(runtime), shellWord(script)];
  return `words() { if test -f ${own} && command -v ${run} >/dev/null; then ${run} ${own} textconv -- "$1"; else cat -- "$1"; fi; }; words`;
}

/** A word that a POSIX shell takes as it is; backslashes of Windows become slashes, which it understands as well. */
function shellWord(text: string): string {
  const path = /^[A-Za-z]:\\/.test(text) ? text.replaceAll('\\', '/') : text;
  return `'${path.replaceAll("'", "'\\''")}'`;
}

/** Git fills in what follows a percent sign in a merge driver's command. */
function percentSafe(text: string): string {
  return text.replaceAll('%', '%%');
}
