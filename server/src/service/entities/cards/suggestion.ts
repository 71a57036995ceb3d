import type { Entity } from '../../../core/entities/entity.ts';
import type { Mention } from '../../../core/entities/mention.ts';
import { msg } from '../../../core/message.ts';
import type { Suggestion } from '../../../core/suggestions/suggestion.ts';
import type { Article } from '../../articles.ts';
import type { Line, Section } from '../../markup.ts';
import type { Workspace } from '../../workspace.ts';
import { identitySection } from './identity.ts';
import { occurrencesSection } from './occurrences.ts';
import { percent } from './sentence.ts';
import { guidelineSection, taggingSection } from './tagging.ts';

/**
 * What is suggested at a place, why and how sure; nothing of a suggestion that says no more than the card of the
 * `mention` beside it. `entity`: the one that it would be linked to, where it is known.
 */
export function suggestionSections(
  workspace: Workspace,
  article: Article,
  suggestion: Suggestion,
  mention: Mention | undefined,
  entity: Entity | undefined,
): Section[] {
  const { label, because, score, source, start, end } = suggestion;
  if (source === 'entity' && mention && suggestion.entity === mention.entityId) return [];
  const lines: Line[] = [
    { pieces: [{ strong: workspace.say(msg('Suggested: {0}', label)) }, ` · ${percent(score)} %`] },
    { pieces: [workspace.say(because)] },
  ];
  if (mention) return [lines];
  return [
    lines,
    ...(entity ? [identitySection(workspace, article.project, entity, article.language)] : []),
    ...(entity ? [occurrencesSection(workspace, entity.id)] : []),
    taggingSection(workspace, article.project, [], [], article.text.slice(start, end)),
    guidelineSection(article.project, label),
  ];
}
