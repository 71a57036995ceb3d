import { ask, zeroSeparated } from './repository.ts';
import type { GitEnvironment } from './run.ts';

const PROGRAM = /^filter\..*\.(?:clean|smudge|process)$/is;
const REQUIRED = /^filter\..*\.required$/is;

/**
 * What makes git leave out the programs that a repository's settings name for reading files of the working tree
 * (`filter.*.clean` and the like): git would start them wherever it compares such a file.
 */
export async function filtersOff(root: string): Promise<GitEnvironment> {
  const { stdout } = await ask(root, ['config', '-z', '--name-only', '--get-regexp', '^filter\\.']);
  const names = new Set(zeroSeparated(stdout).filter((name) => name !== undefined));
  const values = [...names].flatMap((name): [string, string][] => {
    if (PROGRAM.test(name)) return [[name, '']];
    return REQUIRED.test(name) ? [[name, 'false']] : [];
  });
  const entries = values.flatMap(([name, value], i) => [
    [`GIT_CONFIG_KEY_${i}`, name],
    [`GIT_CONFIG_VALUE_${i}`, value],
  ]);
  return { ...Object.fromEntries(entries), GIT_CONFIG_COUNT: String(values.length) };
}
