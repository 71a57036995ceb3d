import { type Message, msg } from '../core/message.ts';
import type { Project } from '../core/project.ts';
import type { FileReport, ImportPlan, ImportProblem } from '../service/datasets/importReport.ts';
import { totalOf } from '../service/datasets/importReport.ts';
import type { ImportSource } from '../service/datasets/importRequest.ts';
import type { Workspace } from '../service/workspace.ts';
import { inEditor } from './editorWords.ts';
import type { ImportView } from './protocol/datasets.ts';
import { Places } from './reportPlaces.ts';
import { type LinkedText, placedText, ReportText } from './reportText.ts';
import { unknownNames } from './unknownNames.ts';

/** A document with more lines than this helps nobody; the command line lists all. */
const MOST_LISTED = 500;

/** What is known of an import beside its plan. */
export interface ImportTold {
  readonly sources: readonly ImportSource[];
  /** The one that annotations are imported into. */
  readonly project: Project;
  /** It was carried out. */
  readonly done: boolean;
}

/** What there is to tell of an import, once for the message and once as a document. */
export function importView(
  workspace: Workspace,
  plan: ImportPlan,
  { sources, project, done }: ImportTold,
): ImportView {
  const places = new Places(plan.root, sources);
  const say = (message: Message) => workspace.say(inEditor(message));
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
  const list = (title: string, items: readonly (string | LinkedText)[]) => {
    if (items.length > 0) report.heading(title).list(items, MOST_LISTED, more);
  };
  const more = (count: number) => say(msg('and {0} more', count));
  list(say(msg('What is wrong')), problemLines(say, plan, places));
  for (const file of plan.files) addFile(report, say, file, places);
  list(
    say(msg('Names that the project does not have')),
    plan.unknownNames.map(({ name, count }) => `${name}: ${count}`),
  );
  const news = plan.created.map((path) => (done ? placedText([places.article(path)], '') : path));
  list(say(msg('New articles')), news);
  return {
    sentence,
    report: report.view,
    added,
    unsure: look,
    unknownNames: unknownNames(workspace, plan, project),
    unclearOffsets: unclearOffsets(say, plan),
    stopped: plan.stopped,
  };
}

type Say = (message: Message) => string;

function problemLines(say: Say, { problems, files }: ImportPlan, places: Places): LinkedText[] {
  const all = [...problems, ...files.flatMap((f) => f.problems)].filter((p) => p.severity !== 'information');
  const order = (p: ImportProblem) => (p.severity === 'error' ? 0 : 1);
  return all.toSorted((a, b) => order(a) - order(b)).map((p) => problemLine(say, p, places));
}

function problemLine(say: Say, { file, line, message }: ImportProblem, places: Places): LinkedText {
  return placedText(file === '' ? [] : [places.file(file, line)], say(message));
}

function addFile(report: ReportText, say: Say, file: FileReport, places: Places): void {
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
    .list(
      [...offsets.sentences.map(say), ...informed.map((p) => problemLine(say, p, places))],
      MOST_LISTED,
      more,
    )
    .list(
      notes.map(({ message, line, label, article }) =>
        placedText(
          [places.file(file.file, line), places.article(article.path, article.at)],
          `${label}: ${say(message)}`,
        ),
      ),
      MOST_LISTED,
      more,
    );
}

/** What nothing showed of how positions count, or what showed two things. */
function unclearOffsets(say: Say, { files }: ImportPlan): string[] {
  return files
    .filter(({ offsets }) => offsets.sentences.length > 0 && (offsets.mixed || offsets.undecided))
    .map(({ file, offsets }) => `${file}: ${offsets.sentences.map(say).join(' ')}`);
}
