import { entityCard } from '../../core/entities/card.ts';
import type { Entity } from '../../core/entities/entity.ts';
import type { LoadedProject } from '../projects.ts';
import type { Workspace } from '../workspace.ts';
import { isEditable } from './entityFiles.ts';

/** What a list shows of an entity. */
export interface ListedEntity {
  readonly id: string;
  readonly type: string;
  /** In the reader's language. */
  readonly name: string;
  readonly description?: string;
  /** The name by which it was found, where that is another one. */
  readonly found?: string;
  /** In the articles read so far. */
  readonly mentions: number;
  /** A line of the project's own can take names. */
  readonly editable: boolean;
}

/** An entity as a list shows it to the reader. */
export function listedEntity(
  workspace: Workspace,
  project: LoadedProject,
  entity: Entity,
  found?: string,
): ListedEntity {
  const { title, description } = entityCard(entity, {
    language: workspace.reader.locale,
    corpusLanguages: [],
  });
  return {
    id: entity.id,
    type: entity.type,
    name: title,
    ...(description === undefined ? {} : { description: description.text }),
    ...(found === undefined || found === title ? {} : { found }),
    mentions: workspace.corpus.mentionsOf(entity.id).mentions,
    editable: isEditable(entity, project),
  };
}
