import { type Message, msg } from '../core/message.ts';
import type { FileReport, ImportPlan, ImportProblem } from '../service/datasets/importReport.ts';
import { totalOf } from '../service/datasets/importReport.ts';
import type { Workspace } from '../service/workspace.ts';
import type { ImportView } from './protocol/datasets.ts';
import { ReportText } from './reportText.ts';

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
            'Imported. New annotations: {0}, new articles: {1}. Already there: {2}. To be looked at: {3}. Left out: {4}.',
            ...counts,
          )
        : msg(
            'New annotations: {0}, new articles: {1}. Already there: {2}. To be looked at: {3}. Left out: {4}.',
            ...counts,
          ),
  );
  const report = new ReportText().heading(say(msg('Import'))).line(sentence);
  const list = (title: string, items: readonly string[]) => {
    if (items.length > 0) report.heading(title).list(items, MOST_LISTED, more);
  };
  const more = (count: number) => say(msg('and {0} more', count));
  list(say(msg('What is wrong')), problemLines(say, plan));
  for (const file of plan.files) addFile(report, say, file);
  list(
    say(msg('Names that the project does not have')),
    plan.unknownNames.map(({ name, count }) => `${name}: ${count}`),
  );
  list(say(msg('New articles')), plan.created);
  return {
    sentence,
    report: report.toString(),
    added,
    unsure: look,
    unknownLabels: [...new Set(plan.unknownNames.map((n) => n.name))],
    stopped: plan.stopped,
  };
}

type Say = (message: Message) => string;

function problemLines(say: Say, { problems, files }: ImportPlan): string[] {
  const all = [...problems, ...files.flatMap((f) => f.problems)].filter((p) => p.severity !== 'information');
  const order = (p: ImportProblem) => (p.severity === 'error' ? 0 : 1);
  return all.toSorted((a, b) => order(a) - order(b)).map((p) => problemLine(say, p));
}

function problemLine(say: Say, { file, line, message }: ImportProblem): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return `${place === '' ? '' : `${place}: `}${say(message)}`;
}

function addFile(report: ReportText, say: Say, file: FileReport): void {
  const { format, recognised, added, there, leftOut, matched, created, offsets, notes } = file;
  const known = format
    ? recognised
      ? say(msg('Recognised as {0}.', format.title))
      : `${format.title}.`
    : say(msg('Of no known format.'));
  const counts = [added, there, leftOut, matched, created] as const;
  const more = (count: number) => say(msg('and {0} more', count));
  const informed = file.problems.filter((p) => p.severity === 'information');
  report
    .heading(file.file)
    .line(known)
    .line(
      say(
        msg(
          'New annotations: {0}, already there: {1}, left out: {2}. Articles found: {3}, new: {4}.',
          ...counts,
        ),
      ),
    )
    .list([...offsets.sentences.map(say), ...informed.map((p) => problemLine(say, p))], MOST_LISTED, more)
    .list(
      notes.map(({ message, line, label, article }) => {
        const at = article.at ? `:${article.at.line}:${article.at.column}` : '';
        return `${file.file}:${line} → ${article.path}${at}: ${label}: ${say(message)}`;
      }),
      MOST_LISTED,
      more,
    );
}
