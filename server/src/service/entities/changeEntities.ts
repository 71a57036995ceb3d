import { proposedId } from '../../core/entities/editing/proposedId.ts';
import { SpellingSearch } from '../../core/entities/editing/spellings.ts';
import { foldName } from '../../core/entities/fold.ts';
import type { CarriedOut } from '../annotating/carriedOut.ts';
import type { Article } from '../articles.ts';
import type { Cancellation } from '../ports.ts';
import type { Workspace } from '../workspace.ts';
import { nameDraft } from './draft.ts';
import { editableFiles, newFile } from './entityFiles.ts';
import type { EntityPurpose } from './entityPurpose.ts';
import { removeName } from './renaming.ts';
import { addAlias, addEntity } from './writing.ts';

/** The edit of entity files that a chosen action asks for. */
export async function changeEntities(
  workspace: Workspace,
  article: Article,
  purpose: EntityPurpose,
  cancel: Cancellation,
): Promise<CarriedOut> {
  const { project } = article;
  if (purpose.kind === 'removeName') {
    return removeName(workspace, project, { id: purpose.entity, name: purpose.name });
  }
  const draft = await nameDraft(workspace, article, purpose, cancel);
  if ('refused' in draft) return draft;
  const { name, language } = draft;
  if (purpose.kind === 'addAlias') {
    return addAlias(workspace, project, { entity: purpose.entity, language, names: [name] });
  }
  const { gazetteer } = await project.entities();
  const { type } = purpose;
  const id = proposedId(name, type, (taken) => gazetteer.entity(taken) !== undefined);
  const file = (await editableFiles(workspace, project))[0] ?? newFile(project);
  const names = new Map([[language, spellingsHere(article, name)]]);
  return addEntity(workspace, project, file.uri, { id, type, name, names, description: new Map() });
}

/** The name, and how else the article spells it, but for letter case: that is found anyway. */
function spellingsHere({ text, language }: Article, name: string): string[] {
  const spellings = new Map([[foldName(name), name]]);
  for (const spelling of new SpellingSearch(name).in(text, language)) {
    const key = foldName(spelling);
    if (!spellings.has(key)) spellings.set(key, spelling);
  }
  return [...spellings.values()];
}
