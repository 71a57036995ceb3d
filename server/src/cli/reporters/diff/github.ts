import type { DiffChange } from '../../contracts.ts';
import { githubCommand } from '../../githubCommand.ts';
import { type CreateDiffReporter, isListed, needsLook, problemSentence, sentence } from './reporter.ts';

/** GitHub's workflow commands: each change a notice at its line of the article, a warning where its place is not certain. */
export const github: CreateDiffReporter = () => ({
  begin: () => '',
  article: ({ path, layers }) =>
    layers
      .flatMap(({ layer, sidecar, problems, changes }) => [
        ...problems.map((problem) =>
          githubCommand({
            severity: problem.side === 'before' ? 'warning' : 'error',
            path: sidecar,
            line: 1,
            column: 1,
            code: 'sidecar/unreadable',
            message: problemSentence(problem),
          }),
        ),
        ...changes.filter(isListed).map((change) =>
          githubCommand({
            severity: needsLook(change) ? 'warning' : 'information',
            path,
            ...placeNow(change),
            code: layer,
            message: sentence(change),
          }),
        ),
      ])
      .join(''),
  end: () => '',
});

/** Where to show it in the newer article: the first line for what has no place there. */
export function placeNow({ kind, line, column, now }: DiffChange): { line: number; column: number } {
  const place = kind === 'removed' ? now : { line, column };
  return { line: place?.line ?? 1, column: place?.column ?? 1 };
}
