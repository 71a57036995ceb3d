import type { Location, Position } from 'vscode-languageserver-types';
import { toRange } from '../convert.ts';
import type { PassProgress } from '../corpus.ts';
import { entityEntries } from '../entities/entityEntries.ts';
import { entityPlace } from '../entities/entityPlace.ts';
import { placesInArticle } from '../entities/placesInArticle.ts';
import { type Cancellation, Cancelled } from '../ports.ts';
import type { Workspace } from '../workspace.ts';

/** What is asked for, and whether the lines of entity files belong to the answer. */
export interface ReferenceQuery {
  readonly uri: string;
  readonly position: Position;
  readonly includeDeclaration: boolean;
}

/**
 * Every mention, in all articles of the corpus, of the entity at a place of an article, an entity file or a sidecar,
 * and every tag linked to it that this person may see. Throws {@link Cancelled}.
 */
export async function references(
  workspace: Workspace,
  { uri, position, includeDeclaration }: ReferenceQuery,
  cancel: Cancellation,
  progress?: PassProgress,
): Promise<Location[]> {
  const place = await entityPlace(workspace, uri, position, cancel);
  if (!place) return [];
  const { entity, project } = place;
  const found: Location[] = [];
  if (includeDeclaration) {
    for (const entry of await entityEntries(workspace, project, entity))
      found.push({ uri: entry.uri, range: toRange(entry.document, entry.id) });
  }
  const { corpus, host } = workspace;
  await corpus.findMentions(cancel, progress);
  const uris = new Set([
    ...corpus.mentions.articlesWith(entity).map(({ article }) => article),
    ...corpus.mentions.articlesLinkedTo(entity),
  ]);
  for (const one of [...uris].sort()) {
    if (cancel.isCancellationRequested) throw new Cancelled();
    const article = await workspace.article(one);
    if (!article) continue;
    const places = await placesInArticle(workspace, article, entity, cancel, 'quick');
    for (const range of places) found.push({ uri: one, range: toRange(article.document, range) });
    await host.pause();
  }
  return found;
}
