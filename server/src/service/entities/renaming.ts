import { isSpelled } from '../../core/entities/editing/entityText.ts';
import { nameFault } from '../../core/entities/editing/newName.ts';
import { msg } from '../../core/message.ts';
import type { LoadedProject } from '../projects.ts';
import type { Workspace } from '../workspace.ts';
import { changeEntityFiles, type EntitiesChanged } from './changing.ts';
import { notEditable, placesOf, unknownEntity } from './ownLines.ts';

/** Gives a name of an entity another spelling, in every line of the project's entity files that has the entity. */
export async function renameName(
  workspace: Workspace,
  project: LoadedProject,
  renaming: { readonly id: string; readonly from: string; readonly to: string },
): Promise<EntitiesChanged> {
  const { gazetteer } = await project.entities();
  const entity = gazetteer.entity(renaming.id);
  if (!entity) return { refused: unknownEntity(renaming.id) };
  const { from } = renaming;
  const to = renaming.to.trim().normalize('NFC');
  const fault = nameFault(to);
  if (fault) return { refused: fault };
  if (to === from) return { refused: msg('The name is “{0}” already.', to) };
  const others = [entity.name, ...[...entity.names.values()].flat()].filter((n) => !isSpelled(n, from));
  if (others.some((name) => isSpelled(name, to))) {
    return {
      refused: msg('“{0}” is another name of {1} already. Remove one of them instead.', to, entity.name),
    };
  }
  const places = await placesOf(workspace, project, entity, from);
  if (places.length === 0) return { refused: notEditable(entity) };
  const planned = places.map((place) => ({
    place,
    change: { kind: 'rename', id: entity.id, from, to } as const,
  }));
  return changeEntityFiles(workspace, project, planned, msg('“{0}” is now “{1}”.', from, to));
}

/** Takes a name from an entity, in every line of the project's entity files that has it; canonical names stay. */
export async function removeName(
  workspace: Workspace,
  project: LoadedProject,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<EntitiesChanged> {
  const { gazetteer } = await project.entities();
  const entity = gazetteer.entity(id);
  if (!entity) return { refused: unknownEntity(id) };
  const places = await placesOf(workspace, project, entity, name);
  if (places.length === 0) return { refused: notEditable(entity) };
  const planned = places.map((place) => ({ place, change: { kind: 'removeName', id, name } as const }));
  const summary = msg('“{0}” is no longer a name of {1}.', name, entity.name);
  return changeEntityFiles(workspace, project, planned, summary);
}
