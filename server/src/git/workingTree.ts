import { ask } from './repository.ts';

/** A repository with files, or what is in the way. */
export type WorkingTree =
  | { readonly root: string; readonly bare: false }
  | { readonly bare: true }
  | { readonly missing: 'git' | 'repository' };

/** The repository that a folder lies in; `root` is its working tree's, also in a worktree of its own. */
export async function repositoryAt(folder: string): Promise<WorkingTree> {
  const inside = await ask(folder, ['rev-parse', '--is-bare-repository']);
  if (inside.code === -1) return { missing: 'git' };
  if (inside.code !== 0) return { missing: 'repository' };
  if (inside.stdout.toString().trim() === 'true') return { bare: true };
  const root = await ask(folder, ['rev-parse', '--show-toplevel']);
  if (root.code !== 0) return { missing: 'repository' };
  return { root: withoutEnd(root.stdout.toString()), bare: false };
}

/** Where the repository keeps a file of its own, such as `info/attributes` or `MERGE_HEAD`. */
export async function gitPath(folder: string, name: string): Promise<string | undefined> {
  const answer = await ask(folder, ['rev-parse', '--path-format=absolute', '--git-path', name]);
  return answer.code === 0 ? withoutEnd(answer.stdout.toString()) : undefined;
}

function withoutEnd(line: string): string {
  return line.endsWith('\n') ? line.slice(0, -1) : line;
}
