import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type Position,
  SymbolKind,
} from 'vscode-languageserver-types';
import type { Mention } from '../../core/entities/mention.ts';
import { nameFor } from '../../core/entities/readerLanguage.ts';
import { type Message, msg } from '../../core/message.ts';
import type { Article } from '../articles.ts';
import { toRange } from '../convert.ts';
import type { PassProgress } from '../corpus.ts';
import { appearsWith, type Together } from '../entities/appearsWith.ts';
import { articlePath } from '../entities/articlePath.ts';
import { entityPlace } from '../entities/entityPlace.ts';
import { type Cancellation, Cancelled } from '../ports.ts';
import { symbolKind } from '../symbolKinds.ts';
import type { Workspace } from '../workspace.ts';

/** A list that nobody reads to its end helps nobody. */
const MOST_ENTITIES = 200;
const MOST_ARTICLES = 500;

/** What an item stands for, as we find it again when the client asks further. */
type Subject = { readonly entity: string } | { readonly article: string };

/**
 * *Appears with*, in the form of a call hierarchy: the entity at a place of an article, an entity file or a sidecar.
 * Those that appear with it call it; it calls the articles that mention it, and they call whom they mention.
 */
export async function prepareAppearsWith(
  workspace: Workspace,
  uri: string,
  position: Position,
  cancel: Cancellation,
): Promise<CallHierarchyItem[] | null> {
  const place = await entityPlace(workspace, uri, position, cancel);
  if (!place) return null;
  const { entity, project, document } = place;
  const known = (await project.entities()).gazetteer.entity(entity);
  if (!known) return null;
  const { mentions, articles } = workspace.corpus.mentionsOf(entity);
  const detail =
    articles === 0
      ? known.type
      : `${known.type} · ${workspace.say(msg('{0} × in {1} articles', mentions, articles))}`;
  const range = toRange(document, place.range);
  const data: Subject = { entity };
  return [
    {
      name: nameFor(known, workspace.reader.locale),
      kind: symbolKind(known.type),
      detail,
      uri,
      range,
      selectionRange: range,
      data,
    },
  ];
}

/** Who appears with an entity, closest first; of an article, whom it mentions. Throws {@link Cancelled}. */
export async function incomingAppearsWith(
  workspace: Workspace,
  item: CallHierarchyItem,
  cancel: Cancellation,
  progress?: PassProgress,
): Promise<CallHierarchyIncomingCall[]> {
  const subject = subjectOf(item.data);
  if (!subject) return [];
  if ('article' in subject) {
    const mentioned = await mentionedIn(workspace, subject.article, cancel);
    return mentioned.map(({ to, fromRanges }) => ({ from: to, fromRanges }));
  }
  const found = await appearsWith(workspace, subject.entity, cancel, progress);
  const calls: CallHierarchyIncomingCall[] = [];
  for (const together of found.slice(0, MOST_ENTITIES)) {
    const from = await entityItem(workspace, together.entity, together.at, inWords(together));
    if (from) calls.push({ from, fromRanges: [...together.at.ranges] });
  }
  return calls;
}

/** The articles that mention an entity, most often first; of an article, whom it mentions. Throws {@link Cancelled}. */
export async function outgoingAppearsWith(
  workspace: Workspace,
  item: CallHierarchyItem,
  cancel: Cancellation,
  progress?: PassProgress,
): Promise<CallHierarchyOutgoingCall[]> {
  const subject = subjectOf(item.data);
  if (!subject) return [];
  if ('article' in subject) return mentionedIn(workspace, subject.article, cancel);
  const { corpus, host } = workspace;
  await corpus.findMentions(cancel, progress);
  const calls: CallHierarchyOutgoingCall[] = [];
  for (const { article: uri } of corpus.mentions.most(subject.entity, MOST_ARTICLES)) {
    if (cancel.isCancellationRequested) throw new Cancelled();
    const article = await workspace.article(uri);
    const places = ((await article?.mentions(cancel)) ?? []).filter((m) => m.entityId === subject.entity);
    if (article && places[0]) {
      const first = toRange(article.document, places[0]);
      const to = articleItem(workspace, uri, first, msg('{0} mentions', places.length));
      // LSP has these in the file of the entity's own item; in no other are they where it appears.
      calls.push({ to, fromRanges: uri === item.uri ? rangesOf(article, places) : [item.selectionRange] });
    }
    await host.pause();
  }
  return calls;
}

/** Whom an article mentions, most often first. */
async function mentionedIn(
  workspace: Workspace,
  uri: string,
  cancel: Cancellation,
): Promise<CallHierarchyOutgoingCall[]> {
  const article = await workspace.article(uri);
  if (!article) return [];
  const places = new Map<string, Mention[]>();
  for (const mention of await article.mentions(cancel)) {
    const known = places.get(mention.entityId);
    if (known) known.push(mention);
    else places.set(mention.entityId, [mention]);
  }
  const calls: CallHierarchyOutgoingCall[] = [];
  for (const [entity, mentions] of [...places].sort((a, b) => b[1].length - a[1].length)) {
    const ranges = rangesOf(article, mentions);
    const to = await entityItem(workspace, entity, { uri, ranges }, msg('{0} mentions', ranges.length));
    if (to) calls.push({ to, fromRanges: ranges });
  }
  return calls;
}

async function entityItem(
  workspace: Workspace,
  entity: string,
  { uri, ranges }: Together['at'],
  detail: Message,
): Promise<CallHierarchyItem | undefined> {
  const project = await workspace.projects.of(uri);
  const known = (await project.entities()).gazetteer.entity(entity);
  const [range] = ranges;
  if (!known || !range) return undefined;
  const data: Subject = { entity };
  return {
    name: nameFor(known, workspace.reader.locale),
    kind: symbolKind(known.type),
    // Counts first: the list is narrow, and the icon shows the type.
    detail: `${workspace.say(detail)} · ${known.type}`,
    uri,
    range,
    selectionRange: range,
    data,
  };
}

function articleItem(
  workspace: Workspace,
  uri: string,
  range: CallHierarchyItem['range'],
  detail: Message,
): CallHierarchyItem {
  const data: Subject = { article: uri };
  return {
    name: articlePath(workspace, uri),
    kind: SymbolKind.File,
    detail: workspace.say(detail),
    uri,
    range,
    selectionRange: range,
    data,
  };
}

function rangesOf({ document }: Article, places: readonly Mention[]): CallHierarchyItem['range'][] {
  return places.map((place) => toRange(document, place));
}

/** How close two entities are, best evidence first. */
function inWords({ sentences, paragraphs, articles }: Together): Message {
  if (sentences > 0) return msg('{0} × in one sentence, in {1} articles', sentences, articles);
  if (paragraphs > 0) return msg('{0} × in one paragraph, in {1} articles', paragraphs, articles);
  return msg('together in {0} articles', articles);
}

function subjectOf(data: unknown): Subject | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if ('entity' in data && typeof data.entity === 'string') return { entity: data.entity };
  if ('article' in data && typeof data.article === 'string') return { article: data.article };
  return undefined;
}
