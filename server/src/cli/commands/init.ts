import { statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { msg } from '../../core/message.ts';
import { parseProject } from '../../core/project.ts';
import { writeAtomically } from '../../disk/writeFile.ts';
import { repositoryAt } from '../../git/workingTree.ts';
import { PROJECT_FILE } from '../../service/projects.ts';
import { addAttributes } from '../gitAttributes.ts';
import type { Io } from '../io.ts';
import { projectTemplate } from '../projectTemplate.ts';
import { EXIT, type ExitCode, UsageError } from '../usageError.ts';

export interface InitOptions {
  readonly language: string;
  readonly annotators: readonly string[];
  readonly git?: boolean;
}

/** `pressmark init [folder]`: a project file that explains itself; an existing one is left alone. */
export async function init(io: Io, path: string, options: InitOptions): Promise<ExitCode> {
  const folder = resolve(io.cwd, path);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(msg('{0} is no folder. Create it first.', path));
  }
  const text = projectTemplate(options.language, options.annotators);
  const [problem] = parseProject(text).problems;
  if (problem) throw new UsageError(problem.message);
  const written = await writeAtomically(join(folder, PROJECT_FILE), text, undefined, folder);
  if (written !== 'written')
    throw new UsageError(msg('{0} is there already, and was not changed.', join(path, PROJECT_FILE)));
  await io.out(`${join(path, PROJECT_FILE)}\n`);
  if (options.git) await setUpGit(io, folder);
  return EXIT.clean;
}

async function setUpGit(io: Io, folder: string): Promise<void> {
  const found = await repositoryAt(folder);
  const file = join('root' in found ? found.root : folder, '.gitattributes');
  const change = await addAttributes(io, file);
  if (change === 'changed') await io.out(`${relative(io.cwd, file).split(sep).join('/')}\n`);
}
