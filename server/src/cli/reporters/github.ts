import { githubCommand } from '../githubCommand.ts';
import { endPosition } from './endPosition.ts';
import type { CreateReporter } from './reporter.ts';

/** GitHub's workflow commands: each finding becomes a note at its line of the pull request. */
export const github: CreateReporter = () => ({
  begin: () => '',
  article(article, { path, findings }) {
    const commands = findings.map((finding) => {
      const end = endPosition(article, finding);
      return githubCommand({
        ...finding,
        path,
        code: finding.rule,
        endLine: end.line,
        endColumn: end.column,
      });
    });
    return commands.join('');
  },
  end: () => '',
});
