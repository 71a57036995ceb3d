import { type Message, msg } from '../core/message.ts';
import type { FileReport, ImportPlan, ImportProblem } from '../service/datasets/importReport.ts';
import { totalOf } from '../service/datasets/importReport.ts';
import { escapeMarkdown } from '../service/markup.ts';
import type { Workspace } from '../service/workspace.ts';
import type { ImportView } from './protocol/datasets.ts';

/** A document with more lines than this helps nobody; the command line lists all. */
const MOST_LISTED = 500;

/** What there is to tell of an import, once for the message and once as a document. `done`: it was carried out. */
export function importView(workspace: Workspace, plan: ImportPlan, done: boolean): ImportView {
  const say = (message: Message) => workspace.say(message);
  const { added, there, look, leftOut } = totalOf(plan.files);
  const created = plan.created.length;
  const counts = [added, created, there, look, leftOut] as const;
  const sentence = say(
    plan.stopped
      ? msg('Nothing can be imported as it is: the report says what is wrong, and where.')
      : done
        ? msg(
            'Imported {0} annotations and {1} new articles; {2} were there already, {3} want a look, {4} were left out.',
            ...counts,
          )
        : msg(
            '{0} annotations are new, in {1} new articles and others; {2} are there already, {3} would want a look, {4} would be left out.',
            ...counts,
          ),
  );
  const lines = [
    `# ${say(msg('Import'))}`,
    '',
    sentence,
    '',
    ...problemLines(say, plan),
    ...plan.files.flatMap((file) => fileLines(say, file)),
    ...nameLines(say, plan),
    ...createdLines(say, plan),
  ];
  return {
    sentence,
    report: `${lines.join('\n').trimEnd()}\n`,
    added,
    unsure: look,
    unknownLabels: [...new Set(plan.unknownNames.map((n) => n.name))],
    stopped: plan.stopped,
  };
}

type Say = (message: Message) => string;

function problemLines(say: Say, { problems, files }: ImportPlan): string[] {
  const all = [...problems, ...files.flatMap((f) => f.problems)].filter((p) => p.severity !== 'information');
  if (all.length === 0) return [];
  const order = (p: ImportProblem) => (p.severity === 'error' ? 0 : 1);
  const sorted = all.toSorted((a, b) => order(a) - order(b));
  return [
    `## ${say(msg('What is wrong'))}`,
    '',
    ...listed(
      say,
      sorted.map((p) => problemLine(say, p)),
    ),
    '',
  ];
}

function problemLine(say: Say, { file, line, message }: ImportProblem): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return `- ${place === '' ? '' : `${escapeMarkdown(place)}: `}${escapeMarkdown(say(message))}`;
}

function fileLines(say: Say, file: FileReport): string[] {
  const { format, recognised, added, there, leftOut, matched, created, offsets, notes } = file;
  const known = format
    ? recognised
      ? say(msg('recognised as {0}', format.title))
      : format.title
    : say(msg('of no known format'));
  const informed = file.problems.filter((p) => p.severity === 'information');
  return [
    `## ${escapeMarkdown(file.file)}`,
    '',
    `${escapeMarkdown(known)}. ${say(msg('{0} annotations are new, {1} are there already, {2} are left out; {3} articles are there, {4} are new.', added, there, leftOut, matched, created))}`,
    '',
    ...offsets.sentences.map((sentence) => `- ${escapeMarkdown(say(sentence))}`),
    ...informed.map((p) => problemLine(say, p)),
    ...listed(
      say,
      notes.map(({ message, line, label, article }) => {
        const at = article.at ? `:${article.at.line}:${article.at.column}` : '';
        const place = `${file.file}:${line} → ${article.path}${at}`;
        return `- ${escapeMarkdown(place)}: ${escapeMarkdown(label)}: ${escapeMarkdown(say(message))}`;
      }),
    ),
    '',
  ];
}

function nameLines(say: Say, { unknownNames }: ImportPlan): string[] {
  if (unknownNames.length === 0) return [];
  const names = unknownNames.map(({ name, count }) => `- ${escapeMarkdown(name)}: ${count}`);
  return [`## ${say(msg('Names that the project does not have'))}`, '', ...listed(say, names), ''];
}

function createdLines(say: Say, { created }: ImportPlan): string[] {
  if (created.length === 0) return [];
  const paths = created.map((path) => `- ${escapeMarkdown(path)}`);
  return [`## ${say(msg('New articles'))}`, '', ...listed(say, paths), ''];
}

function listed(say: Say, lines: readonly string[]): string[] {
  const more = lines.length - MOST_LISTED;
  if (more <= 0) return [...lines];
  return [...lines.slice(0, MOST_LISTED), `- ${say(msg('and {0} more', more))}`];
}
