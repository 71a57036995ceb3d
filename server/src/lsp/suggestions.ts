import { type Message, msg } from '../core/message.ts';
import { wordsKey } from '../core/suggestions/alike.ts';
import type { Suggestion } from '../core/suggestions/suggestion.ts';
import { contains } from '../core/text/range.ts';
import { goneSuggestion } from '../service/annotating/answering.ts';
import { ANSWER_SCOPES } from '../service/annotating/answerPurpose.ts';
import { carryOut } from '../service/annotating/carryOut.ts';
import { mentionPlaces } from '../service/annotating/mentionPlaces.ts';
import { staleArticle } from '../service/annotating/sidecarEdit.ts';
import { tagPlaces } from '../service/annotating/tagPlaces.ts';
import { toRange, toTextRange } from '../service/convert.ts';
import { type Cancellation, Cancelled } from '../service/ports.ts';
import { suggestionsOf } from '../service/suggestions.ts';
import type { Workspace } from '../service/workspace.ts';
import { apply } from './applying.ts';
import { isNumberOrNone, isObject, isRange, isTextOrNone } from './asked.ts';
import { guarded } from './guard.ts';
import {
  AnswerSuggestionRequest,
  type MentionPlaces,
  type MentionPlacesParams,
  MentionPlacesRequest,
  type SuggestionAnswer,
  SuggestionsRequest,
  type SuggestionView,
  type TagPlacesParams,
  TagPlacesRequest,
} from './protocol/suggestions.ts';
import type { CommandResult } from './protocol.ts';
import type { Session } from './session.ts';
import { shownProgress } from './shownProgress.ts';

/** Answers what may be tagged, takes answers to it, and tags everything that is the same. */
export function answerSuggestions(session: Session): void {
  const { connection, workspace } = session;
  const { host } = workspace;
  const failure = workspace.say(msg('That did not work; the log of Pressmark has the details.'));
  const failed: CommandResult = { done: false, message: failure };
  connection.onRequest<SuggestionView[], void>(
    SuggestionsRequest,
    guarded(host, 'suggestions', [], (params: unknown, token: Cancellation) =>
      suggestionViews(workspace, params, token),
    ),
  );
  connection.onRequest<CommandResult, void>(
    AnswerSuggestionRequest,
    guarded(host, 'answer to a suggestion', failed, (params: unknown, token: Cancellation) =>
      isAnswer(params) ? answer(session, params, token) : misused(session),
    ),
  );
  connection.onRequest<MentionPlaces, void>(
    MentionPlacesRequest,
    guarded(host, 'mention places', noPlaces(failure), (params: unknown, token: Cancellation) =>
      isPlacesQuery(params) ? places(session, params, token) : noPlaces(misused(session).message),
    ),
  );
  connection.onRequest<CommandResult, void>(
    TagPlacesRequest,
    guarded(host, 'tagging of places', failed, (params: unknown, token: Cancellation) =>
      isTagPlaces(params) ? tag(session, params, token) : misused(session),
    ),
  );
}

async function suggestionViews(
  workspace: Workspace,
  params: unknown,
  token: Cancellation,
): Promise<SuggestionView[]> {
  const { uri } = isObject(params) ? params : {};
  const article = typeof uri === 'string' ? await workspace.article(uri) : undefined;
  if (!article) return [];
  const [suggestions, { gazetteer }] = await Promise.all([
    suggestionsOf(workspace, article, token),
    article.project.entities(),
  ]);
  const keyOf = ({ start, end, label }: Suggestion) => `${label} ${wordsKey(article.text.slice(start, end))}`;
  const alike = new Map<string, number>();
  for (const s of suggestions) alike.set(keyOf(s), (alike.get(keyOf(s)) ?? 0) + 1);
  return suggestions.map((s) => ({
    range: toRange(article.document, s),
    text: article.text.slice(s.start, s.end),
    label: s.label,
    score: s.score,
    source: s.source,
    because: workspace.say(s.because),
    ...(s.entity === undefined
      ? {}
      : { entity: { id: s.entity, name: gazetteer.entity(s.entity)?.name ?? s.entity } }),
    like: alike.get(keyOf(s)) ?? 1,
  }));
}

