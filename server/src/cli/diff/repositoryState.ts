import { type Message, msg } from '../../core/message.ts';
import { ask } from '../../git/repository.ts';

/** Why nothing can be asked where git is missing. */
export const NO_GIT = msg('git could not be started. Install git, or compare two sidecars by their paths.');

/** Why a folder's history cannot be asked, or undefined where it can; `cwd` must exist. */
export async function whyNoHistory(cwd: string): Promise<Message | undefined> {
  const inside = await ask(cwd, ['rev-parse', '--is-inside-work-tree']);
  if (inside.code === -1) return NO_GIT;
  if (inside.code !== 0) {
    if (/dubious ownership/.test(inside.stderr)) {
      return msg(
        'git does not read this repository, because it belongs to somebody else: see “git status” for how to allow it.',
      );
    }
    return msg(
      'This folder is in no git repository. Run “git init” and commit the corpus once, or compare two sidecars by their paths.',
    );
  }
  if (inside.stdout.toString().trim() !== 'true')
    return msg('This is a repository without files of its own. Run the command in a clone of it.');
  const head = await ask(cwd, ['rev-parse', '--verify', '--quiet', 'HEAD']);
  return head.code === 0
    ? undefined
    : msg(
        'This repository has no commit yet. Commit the corpus once, then there is something to compare with.',
      );
}

/** True where commits are missing that the repository once had, as in a clone of the last ones only. */
export async function isShallow(cwd: string): Promise<boolean> {
  return (await ask(cwd, ['rev-parse', '--is-shallow-repository'])).stdout.toString().trim() === 'true';
}
