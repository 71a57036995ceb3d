import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { formatMessage, msg } from '../../core/message.ts';
import { parseProject } from '../../core/project.ts';
import { PROJECT_FILE } from '../../service/projects.ts';
import type { Io } from '../io.ts';
import { projectTemplate } from '../projectTemplate.ts';
import { EXIT, type ExitCode, UsageError } from '../usageError.ts';
import { readOptional, writeAtomically } from '../writeFile.ts';

export interface InitOptions {
  readonly language: string;
  readonly annotators: readonly string[];
  readonly git?: boolean;
}

/** Sidecars have LF on every machine, so that no line differs by its end alone. */
const GIT_ATTRIBUTES = '*.ann.json text eol=lf\n';

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
  if (options.git) await setUpGit(io, path, folder);
  return EXIT.clean;
}

async function setUpGit(io: Io, path: string, folder: string): Promise<void> {
  const file = join(folder, '.gitattributes');
  const before = await readOptional(file);
  const text = before === undefined ? '' : Buffer.from(before).toString('utf8');
  if (text.includes(GIT_ATTRIBUTES.trim())) return;
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  const written = await writeAtomically(file, `${text}${gap}${GIT_ATTRIBUTES}`, before, folder);
  if (written === 'written') await io.out(`${join(path, '.gitattributes')}\n`);
  else
    io.tell(
      formatMessage(
        msg('{0} could not be changed. Add this line yourself: {1}', file, GIT_ATTRIBUTES.trim()),
      ),
    );
}
