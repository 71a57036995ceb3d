import type { Mention } from '../../../core/entities/mention.ts';
import { msg } from '../../../core/message.ts';
import type { PlacedSpan } from '../../annotations.ts';
import type { Article } from '../../articles.ts';
import type { Section } from '../../markup.ts';
import type { LoadedProject } from '../../projects.ts';
import type { Workspace } from '../../workspace.ts';
import { identitySection } from './identity.ts';
import { mannerSection } from './manner.ts';
import { occurrencesSection } from './occurrences.ts';
import { guidelineSection, taggingSection } from './tagging.ts';

/** What is known of the article that a card is shown in. */
export interface CardScene {
  readonly article: Article;
  readonly placed: readonly PlacedSpan[];
  readonly mentions: readonly Mention[];
  /** The tags at the place itself: their guidelines are shown with them. */
  readonly spans: readonly PlacedSpan[];
}

/** The card of a mention. Empty where its entity is no longer known. */
export async function mentionCard(
  workspace: Workspace,
  scene: CardScene,
  mention: Mention,
): Promise<Section[]> {
  const { article, mentions } = scene;
  const knowledge = await article.project.entities();
  const entity = knowledge.gazetteer.entity(mention.entityId);
  if (!entity) return [];
  const same = mentions.filter((m) => m.entityId === entity.id);
  const words = article.text.slice(mention.start, mention.end);
  return [
    identitySection(workspace, article.project, entity, article.language),
    mannerSection(workspace, article, knowledge, mention, mentions),
    occurrencesSection(workspace, entity.id, { article, mentions }),
    taggingSection(workspace, article.project, scene.placed, same, words),
    ...guideline(scene, entity.type),
  ];
}

/** The card of the entity that a tag is linked to, whatever its words are. */
export async function linkedCard(
  workspace: Workspace,
  scene: CardScene,
  { annotation, range }: PlacedSpan,
): Promise<Section[]> {
  const { article, mentions } = scene;
  const id = annotation.entity ?? '';
  const entity = (await article.project.entities()).gazetteer.entity(id);
  if (!entity) return [[{ pieces: [workspace.say(msg('No entity file has {0}.', id))] }]];
  const words = article.text.slice(range.start, range.end);
  return [
    identitySection(workspace, article.project, entity, article.language),
    occurrencesSection(workspace, entity.id, { article, mentions }),
    taggingSection(workspace, article.project, [], [], words),
    ...guideline(scene, entity.type),
  ];
}

/** The card of an entity outside of articles. Empty where it is not known. */
export async function standaloneCard(
  workspace: Workspace,
  project: LoadedProject,
  id: string,
): Promise<Section[]> {
  const entity = (await project.entities()).gazetteer.entity(id);
  if (!entity) return [];
  return [
    identitySection(workspace, project, entity),
    occurrencesSection(workspace, entity.id),
    taggingSection(workspace, project, [], [], entity.name),
    guidelineSection(project, entity.type),
  ];
}

function guideline({ article, spans }: CardScene, label: string): Section[] {
  const isShown = spans.some(({ annotation }) => annotation.label === label);
  return isShown ? [] : [guidelineSection(article.project, label)];
}
