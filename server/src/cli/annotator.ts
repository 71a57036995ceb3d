import { msg } from '../core/message.ts';
import type { LoadedProject } from '../service/projects.ts';
import type { Workspace } from '../service/workspace.ts';
import { UsageError } from './usageError.ts';

/**
 * Throws where a project lists annotators and nobody can tell which of them runs the command. `by`: who they say they
 * are; else git's identity tells.
 */
export async function checkAnnotator(
  { people }: Workspace,
  project: LoadedProject,
  by: string | undefined,
): Promise<void> {
  const { annotators } = project.project;
  if (annotators.length === 0 || (await people.self(project))) return;
  const list = annotators.join(', ');
  if (by !== undefined) throw new UsageError(msg('Say who annotates with --by, one of {0}.', list));
  throw new UsageError(
    msg(
      'Say who annotates with --by, one of {0}; or give the address that git knows you by to one of them in pressmark.json.',
      list,
    ),
  );
}
