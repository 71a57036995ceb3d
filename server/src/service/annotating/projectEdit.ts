import { type Message, msg } from '../../core/message.ts';
import { acceptWordEdits, ruleOffEdits } from '../../core/project/edits.ts';
import { parseProject, ruleSetting } from '../../core/project.ts';
import { applyReplacements, type TextReplacement } from '../../core/text/range.ts';
import type { Article } from '../articles.ts';
import { PROJECT_FILE } from '../projects.ts';
import { joined } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import type { CarriedOut } from './carriedOut.ts';
import { fileEdit } from './fileEdit.ts';

/** Adds a word to the dictionary of the article's project, so that no rule reports it any more. */
export function acceptWord(workspace: Workspace, article: Article, word: string): Promise<CarriedOut> {
  const { dictionary } = article.project.project;
  return changeProject(workspace, article, {
    edits: (text) => acceptWordEdits(text, dictionary, word),
    holds: (text) => parseProject(text).project.dictionary.includes(word),
    summary: msg('“{0}” is accepted in this project.', word),
  });
}

/** Turns a rule off in the article's project, with whatever options it has there. */
export function turnRuleOff(workspace: Workspace, article: Article, rule: string): Promise<CarriedOut> {
  return changeProject(workspace, article, {
    edits: (text) => ruleOffEdits(text, rule),
    holds: (text) => ruleSetting(parseProject(text).project, rule) === 'off',
    summary: msg('The rule {0} is off in this project.', rule),
  });
}

/** A change of the project file, and how to see that it has worked. */
interface ProjectChange {
  edits(text: string): TextReplacement[];
  holds(text: string): boolean;
  readonly summary: Message;
}

async function changeProject(
  workspace: Workspace,
  { project }: Article,
  change: ProjectChange,
): Promise<CarriedOut> {
  const uri = joined(project.root, PROJECT_FILE);
  const file = await workspace.texts.read(uri);
  if (file && 'unreadable' in file) return { refused: file.unreadable };
  const before = file?.document.getText() ?? '';
  const broken = project.problems.some((p) => p.severity === 'error');
  const after = broken ? before : applyReplacements(before, change.edits(before));
  // A key that stands twice, for example, takes the change where it does not count.
  if (broken || !change.holds(after)) {
    return { refused: msg('pressmark.json has a mistake. Mend it first, then choose this again.') };
  }
  workspace.journal.noteFile(uri, before, after);
  return { edit: fileEdit(workspace, uri, file, after), changed: uri, summary: change.summary };
}
