import { isEditableFile, isJsonLines } from '../../core/entities/editing/entityFileEdit.ts';
import { type EntityContent, isSpelled } from '../../core/entities/editing/entityText.ts';
import { nameFault } from '../../core/entities/editing/newName.ts';
import { type Message, msg } from '../../core/message.ts';
import type { LoadedProject } from '../projects.ts';
import { normalized, relativePath } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import { changeEntityFiles, type EntitiesChanged } from './changing.ts';
import { cleaned, contentFault, languageFault, type WrittenEntity } from './entityContent.ts';
import { type EntityFilePlace, editableFiles, MOST_BYTES, newFile } from './entityFiles.ts';
import { placesOf, unknownEntity } from './ownLines.ts';

type Refused = { readonly refused: Message };

/** Adds an entity to the end of one of the project's entity files (by URI), which is made where it is missing. */
export async function addEntity(
  workspace: Workspace,
  project: LoadedProject,
  fileUri: string,
  written: WrittenEntity,
): Promise<EntitiesChanged> {
  const entity: EntityContent = cleaned(written);
  const fault = contentFault(project, entity);
  if (fault) return { refused: fault };
  const { gazetteer } = await project.entities();
  const taken = gazetteer.entity(entity.id);
  if (taken) {
    return {
      refused: msg(
        'The id {0} is that of {1} ({2}). Choose another id, or add the name to it as an alias.',
        entity.id,
        taken.name,
        taken.type,
      ),
    };
  }
  const place = await fileAt(workspace, project, fileUri);
  if ('refused' in place) return place;
  const summary = msg('{0} is now known as {1}.', entity.name, entity.type);
  return changeEntityFiles(workspace, project, [{ place, change: { kind: 'append', entity } }], summary);
}

/**
 * Adds names of a language to a known entity: to its line where the project has one, else, as for built-in and
 * imported entities, by a line of the same id in the project's own file, which is joined with them.
 */
export async function addAlias(
  workspace: Workspace,
  project: LoadedProject,
  alias: { readonly entity: string; readonly language: string; readonly names: readonly string[] },
): Promise<EntitiesChanged> {
  const { gazetteer } = await project.entities();
  const entity = gazetteer.entity(alias.entity);
  if (!entity) return { refused: unknownEntity(alias.entity) };
  const { language } = alias;
  const odd = languageFault(language);
  if (odd) return { refused: odd };
  const names = [...new Set(alias.names.map((name) => name.trim().normalize('NFC')))];
  const fault = names.length === 0 ? nameFault('') : names.map(nameFault).find((f) => f);
  if (fault) return { refused: fault };
  const known = [...(entity.names.get(language) ?? []), ...(entity.names.get('und') ?? [])];
  const fresh = names.filter((name) => !known.some((k) => isSpelled(k, name)));
  if (fresh.length === 0) {
    return { refused: msg('“{0}” is a name of {1} already.', names[0] ?? '', entity.name) };
  }
  const summary =
    fresh.length === 1
      ? msg('“{0}” is now a name of {1}.', fresh[0] ?? '', entity.name)
      : msg('{0} names of {1} were added.', fresh.length, entity.name);
  const own = (await placesOf(workspace, project, entity))[0];
  if (own) {
    const change = { kind: 'addNames', id: entity.id, language, names: fresh } as const;
    return changeEntityFiles(workspace, project, [{ place: own, change }], summary);
  }
  const place =
    (await editableFiles(workspace, project)).find((f) => isJsonLines(f.path)) ?? newFile(project);
  const { id, type, name } = entity;
  const line: EntityContent = {
    id,
    type,
    name,
    names: new Map([[language, fresh]]),
    description: new Map(),
  };
  return changeEntityFiles(
    workspace,
    project,
    [{ place, change: { kind: 'append', entity: line } }],
    summary,
  );
}

/** The file that somebody chose, where the project may be changed there. */
async function fileAt(
  workspace: Workspace,
  project: LoadedProject,
  uri: string,
): Promise<EntityFilePlace | Refused> {
  const wanted = normalized(uri);
  const made = newFile(project);
  if (wanted === made.uri) {
    return (await editableFiles(workspace, project)).find((f) => f.uri === wanted) ?? made;
  }
  const path = relativePath(project.root, wanted);
  if (path === undefined || path.split('/').includes('..') || !project.isEntityFile(wanted)) {
    return {
      refused: msg(
        'That is no entity file of this project. Choose one that pressmark.json names under “entities”.',
      ),
    };
  }
  if (!isEditableFile(path)) {
    return {
      refused: msg(
        'Entities can be added to files that end in {0} only. Choose another one.',
        '.jsonl, .csv, .tsv',
      ),
    };
  }
  return { uri: wanted, path, exists: (await workspace.texts.read(wanted, MOST_BYTES)) !== undefined };
}
