import type { Location, Position } from 'vscode-languageserver-types';
import { contains } from '../../core/text/range.ts';
import { innermost } from '../annotations.ts';
import { toRange } from '../convert.ts';
import type { PassProgress } from '../corpus.ts';
import type { Cancellation } from '../ports.ts';
import type { Workspace } from '../workspace.ts';

/** The entity under a position: that of the mention there, else the one that a tag there is linked to. */
export async function entityAt(
  workspace: Workspace,
  uri: string,
  position: Position,
  cancel: Cancellation,
): Promise<string | undefined> {
  const article = await workspace.article(uri);
  if (!article) return undefined;
  const offset = article.document.offsetAt(position);
  const at = { start: offset, end: offset };
  const mention = (await article.mentions(cancel)).find((m) => contains(m, at));
  if (mention) return mention.entityId;
  const { placed } = await workspace.annotations(article);
  return innermost(placed, at)?.annotation.entity;
}

/** Every mention, in all articles of the corpus, of the entity under the cursor. */
export async function references(
  workspace: Workspace,
  uri: string,
  position: Position,
  cancel: Cancellation,
  progress?: PassProgress,
): Promise<Location[]> {
  const entity = await entityAt(workspace, uri, position, cancel);
  if (entity === undefined) return [];
  const { corpus } = workspace;
  await corpus.findMentions(cancel, progress);
  const found: Location[] = [];
  for (const article of await corpus.articles()) {
    if (corpus.mentionsIn(article.uri)?.mentions.has(entity)) {
      found.push(...(await mentionsOf(workspace, article.uri, entity, cancel)));
    }
  }
  return found;
}

async function mentionsOf(
  workspace: Workspace,
  uri: string,
  entity: string,
  cancel: Cancellation,
): Promise<Location[]> {
  const article = await workspace.article(uri);
  if (!article) return [];
  const mentions = await article.mentions(cancel);
  return mentions
    .filter((m) => m.entityId === entity)
    .map((m) => ({ uri, range: toRange(article.document, m) }));
}
