import type { CodeAction } from 'vscode-languageserver-types';
import { withoutConflict } from '../../../core/annotations/records.ts';
import { lineHash } from '../../../core/annotations/serialize.ts';
import { GOLD } from '../../../core/annotations/sidecarNames.ts';
import { type Message, msg } from '../../../core/message.ts';
import type { AnnotationName, Intent, RecordPurpose } from '../../annotating/intent.ts';
import { withIntent } from '../../annotating/intent.ts';
import { ownVersion, type PlacedSpan, spansAt } from '../../annotations.ts';
import type { Standing } from '../../standings.ts';
import { changesIn, labelIn, nameOf } from '../../standingWords.ts';
import type { Workspace } from '../../workspace.ts';
import { type ActionScene, excerpt } from './scene.ts';
import { ANNOTATE_KIND } from './tagActions.ts';

/** A word of somebody's on an annotation, with what becomes of it. */
type SpokenWord = Standing['words'][number];

/**
 * What somebody can answer to others' words on their own tags at the cursor, as *Do as budi says* and *Keep*, and say to
 * the tags of others: *Accept*, *Say that it is wrong*, *Take back*.
 */
export function recordActions(workspace: Workspace, scene: ActionScene): CodeAction[] {
  const own = spansAt(scene.placed, scene.at).filter((s) => s.layer.uri === scene.ownSidecar);
  return [
    ...own.flatMap((span) => answers(workspace, scene, span)),
    ...othersTags(scene).flatMap((span) => words(workspace, scene, span)),
  ];
}

/** *Say that it should be X* of the innermost tag of somebody else's, for each label. */
export function proposalActions(workspace: Workspace, scene: ActionScene): CodeAction[] {
  return othersTags(scene)
    .slice(0, 1)
    .flatMap((span) => changes(workspace, scene, span));
}

/** The tags at the cursor of which this person may speak: gold is settled by adjudication. */
function othersTags({ placed, at, ownSidecar, ownName }: ActionScene): PlacedSpan[] {
  if (ownSidecar === undefined) return [];
  return spansAt(placed, at).filter(
    ({ layer: { uri, annotator } }) =>
      uri !== ownSidecar && annotator !== GOLD && (annotator === undefined || annotator !== ownName),
  );
}

/** What the owner of a tag can answer to others' words on it. */
function answers(workspace: Workspace, scene: ActionScene, span: PlacedSpan): CodeAction[] {
  const { standing } = span;
  if (!standing) return [];
  const about = nameOfSpan(span);
  const open = standing.words.filter((w) => w.outcome === 'applied' || w.outcome === 'contradicted');
  const mine = standing.words.find((w) => w.layer.layer.uri === scene.ownSidecar);
  const actions = open.map((word) =>
    action(workspace, scene, follow(workspace, scene, word), {
      kind: 'follow',
      about,
      record: { sidecar: word.layer.layer.uri, id: word.record.id },
    }),
  );
  const text = excerpt(span.annotation.text);
  const { label } = ownVersion(span);
  if (open.length > 0 && mine?.outcome !== 'kept') {
    const title = msg('Keep your {0} as it is: {1}', label, text);
    actions.push(action(workspace, scene, title, accepting(about, standing)));
  }
  if (mine)
    actions.push(takeBack(workspace, scene, mine, msg('Take back your answer on {0}: {1}', label, text)));
  return actions;
}

function follow(workspace: Workspace, { article }: ActionScene, word: SpokenWord): Message {
  const who = nameOf(workspace, article.project.project.people, word);
  if (word.record.delete) return msg('Do as {0} says: remove the tag', who);
  const label = labelIn(word.record);
  return label === undefined
    ? msg('Do as {0} says: {1}', who, changesIn(word.record))
    : msg('Do as {0} says: change to {1}', who, label);
}

/** What somebody can say to another person's tag. */
function words(workspace: Workspace, scene: ActionScene, span: PlacedSpan): CodeAction[] {
  const { annotation, standing } = span;
  const mine = standing?.words.find((w) => w.layer.layer.uri === scene.ownSidecar);
  const [whose, text] = [owner(workspace, scene, span), excerpt(annotation.text)];
  const { label } = ownVersion(span);
  const about = nameOfSpan(span);
  const was = lineHash(withoutConflict(ownVersion(span)));
  const current = mine?.outcome !== 'outdated';
  const actions: CodeAction[] = [];
  if (!mine?.record.accept || !current) {
    const title = msg('Accept {0} of {1}: {2}', label, whose, text);
    actions.push(action(workspace, scene, title, { kind: 'speak', about, says: { accept: true }, was }));
  }
  if (!mine?.record.delete || !current) {
    const title = msg('Say that {0} of {1} is wrong: {2}', label, whose, text);
    actions.push(action(workspace, scene, title, { kind: 'speak', about, says: { delete: true }, was }));
  }
  if (mine) {
    const title = msg('Take back your word on {0} of {1}: {2}', label, whose, text);
    actions.push(takeBack(workspace, scene, mine, title));
  }
  return actions;
}

function changes(workspace: Workspace, scene: ActionScene, span: PlacedSpan): CodeAction[] {
  const { labels } = scene.article.project.project;
  const own = ownVersion(span);
  const sentence = labels.find((l) => l.name === own.label)?.sentence ?? false;
  const whose = owner(workspace, scene, span);
  const was = lineHash(withoutConflict(own));
  return labels
    .filter((l) => l.name !== own.label && l.sentence === sentence)
    .map((l) =>
      action(workspace, scene, msg('Say that {0} of {1} should be {2}', own.label, whose, l.name), {
        kind: 'speak',
        about: nameOfSpan(span),
        says: { set: [{ key: 'label', json: JSON.stringify(l.name) }] },
        was,
      }),
    );
}

function owner(workspace: Workspace, { article }: ActionScene, { layer }: PlacedSpan): string {
  const { people } = article.project.project;
  const known = people.find((p) => p.name === layer.annotator)?.title ?? layer.annotator;
  return known ?? workspace.say(msg('the shared file'));
}

function nameOfSpan({ layer, annotation }: PlacedSpan): AnnotationName {
  return { sidecar: layer.uri, id: annotation.id };
}

function accepting(about: AnnotationName, { annotation }: Standing): RecordPurpose {
  return { kind: 'speak', about, says: { accept: true }, was: lineHash(withoutConflict(annotation)) };
}

function takeBack(
  workspace: Workspace,
  scene: ActionScene,
  { record, layer }: SpokenWord,
  title: Message,
): CodeAction {
  return action(workspace, scene, title, { kind: 'withdraw', sidecar: layer.layer.uri, id: record.id });
}

function action(
  workspace: Workspace,
  { origin }: ActionScene,
  title: Message,
  purpose: RecordPurpose | { readonly kind: 'withdraw'; readonly sidecar: string; readonly id: string },
): CodeAction {
  const intent: Intent = { ...origin, ...purpose };
  return { title: workspace.say(title), kind: ANNOTATE_KIND, data: withIntent(intent) };
}
