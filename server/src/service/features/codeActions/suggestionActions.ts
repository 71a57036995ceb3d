import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import type { Entity } from '../../../core/entities/entity.ts';
import { editDistance } from '../../../core/entities/near/editDistance.ts';
import { type Message, msg } from '../../../core/message.ts';
import { wordsKey } from '../../../core/suggestions/alike.ts';
import type { Suggestion } from '../../../core/suggestions/suggestion.ts';
import { contains, type TextRange } from '../../../core/text/range.ts';
import { meantBy, withoutOverlaps } from '../../annotating/answering.ts';
import type { AnswerPurpose, AnswerScope } from '../../annotating/answerPurpose.ts';
import { articleEdit } from '../../annotating/articleEdit.ts';
import { type Intent, withIntent } from '../../annotating/intent.ts';
import { tagTarget } from '../../annotating/target.ts';
import { percent } from '../../entities/cards/sentence.ts';
import type { Refusal } from '../../refusals.ts';
import type { Workspace } from '../../workspace.ts';
import { type ActionScene, excerpt } from './scene.ts';
import { ANNOTATE_KIND } from './tagActions.ts';

/** A damaged name differs from its right spelling by at most so many letters. */
const MOST_DAMAGE = 2;

/** The suggestions at the cursor, or for just the words that are selected; the shortest first, then the surest. */
export function suggestionsAt({ suggestions, at }: ActionScene): Suggestion[] {
  return suggestions
    .filter((s) => contains(s, at))
    .sort((a, b) => a.end - a.start - (b.end - b.start) || b.score - a.score);
}

/** What somebody can answer to the suggestions at the cursor: what is done most often first. */
export function suggestionActions(workspace: Workspace, scene: ActionScene): CodeAction[] {
  if (scene.ownSidecar === undefined) return [];
  return suggestionsAt(scene).flatMap((suggestion, i) => answers(workspace, scene, suggestion, i === 0));
}

function answers(
  workspace: Workspace,
  scene: ActionScene,
  suggestion: Suggestion,
  first: boolean,
): CodeAction[] {
  const { article, suggestions } = scene;
  const { label, score } = suggestion;
  const text = excerpt(textOf(scene, suggestion));
  const action = (title: Message, kind: AnswerPurpose['kind'], scope: AnswerScope, least?: number) =>
    answerAction(workspace, scene, suggestion, title, {
      kind,
      scope,
      ...(least === undefined ? {} : { least }),
    });
  const like = meantBy(article, suggestions, suggestion, { scope: 'like' }).length;
  const accept = msg('Accept suggestion: {0} “{1}” ({2} %)', label, text, percent(score));
  const found: CodeAction[] = [
    { ...action(accept, 'acceptSuggestion', 'one'), ...(first ? { isPreferred: true } : {}) },
    action(msg('Refuse suggestion: {0} “{1}”', label, text), 'refuseSuggestion', 'one'),
  ];
  if (like > 1) {
    const all = msg('Accept all {0} like this in this article: {1} “{2}”', like, label, text);
    const none = msg('Refuse all {0} like this in this article: {1} “{2}”', like, label, text);
    found.push(action(all, 'acceptSuggestion', 'like'), action(none, 'refuseSuggestion', 'like'));
  }
  const sure = first ? meantBy(article, suggestions, suggestion, { scope: 'article', least: score }) : [];
  const count = withoutOverlaps(sure).length;
  if (count > like) {
    const all = msg('Accept all {0} suggestions of this article that are at least as sure', count);
    found.push(action(all, 'acceptSuggestion', 'article', score));
  }
  return found;
}

function answerAction(
  workspace: Workspace,
  { origin }: ActionScene,
  { start, end, label }: Suggestion,
  title: Message,
  answer: Pick<AnswerPurpose, 'kind' | 'scope' | 'least'>,
): CodeAction {
  const intent: Intent = { ...origin, ...answer, start, end, label };
  return { title: workspace.say(title), kind: ANNOTATE_KIND, data: withIntent(intent) };
}

/** *Suggest ORG here again* for what this person has refused at the cursor. */
export function suggestAgainActions(workspace: Workspace, scene: ActionScene): CodeAction[] {
  const { article, at, mentions, ownSidecar, ownName, origin } = scene;
  if (ownSidecar === undefined) return [];
  const target = tagTarget(article, mentions, at);
  const key = target && wordsKey(textOf(scene, target));
  return scene.refusals.all
    .filter(({ layer, range, word }) => {
      if (layer.annotator !== ownName) return false;
      if (range) return contains(range, at);
      return target !== undefined && (word === undefined || wordsKey(word) === key);
    })
    .map((refusal) => ({
      title: workspace.say(again(scene, refusal)),
      kind: ANNOTATE_KIND,
      data: withIntent({ ...origin, kind: 'withdraw', sidecar: refusal.layer.uri, id: refusal.id }),
    }));
}

function again(scene: ActionScene, { label, range, word }: Refusal): Message {
  if (range) return msg('Suggest {0} here again: {1}', label, excerpt(textOf(scene, range)));
  return word === undefined
    ? msg('Suggest {0} in this article again', label)
    : msg('Suggest {0} for “{1}” in this article again', label, excerpt(word));
}

/** *Write “Tajikistan”* where the suggestion at the cursor is a name with a damaged letter, and no rule mends it. */
export function writeNameActions(workspace: Workspace, scene: ActionScene): CodeAction[] {
  const near = suggestionsAt(scene).find((s) => s.source === 'near' && s.entity !== undefined);
  const entity = near?.entity === undefined ? undefined : scene.gazetteer.entity(near.entity);
  if (!near || !entity) return [];
  const isMended = scene.findings.some((f) => f.fixes.length > 0 && f.start < near.end && near.start < f.end);
  const name = isMended ? undefined : nearestName(entity, textOf(scene, near), scene.article.language);
  if (name === undefined) return [];
  const { start, end } = near;
  return [
    {
      title: workspace.say(msg('Write “{0}”', excerpt(name))),
      kind: CodeActionKind.QuickFix,
      edit: articleEdit(workspace, scene.article, [{ start, end, newText: name }]),
    },
  ];
}

/** The name that the words were meant to be: one that differs by the fewest letters, in the article's language first. */
function nearestName({ name, names }: Entity, words: string, language: string): string | undefined {
  const own = [...(names.get(language) ?? []), ...(names.get('und') ?? []), name];
  const known = new Set([...own, ...[...names.values()].flat()]);
  let [nearest, least] = [undefined as string | undefined, MOST_DAMAGE + 1];
  for (const spelling of known) {
    const distance = editDistance(words, spelling, MOST_DAMAGE);
    if (distance > 0 && distance < least) [nearest, least] = [spelling, distance];
  }
  return nearest;
}

function textOf({ article }: ActionScene, { start, end }: TextRange): string {
  return article.text.slice(start, end);
}
