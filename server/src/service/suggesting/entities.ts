import { becauseKnown } from '../../core/suggestions/becauses.ts';
import type { Suggestion } from '../../core/suggestions/suggestion.ts';
import type { Article } from '../articles.ts';
import type { Cancellation } from '../ports.ts';

/** A suggestion for every known name that the article mentions: the entity's type, and the entity itself. */
export async function entitySuggestions(article: Article, cancel: Cancellation): Promise<Suggestion[]> {
  const { gazetteer } = await article.project.entities();
  return (await article.mentions(cancel)).flatMap((mention): Suggestion[] => {
    const entity = gazetteer.entity(mention.entityId);
    if (!entity) return [];
    const { start, end, score } = mention;
    const because = becauseKnown(entity.name);
    return [{ start, end, label: entity.type, entity: entity.id, score, source: 'entity', because }];
  });
}
