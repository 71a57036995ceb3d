import type { TextRange } from '../../core/text/range.ts';
import { isStruck } from '../annotations.ts';
import type { Article } from '../articles.ts';
import type { Cancellation } from '../ports.ts';
import type { Workspace } from '../workspace.ts';

/**
 * Where an article speaks of an entity: its names, and tags linked to it that this person may see; each place once, in
 * text order (UTF-16 units of the article).
 */
export async function placesInArticle(
  workspace: Workspace,
  article: Article,
  entity: string,
  cancel: Cancellation,
  depth: 'thorough' | 'quick' = 'thorough',
): Promise<TextRange[]> {
  const places = new Map<string, TextRange>();
  const add = ({ start, end }: TextRange) => places.set(`${start} ${end}`, { start, end });
  for (const mention of await article.mentions(cancel)) if (mention.entityId === entity) add(mention);
  const { placed } = await workspace.annotations(article, depth);
  for (const span of placed) if (span.annotation.entity === entity && !isStruck(span)) add(span.range);
  return [...places.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
