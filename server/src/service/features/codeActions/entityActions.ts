import type { CodeAction } from 'vscode-languageserver-types';
import { GOLD } from '../../../core/annotations/sidecarNames.ts';
import { isSpelled } from '../../../core/entities/editing/entityText.ts';
import type { Entity } from '../../../core/entities/entity.ts';
import { type Message, msg } from '../../../core/message.ts';
import { contains } from '../../../core/text/range.ts';
import { type Intent, withIntent } from '../../annotating/intent.ts';
import { nameTags, tagTarget } from '../../annotating/target.ts';
import { innermost, type PlacedSpan, spansAt } from '../../annotations.ts';
import { alikeEntities } from '../../entities/alike.ts';
import { likelyTypes, nameDraft } from '../../entities/draft.ts';
import { isEditable } from '../../entities/entityFiles.ts';
import { guessedName } from '../../entities/guessedName.ts';
import { linkIntent } from '../../entities/linking.ts';
import { type Cancellation, NEVER_CANCELLED } from '../../ports.ts';
import type { Workspace } from '../../workspace.ts';
import { type ActionScene, excerpt } from './scene.ts';
import { ENTITY_KIND } from './tagActions.ts';

const MOST_TYPES = 2;
const MOST_ALIKE = 3;

/**
 * *Link this tag to entity Y* and *Unlink* for the innermost tag at the cursor; *Add “X” to entities as ORG* and *Add
 * “X” as alias of Y* for words that are no known name; *“X” is no name of Y* for one that is. Names are only looked up
 * here: an editor asks at every move of the cursor.
 */
export async function entityActions(
  workspace: Workspace,
  scene: ActionScene,
  cancel: Cancellation = NEVER_CANCELLED,
): Promise<CodeAction[]> {
  return [
    ...linkActions(workspace, scene),
    ...(await growingActions(workspace, scene, cancel)),
    ...removeActions(workspace, scene),
  ];
}

function linkActions(workspace: Workspace, scene: ActionScene): CodeAction[] {
  const { article, placed, at, ownSidecar, origin } = scene;
  if (ownSidecar === undefined) return [];
  const here = spansAt(nameTags(article, placed), at).filter((s) => s.layer.annotator !== GOLD);
  const span = here.find((s) => s.layer.uri === ownSidecar) ?? here[0];
  if (!span) return [];
  const own = span.layer.uri === ownSidecar;
  const linked = span.annotation.entity;
  const actions = linkable(scene, span).map(({ id, name }) =>
    action(
      workspace,
      own ? msg('Link this tag to {0} ({1})', name, id) : msg('Say that this tag names {0} ({1})', name, id),
      linkIntent(origin, ownSidecar, span, id),
    ),
  );
  if (linked === undefined) return actions;
  const name = scene.gazetteer.entity(linked)?.name ?? linked;
  const title = own
    ? msg('Unlink this tag from {0} ({1})', name, linked)
    : msg('Say that this tag does not name {0} ({1})', name, linked);
  return [...actions, action(workspace, title, linkIntent(origin, ownSidecar, span, null))];
}

/** Whom the words of a tag may name: what they are known to mean there, then others of the name; its label's first. */
function linkable(
  { mentions, gazetteer }: ActionScene,
  { annotation, range }: PlacedSpan,
): readonly Entity[] {
  const mention = mentions.find((m) => m.start === range.start && m.end === range.end);
  const ids = mention ? [mention.entityId, ...mention.alternatives.map((a) => a.entityId)] : [];
  const meant = ids.flatMap((id) => gazetteer.entity(id) ?? []);
  const alike = alikeEntities(gazetteer, annotation.text, MOST_ALIKE, false).map((a) => a.entity);
  const all = [...new Map([...meant, ...alike].map((e) => [e.id, e])).values()];
  const fits = (e: Entity) => Number(e.type === annotation.label);
  return all
    .filter((e) => e.id !== annotation.entity)
    .sort((a, b) => fits(b) - fits(a))
    .slice(0, MOST_ALIKE);
}

async function growingActions(
  workspace: Workspace,
  scene: ActionScene,
  cancel: Cancellation,
): Promise<CodeAction[]> {
  const { article, at, mentions, origin, gazetteer } = scene;
  const tag = at.start === at.end ? innermost(nameTags(article, scene.placed), at) : undefined;
  const target = tag?.range ?? guessedName(scene.suggestions, at) ?? tagTarget(article, mentions, at);
  if (!target || mentions.some((m) => m.start === target.start && m.end === target.end)) return [];
  const { start, end } = target;
  // A cursor is in some word all day long; only one that may be a name is worth an offer.
  if (at.start === at.end && !tag && !isCapitalized(article.text.slice(start, end))) return [];
  const draft = await nameDraft(workspace, article, { start, end }, cancel);
  if ('refused' in draft) return [];
  const shown = excerpt(draft.name);
  const additions = likelyTypes(draft.type, article, MOST_TYPES).map((type) =>
    action(workspace, msg('Add “{0}” to entities as {1}', shown, type), {
      ...origin,
      kind: 'addEntity',
      start,
      end,
      type,
    }),
  );
  const aliases = alikeEntities(gazetteer, draft.name, MOST_ALIKE, false)
    .filter(({ entity }) => ![...entity.names.values()].flat().some((n) => isSpelled(n, draft.name)))
    .map(({ entity: { id, name } }) =>
      action(workspace, msg('Add “{0}” as alias of {1} ({2})', shown, name, id), {
        ...origin,
        kind: 'addAlias',
        start,
        end,
        entity: id,
      }),
    );
  return [...additions, ...aliases];
}

function isCapitalized(text: string): boolean {
  const first = text.match(/\p{L}/u)?.[0] ?? '';
  return first !== first.toLowerCase();
}

function removeActions(
  workspace: Workspace,
  { article, at, mentions, gazetteer, origin }: ActionScene,
): CodeAction[] {
  const mention = mentions.find((m) => contains(m, at));
  const entity = mention && gazetteer.entity(mention.entityId);
  if (!mention || !entity || !isEditable(entity, article.project)) return [];
  const name = article.text.slice(mention.start, mention.end);
  const isAlias = [...entity.names.values()].flat().some((n) => isSpelled(n, name));
  if (!isAlias || isSpelled(entity.name, name)) return [];
  const title = msg('“{0}” is no name of {1}: remove it from the entity file', excerpt(name), entity.name);
  return [action(workspace, title, { ...origin, kind: 'removeName', entity: entity.id, name })];
}

function action(workspace: Workspace, title: Message, intent: Intent): CodeAction {
  return { title: workspace.say(title), kind: ENTITY_KIND, data: withIntent(intent) };
}
