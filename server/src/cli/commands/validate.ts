import type { ProblemSeverity } from '../../core/problem.ts';
import { TextOffsets } from '../../core/text/offsets.ts';
import { OUTPUT_VERSION, type ValidatedFile } from '../contracts.ts';
import { count } from '../counted.ts';
import { githubCommand } from '../githubCommand.ts';
import type { Io, Style } from '../io.ts';
import { problemOutput } from '../outputs.ts';
import { Session } from '../session.ts';
import { type FailOn, fails } from '../severities.ts';
import { terminalSafe } from '../terminalSafe.ts';
import { EXIT, type ExitCode } from '../usageError.ts';
import { filesToValidate } from '../validation.ts';

export interface ValidateOptions {
  readonly format: 'pretty' | 'json' | 'jsonl' | 'github';
  readonly failOn: FailOn;
}

const STYLES: Record<ProblemSeverity, Style> = { error: 'red', warning: 'yellow', information: 'blue' };

/** `pressmark validate [paths]`: what must be looked at in sidecars, project file and entity files. */
export async function validate(
  io: Io,
  paths: readonly string[],
  options: ValidateOptions,
): Promise<ExitCode> {
  const session = new Session(io, paths);
  const counts: Record<ProblemSeverity, number> = { error: 0, warning: 0, information: 0 };
  let files = 0;
  let listed = 0;
  let found = false;
  if (options.format === 'json') await io.out(`{"version":${OUTPUT_VERSION},"files":[`);
  for await (const { uri, text, problems, isMachine } of filesToValidate(session, paths)) {
    if (!isMachine) files++;
    io.status(`${files} ${session.shown(uri)}`);
    if (problems.length === 0) continue;
    const offsets = new TextOffsets(text);
    const file = { path: session.shown(uri), problems: problems.map((p) => problemOutput(offsets, p)) };
    for (const { severity } of problems) {
      counts[severity]++;
      found ||= fails(severity, options.failOn);
    }
    await io.out(written(io, file, options.format, listed++ === 0));
  }
  io.status('');
  const summary = { files, ...counts };
  if (options.format === 'json') await io.out(`\n],"summary":${JSON.stringify(summary)}}\n`);
  if (options.format === 'pretty') {
    const { error, warning, information } = counts;
    const kinds = [count(error, 'error'), count(warning, 'warning'), `${information} information`];
    await io.out(`${count(files, 'file')}: ${kinds.join(', ')}\n`);
  }
  if (session.failed) return EXIT.failed;
  return found ? EXIT.found : EXIT.clean;
}

function written(io: Io, file: ValidatedFile, format: ValidateOptions['format'], isFirst: boolean): string {
  switch (format) {
    case 'json':
      return `${isFirst ? '' : ','}\n${JSON.stringify(file)}`;
    case 'jsonl':
      return `${JSON.stringify(file)}\n`;
    case 'github':
      return file.problems.map((p) => githubCommand({ ...p, path: file.path })).join('');
    case 'pretty': {
      const lines = file.problems.map(
        (p) =>
          `  ${`${p.line}:${p.column}`.padEnd(8)}${io.paint(STYLES[p.severity], p.severity.padEnd(11))} ${p.message}  ${io.paint('dim', p.code)}\n`,
      );
      return terminalSafe(`${io.paint('underline', file.path)}\n${lines.join('')}\n`);
    }
  }
}
