import { msg } from '../../core/message.ts';
import { acceptWordEdits } from '../../core/project/acceptWord.ts';
import { applyReplacements } from '../../core/text/range.ts';
import type { Article } from '../articles.ts';
import { PROJECT_FILE } from '../projects.ts';
import { joined } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import type { CarriedOut } from './carriedOut.ts';
import { fileEdit } from './fileEdit.ts';

/** Adds a word to the dictionary of the article's project, so that no rule reports it any more. */
export async function acceptWord(workspace: Workspace, article: Article, word: string): Promise<CarriedOut> {
  const { project } = article;
  const uri = joined(project.root, PROJECT_FILE);
  const file = await workspace.texts.read(uri);
  if (file && 'unreadable' in file) return { refused: file.unreadable };
  if (project.problems.some((p) => p.severity === 'error')) {
    return { refused: msg('pressmark.json has a mistake. Mend it first, then accept the word again.') };
  }
  const before = file?.document.getText() ?? '';
  const after = applyReplacements(before, acceptWordEdits(before, project.project.dictionary, word));
  const edit = fileEdit(workspace, uri, file, after);
  return { edit, changed: uri, summary: msg('“{0}” is accepted in this project.', word) };
}
