import { existsSync } from 'node:fs';
import { ask, zeroSeparated } from './repository.ts';
import { gitPath } from './workingTree.ts';

/** A file that git could not merge: what each side held; undefined where a side does not have the file. */
export interface UnmergedFile {
  /** From the root of the working tree, with `/`. */
  readonly path: string;
  readonly base: Buffer | undefined;
  readonly ours: Buffer | undefined;
  readonly theirs: Buffer | undefined;
}

/**
 * The unmerged files of the repository whose working tree is at `root`, by the stages of git's index. Names that are not
 * UTF-8 are left out. Throws where git cannot tell what a side held.
 */
export async function unmergedFiles(root: string): Promise<UnmergedFile[]> {
  const listed = await ask(root, ['ls-files', '-u', '-z', '--full-name']);
  const stages = new Map<string, Map<string, string>>();
  for (const entry of zeroSeparated(listed.stdout)) {
    if (entry === undefined) continue;
    // "<mode> <object> <stage>\t<path>"
    const tab = entry.indexOf('\t');
    const [, object, stage] = entry.slice(0, Math.max(0, tab)).split(' ');
    if (object === undefined || stage === undefined) continue;
    const path = entry.slice(tab + 1);
    const known = stages.get(path) ?? new Map<string, string>();
    stages.set(path, known.set(stage, object));
  }
  const files: UnmergedFile[] = [];
  for (const [path, objects] of stages) {
    const [base, ours, theirs] = await Promise.all(
      ['1', '2', '3'].map((stage) => blobOf(root, objects.get(stage))),
    );
    files.push({ path, base, ours, theirs });
  }
  return files;
}

async function blobOf(root: string, object: string | undefined): Promise<Buffer | undefined> {
  if (object === undefined) return undefined;
  const answer = await ask(root, ['cat-file', 'blob', object]);
  if (answer.code !== 0) throw new Error(answer.stderr.trim());
  return answer.stdout;
}

/** What git was doing when it stopped: it decides whose version is called ours. */
export type Undertaking = 'merge' | 'rebase' | 'cherry-pick' | 'revert' | 'other';

const SIGNS: readonly (readonly [Undertaking, readonly string[]])[] = [
  ['rebase', ['rebase-merge', 'rebase-apply']],
  ['cherry-pick', ['CHERRY_PICK_HEAD']],
  ['revert', ['REVERT_HEAD']],
  ['merge', ['MERGE_HEAD']],
];

/** What the repository is in the middle of; `other`: nothing that leaves a sign, such as a stash that was applied. */
export async function undertakingIn(root: string): Promise<Undertaking> {
  for (const [undertaking, names] of SIGNS) {
    for (const name of names) {
      const path = await gitPath(root, name);
      if (path !== undefined && existsSync(path)) return undertaking;
    }
  }
  return 'other';
}

/** Puts a file into the index as it is now; false, with what git said, where it did not. */
export async function stageFile(root: string, path: string): Promise<{ ok: boolean; said: string }> {
  const answer = await ask(root, ['add', '--', path]);
  return { ok: answer.code === 0, said: answer.stderr.trim() };
}
