import { formatMessage } from '../../core/message.ts';
import type { ImportOutcome } from '../../service/entities/importing/importNames.ts';
import type { LeftOut } from '../../service/entities/importing/leftOut.ts';
import type { ImportRequest } from '../../service/entities/importing/request.ts';
import type { EntityImportOutput } from '../contracts/entityImporting.ts';
import { OUTPUT_VERSION } from '../contracts.ts';
import { count } from '../counted.ts';
import type { Io } from '../io.ts';

/** What an import of names did or would do, for people. */
export function prettyEntityImport(
  io: Io,
  { name, output }: ImportRequest,
  outcome: ImportOutcome,
  dryRun: boolean,
): string {
  const { sources, leftOut, names, entities } = outcome.report;
  const lines = sources.map(
    ({ path, format, lines: read, entities: found }) =>
      `${io.paint('bold', path)}: ${format}, ${count(read, 'line')}, ${count(found, 'entity', 'entities')}`,
  );
  for (const left of leftOut) lines.push(...leftOutLines(io, left));
  const told = `${count(names, 'name')} of ${count(entities, 'entity', 'entities')}`;
  if ('stopped' in outcome) lines.push(io.paint('bold', 'Nothing was imported.'));
  else if (dryRun) lines.push(io.paint('bold', `${told}. Nothing was written.`));
  else {
    const size = `${(outcome.bytes / 1e6).toFixed(1)} MB`;
    const again = outcome.resumed ? ', gone on with after an interruption' : '';
    lines.push(io.paint('bold', `${told} imported as ${name}${again}: ${output} (${size})`));
  }
  return `${lines.join('\n')}\n`;
}

function leftOutLines(io: Io, { message, count: times, isProblem, examples }: LeftOut): string[] {
  const head = `${io.paint(isProblem ? 'yellow' : 'dim', isProblem ? 'left out' : 'passed over')} ${times} ×  ${formatMessage(message)}`;
  const shown = examples.map(
    ({ file, line, text }) => `    ${file}:${line}${text === '' ? '' : `  ${text}`}`,
  );
  return [head, ...shown, ...(times > shown.length ? [`    and ${times - shown.length} more`] : [])];
}

/** The same for programs. */
export function entityImportOutput(
  { name, output }: ImportRequest,
  outcome: ImportOutcome,
  dryRun: boolean,
): EntityImportOutput {
  const { sources, leftOut, names, entities } = outcome.report;
  const made = 'stopped' in outcome ? undefined : outcome;
  return {
    version: OUTPUT_VERSION,
    name,
    output,
    dryRun,
    imported: made !== undefined && !dryRun,
    resumed: made?.resumed ?? false,
    ...('stopped' in outcome ? { error: formatMessage(outcome.stopped) } : {}),
    sources: sources.map((source) => ({ ...source })),
    entities,
    names,
    bytes: made?.bytes ?? 0,
    leftOut: leftOut.map(({ code, message, isProblem, count: times, examples }) => ({
      code,
      message: formatMessage(message),
      problem: isProblem,
      count: times,
      examples: [...examples],
    })),
  };
}
