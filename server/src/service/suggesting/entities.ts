import type { Steps } from '../../core/steps.ts';
import { becauseKnown } from '../../core/suggestions/becauses.ts';
import type { Suggestion } from '../../core/suggestions/suggestion.ts';
import type { SuggestingScene } from './scene.ts';

const MENTIONS_A_STEP = 1000;

/** A suggestion for every known name that the article mentions: the entity's type, and the entity itself. */
export function* entitySuggestions({ gazetteer, mentions }: SuggestingScene): Steps<Suggestion[]> {
  const suggestions: Suggestion[] = [];
  for (const [i, { entityId, start, end, score }] of mentions.entries()) {
    if (i % MENTIONS_A_STEP === 0) yield;
    const entity = gazetteer.entity(entityId);
    if (!entity) continue;
    const because = becauseKnown(entity.name);
    const known = { label: entity.type, entity: entity.id, score, because };
    suggestions.push({ start, end, ...known, source: 'entity' });
  }
  return suggestions;
}
