import { formatMessage } from '../../core/message.ts';
import {
  type FileReport,
  type ImportNote,
  type ImportPlan,
  type ImportProblem,
  totalOf,
} from '../../service/datasets/importReport.ts';
import type { ImportedFileOutput, ImportOutput } from '../contracts/importing.ts';
import { OUTPUT_VERSION } from '../contracts.ts';
import { count } from '../counted.ts';
import type { Io } from '../io.ts';

/** New articles that people are shown; programs get all of them. */
const MOST_NEW = 50;

/** What an import did or would do, for people. */
export function prettyImport(
  io: Io,
  plan: ImportPlan,
  { imported, dryRun }: { imported: boolean; dryRun: boolean },
): string {
  const lines = plan.files.flatMap((file) => fileLines(io, file));
  for (const path of plan.created.slice(0, MOST_NEW)) lines.push(`${io.paint('green', 'new')} ${path}`);
  if (plan.created.length > MOST_NEW) lines.push(`and ${plan.created.length - MOST_NEW} more new articles`);
  const { added, there, look, leftOut } = totalOf(plan.files);
  const told = [
    `${count(added, 'annotation')} ${imported ? 'added' : 'to add'}`,
    `${there} already there`,
    ...(look > 0 ? [`${look} to look at`] : []),
    ...(leftOut > 0 ? [`${leftOut} left out`] : []),
  ].join(', ');
  const end = imported ? '' : dryRun && !plan.stopped ? '. Nothing was written.' : '. Nothing was imported.';
  lines.push(io.paint('bold', `${told}${end === '' ? '.' : end}`));
  return `${lines.join('\n')}\n`;
}

function fileLines(io: Io, file: FileReport): string[] {
  const format = `${file.format?.title ?? ''}${file.recognised ? ' (recognised)' : ''}`;
  const articles = [
    ...(file.matched > 0 ? [`${count(file.matched, 'article')} of the corpus`] : []),
    ...(file.created > 0 ? [`${count(file.created, 'new article')}`] : []),
  ];
  const unlisted = file.look + file.differs + file.leftOut - file.notes.length;
  return [
    `${io.paint('bold', file.file)}: ${[format, ...articles].join(', ')}`,
    ...file.offsets.sentences.map((sentence) => `  ${formatMessage(sentence)}`),
    ...file.notes.map((note) => `  ${noteLine(io, file.file, note)}`),
    ...(unlisted > 0 ? [`  and ${unlisted} more of these`] : []),
  ];
}

const KINDS = { look: 'look at', differs: 'there', leftOut: 'left out' } as const;

function noteLine(io: Io, file: string, { kind, message, line, label, article }: ImportNote): string {
  const place = article.at ? `${article.path}:${article.at.line}:${article.at.column}` : article.path;
  const colour = kind === 'leftOut' ? 'red' : 'yellow';
  return `${io.paint(colour, KINDS[kind])} ${file}:${line} → ${place} ${label}: ${formatMessage(message)}`;
}

/** A problem in one line: `file:line: severity: message`. */
export function problemLine({ file, line, severity, message }: ImportProblem): string {
  const place = file === '' ? '' : `${file}${line === undefined ? '' : `:${line}`}: `;
  return `${place}${severity}: ${formatMessage(message)}`;
}

/** The same for programs. */
export function importOutput(
  plan: ImportPlan,
  { imported, dryRun }: { imported: boolean; dryRun: boolean },
): ImportOutput {
  const problems = [...plan.problems, ...plan.files.flatMap((f) => f.problems)];
  const sum = (key: 'matched' | 'created') => plan.files.reduce((n, f) => n + f[key], 0);
  return {
    version: OUTPUT_VERSION,
    dryRun,
    imported,
    files: plan.files.map(fileOutput),
    problems: plan.problems.map(problemOutput),
    created: [...plan.created],
    unknownNames: plan.unknownNames.map((one) => ({ ...one })),
    summary: {
      files: plan.files.length,
      matched: sum('matched'),
      created: sum('created'),
      ...totalOf(plan.files),
      errors: problems.filter((p) => p.severity === 'error').length,
      warnings: problems.filter((p) => p.severity === 'warning').length,
    },
  };
}

function fileOutput(file: FileReport): ImportedFileOutput {
  const { counting, quotes, fitted, sentences } = file.offsets;
  const { added, there, look, differs, leftOut } = file;
  return {
    file: file.file,
    format: file.format?.name ?? '',
    recognised: file.recognised,
    offsets: {
      ...(counting ? { counting: { ...counting } } : {}),
      quotes,
      fitted,
      report: sentences.map((s) => formatMessage(s)),
    },
    articles: { matched: file.matched, created: file.created },
    ...{ added, there, look, differs, leftOut },
    notes: file.notes.map(({ message, article: { path, at }, ...note }) => ({
      ...note,
      message: formatMessage(message),
      article: { path, ...at },
    })),
    problems: file.problems.map(problemOutput),
  };
}

function problemOutput({ message, ...problem }: ImportProblem) {
  return { ...problem, message: formatMessage(message) };
}