/**
 * The suggestion at just that place goes before one that only holds it; of several the shortest, then the surest. What is
 * said of the whole article may be said anywhere in it.
 */
async function answer(
  session: Session,
  { uri, version, range, label, answer: said, scope, least }: SuggestionAnswer,
  token: Cancellation,
): Promise<CommandResult> {
  const { workspace } = session;
  const article = await workspace.article(uri);
  if (!article || (version !== undefined && version !== article.version))
    return apply(session, { refused: staleArticle() });
  const at = toTextRange(article.document, range);
  const all = await suggestionsOf(workspace, article, token);
  const [here] = all
    .filter((s) => contains(s, at) && (label === undefined || s.label === label))
    .sort((a, b) => a.end - a.start - (b.end - b.start) || b.score - a.score);
  const meant = here ?? (scope === 'article' ? all[0] : undefined);
  if (!meant) return apply(session, { refused: goneSuggestion() });
  const kind = said === 'accept' ? 'acceptSuggestion' : 'refuseSuggestion';
  const { start, end } = meant;
  const outcome = await carryOut(workspace, {
    uri,
    version: article.version,
    kind,
    scope,
    start,
    end,
    label: meant.label,
    ...(least === undefined ? {} : { least }),
  });
  return apply(session, outcome);
}

async function places(
  session: Session,
  params: MentionPlacesParams,
  cancel: Cancellation,
): Promise<MentionPlaces> {
  const { workspace } = session;
  const shown = shownProgress(session, params.workDoneToken, msg('Looking for mentions'));
  try {
    const found = await mentionPlaces(workspace, params, { cancel, progress: shown.report });
    if ('refused' in found) return noPlaces(workspace.say(found.refused));
    const { leftOut, ...rest } = found;
    const told = leftOut.map((m) => workspace.say(m)).join(' ');
    if (rest.articles.length > 0) return { ...rest, ...(told === '' ? {} : { leftOut: told }) };
    return { ...rest, refused: told === '' ? workspace.say(nothingLeft()) : told };
  } finally {
    shown.done();
  }
}

function nothingLeft(): Message {
  return msg(
    'Nothing is left to tag here: you have refused these suggestions, or tagged the words otherwise.',
  );
}

async function tag(session: Session, params: TagPlacesParams, cancel: Cancellation): Promise<CommandResult> {
  const { workspace } = session;
  const shown = shownProgress(session, params.workDoneToken, msg('Tagging'));
  try {
    const outcome = await tagPlaces(workspace, params, { cancel, progress: shown.report });
    return await apply(session, outcome);
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    return { done: false, message: workspace.say(msg('Stopped. Nothing was changed.')) };
  } finally {
    shown.done();
  }
}

function isAnswer(params: unknown): params is SuggestionAnswer {
  if (!isObject(params)) return false;
  const { uri, version, range, label, answer: said, scope, least } = params;
  return (
    typeof uri === 'string' &&
    isRange(range) &&
    isNumberOrNone(version) &&
    isTextOrNone(label) &&
    isNumberOrNone(least) &&
    (said === 'accept' || said === 'refuse') &&
    ANSWER_SCOPES.some((s) => s === scope)
  );
}

function isPlacesQuery(params: unknown): params is MentionPlacesParams {
  if (!isObject(params)) return false;
  const { uri, range, label, where } = params;
  return (
    typeof uri === 'string' &&
    isRange(range) &&
    isTextOrNone(label) &&
    (where === 'article' || where === 'corpus')
  );
}

function isTagPlaces(params: unknown): params is TagPlacesParams {
  if (!isObject(params)) return false;
  const { label, entity, articles } = params;
  return (
    typeof label === 'string' && isTextOrNone(entity) && Array.isArray(articles) && articles.every(isChosen)
  );
}

function isChosen(article: unknown): boolean {
  if (!isObject(article)) return false;
  const { uri, rev, ranges } = article;
  return typeof uri === 'string' && typeof rev === 'string' && Array.isArray(ranges) && ranges.every(isRange);
}

function misused({ workspace }: Session): CommandResult {
  return { done: false, message: workspace.say(msg('This command was called without what it needs.')) };
}

function noPlaces(refused: string): MentionPlaces {
  return { refused, text: '', articles: [] };
}
