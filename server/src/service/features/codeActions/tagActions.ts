import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { type Message, msg } from '../../../core/message.ts';
import type { Label } from '../../../core/project.ts';
import { type IntendedSpan, withIntent } from '../../annotating/intent.ts';
import { nameTagAt, type Sought, soughtAt, soughtPlaces } from '../../annotating/sought.ts';
import { sentenceAt, type TagTarget, tagTarget } from '../../annotating/target.ts';
import type { Workspace } from '../../workspace.ts';
import type { ConfirmedTag } from './confirmActions.ts';
import { type ActionScene, excerpt, isTagged } from './scene.ts';

/** Kind of all actions that write annotations; clients may ask for it alone. */
export const ANNOTATE_KIND = `${CodeActionKind.Refactor}.annotate`;

/** Kind of the actions about entities; clients may ask for it alone. */
export const ENTITY_KIND = `${ANNOTATE_KIND}.entity`;

/**
 * *Tag as X* for each label of names, the likeliest first; *Tag all N mentions* in the article and in the corpus; *Tag sentence* for each label of
 * sentences but those that a *Confirm* gives to the sentence at the cursor.
 */
export function tagActions(
  workspace: Workspace,
  scene: ActionScene,
  confirmed: readonly ConfirmedTag[],
): CodeAction[] {
  const labels = scene.article.project.project.labels;
  const target = tagTarget(scene.article, scene.mentions, scene.at);
  const actions: CodeAction[] = [];
  if (target) {
    const suggested = suggestedLabel(scene, target);
    const forNames = labels.filter((l) => !l.sentence);
    forNames.sort((a, b) => Number(b.name === suggested) - Number(a.name === suggested));
    for (const label of forNames) {
      if (!isTagged(scene, target, label.name))
        actions.push(tagAction(workspace, scene, target, label, suggested));
    }
    const all = tagAllActions(workspace, scene);
    actions.splice(Math.min(1, actions.length), 0, ...all);
  }
  return [...actions, ...sentenceActions(workspace, scene, labels, confirmed)];
}

/** The label of what the cursor stands on: that of a tag there, else the type of the known entity. */
function suggestedLabel(scene: ActionScene, target: TagTarget): string | undefined {
  const tag = nameTagAt(scene, target)?.annotation;
  if (tag) return tag.label;
  return target.mention && scene.gazetteer.entity(target.mention.entityId)?.type;
}

function tagAction(
  workspace: Workspace,
  scene: ActionScene,
  target: TagTarget,
  label: Label,
  suggested: string | undefined,
): CodeAction {
  const entity = label.name === suggested ? target.mention?.entityId : undefined;
  const span: IntendedSpan = {
    start: target.start,
    end: target.end,
    ...(entity === undefined ? {} : { entity }),
  };
  return {
    title: workspace.say(
      msg('Tag as {0}: {1}', label.name, excerpt(scene.article.text.slice(span.start, span.end))),
    ),
    kind: ANNOTATE_KIND,
    ...(label.name === suggested && !isSuggested(scene, target) ? { isPreferred: true } : {}),
    data: withIntent({ ...scene.origin, kind: 'add', label: label.name, spans: [span] }),
  };
}

/** Then to accept the suggestion is preferred, which is the same or better. */
function isSuggested({ suggestions }: ActionScene, { start, end }: TagTarget): boolean {
  return suggestions.some((s) => s.start === start && s.end === end);
}

/** *Tag all N mentions in this article*, where there are several, and *… in the corpus*. */
function tagAllActions(workspace: Workspace, scene: ActionScene): CodeAction[] {
  const sought = soughtAt(scene, scene.gazetteer, scene.at);
  if (!sought) return [];
  const { label, start, end } = sought;
  if (
    label === undefined ||
    !scene.article.project.project.labels.some((l) => l.name === label && !l.sentence)
  )
    return [];
  const places = soughtPlaces(scene, sought);
  const link = sought.entity === undefined ? {} : { entity: sought.entity };
  const spans = places.filter((p) => !p.tagged).map(({ start, end }) => ({ start, end, ...link }));
  const actions: CodeAction[] = [];
  if (places.length > 1 && spans.length > 0) {
    actions.push({
      title: workspace.say(msg('Tag all {0} mentions in this article as {1}', spans.length, label)),
      kind: ANNOTATE_KIND,
      data: withIntent({ ...scene.origin, kind: 'add', label, spans }),
    });
  }
  actions.push({
    title: workspace.say(inCorpus(workspace, sought, label)),
    kind: ANNOTATE_KIND,
    data: withIntent({ ...scene.origin, kind: 'tagCorpus', label, start, end }),
  });
  return actions;
}

/** How many there are is said where the whole corpus has been read for mentions. */
function inCorpus({ corpus }: Workspace, { byEntity, entity, text }: Sought, label: string): Message {
  const { read, all } = corpus.mentions.coverage();
  if (!byEntity || entity === undefined) {
    return msg('Tag every “{0}” in the corpus as {1}…', excerpt(text), label);
  }
  return all !== undefined && read >= all
    ? msg('Tag all {0} mentions in the corpus as {1}…', corpus.mentionsOf(entity).mentions, label)
    : msg('Tag all mentions in the corpus as {0}…', label);
}

function sentenceActions(
  workspace: Workspace,
  scene: ActionScene,
  labels: readonly Label[],
  confirmed: readonly ConfirmedTag[],
): CodeAction[] {
  const sentence = sentenceAt(scene.article, scene.at.start);
  if (!sentence) return [];
  const offered = new Set(
    confirmed
      .filter(({ sentences }) => sentences.some((s) => s.start === sentence.start && s.end === sentence.end))
      .map(({ label }) => label),
  );
  return labels
    .filter((l) => l.sentence && !offered.has(l.name) && !isTagged(scene, sentence, l.name))
    .map((label) => ({
      title: workspace.say(msg('Tag sentence {0}', label.name)),
      kind: ANNOTATE_KIND,
      data: withIntent({ ...scene.origin, kind: 'add', label: label.name, spans: [sentence] }),
    }));
}
