import { speaksOf } from '../../core/entities/editing/entityFileEdit.ts';

import type { Entity } from '../../core/entities/entity.ts';
import { type Message, msg } from '../../core/message.ts';
import { type Cancellation, NEVER_CANCELLED } from '../ports.ts';
import type { LoadedProject } from '../projects.ts';
import { runSteps } from '../stepping.ts';
import type { Workspace } from '../workspace.ts';
import { type EntityFilePlace, editableFiles, MOST_BYTES } from './entityFiles.ts';

/**
 * The project's editable files with a line of an entity, the one that counts first; with `name`: only those in which
 * such a line spells it so.
 */
export async function placesOf(
  workspace: Workspace,
  project: LoadedProject,
  entity: Entity,
  name?: string,
  cancel: Cancellation = NEVER_CANCELLED,
): Promise<EntityFilePlace[]> {
  const files = (await editableFiles(workspace, project)).filter((f) => f.exists);
  const { source } = entity;
  const main = source.kind === 'file' ? source.uri : undefined;
  const found: EntityFilePlace[] = [];
  for (const place of files.toSorted((a, b) => Number(b.uri === main) - Number(a.uri === main))) {
    const file = await workspace.texts.read(place.uri, MOST_BYTES);
    if (!file || 'unreadable' in file) continue;
    const speaks = speaksOf(place.path, file.document.getText(), entity.id, name);
    if (await runSteps(speaks, workspace.host, cancel)) found.push(place);
  }
  return found;
}

/** Says that an entity is gone. */
export function unknownEntity(id: string): Message {
  return msg('The entity {0} is not known any more. Look at the entity files, then try again.', id);
}

/** Why the names of an entity cannot be changed. */
export function notEditable(entity: Entity): Message {
  const { name, source } = entity;
  if (source.kind === 'built-in') {
    return msg(
      'The names of {0} are built in and cannot be changed. Add an alias of your own instead.',
      name,
    );
  }
  if (source.kind === 'imported') {
    return msg(
      '{0} comes from an imported list, whose names cannot be changed. Add an alias of your own instead.',
      name,
    );
  }
  return msg(
    'The name is not in a file that can be changed here. Change the entity file of {0} by hand.',
    name,
  );
}
