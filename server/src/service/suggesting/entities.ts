import { becauseKnown } from '../../core/suggestions/becauses.ts';
import type { Suggestion } from '../../core/suggestions/suggestion.ts';
import type { SuggestingScene } from './scene.ts';

/** A suggestion for every known name that the article mentions: the entity's type, and the entity itself. */
export function entitySuggestions({ gazetteer, mentions }: SuggestingScene): Suggestion[] {
  return mentions.flatMap((mention): Suggestion[] => {
    const entity = gazetteer.entity(mention.entityId);
    if (!entity) return [];
    const { start, end, score } = mention;
    const because = becauseKnown(entity.name);
    return [{ start, end, label: entity.type, entity: entity.id, score, source: 'entity', because }];
  });
}
