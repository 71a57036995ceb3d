import type { AnchorStatus } from '../core/annotations/locate.ts';
import { type Message, msg } from '../core/message.ts';
import { blameOf } from '../service/changes/annotationBlame.ts';
import {
  type ArticleChanges,
  annotationIn,
  fits,
  isTextChange,
  type LayerChanges,
  type PlacedChange,
} from '../service/changes/change.ts';
import { changesBelow } from '../service/changes/changes.ts';
import { toRange } from '../service/convert.ts';
import type { Cancellation } from '../service/ports.ts';
import type { DocumentText } from '../service/textSnapshot.ts';
import { relativePath } from '../service/uris.ts';
import type { Workspace } from '../service/workspace.ts';
import { guarded } from './guard.ts';
import {
  type BlameParams,
  BlameRequest,
  type BlameView,
  type ChangedArticleView,
  type ChangedLayerView,
  type ChangesParams,
  ChangesRequest,
  type ChangesView,
  type ChangeView,
  CommitsRequest,
} from './protocol/changes.ts';
import type { Session } from './session.ts';

/** So many articles are told: nobody reads more of them in a tree. */
const MOST_ARTICLES = 1000;

/** Answers what clients ask about changes of annotations, and about who wrote them. */
export function answerChanges({ connection, workspace }: Session): void {
  const { host } = workspace;
  connection.onRequest(
    ChangesRequest,
    guarded(host, 'changes', { articles: [] }, (params: ChangesParams, token: Cancellation) =>
      changes(workspace, params, token),
    ),
  );
  connection.onRequest(
    CommitsRequest,
    guarded(host, 'commits', [], async ({ folder }: { folder: string }) => [
      ...((await host.history?.names(folder)) ?? []),
    ]),
  );
  connection.onRequest(
    BlameRequest,
    guarded(host, 'blame', null, async ({ uri, ...which }: BlameParams): Promise<BlameView | null> => {
      return (await blameOf(workspace, uri, which)) ?? null;
    }),
  );
}

async function changes(
  workspace: Workspace,
  { folder, uri, against }: ChangesParams,
  token: Cancellation,
): Promise<ChangesView> {
  const unknown = await whyUnknown(workspace, folder, against);
  if (unknown) return { unknown: workspace.say(unknown), articles: [] };
  const articles: ChangedArticleView[] = [];
  const wanted = (article: string) => uri === undefined || uri === article;
  for await (const article of changesBelow(workspace, folder, { from: against }, token, wanted)) {
    articles.push(await articleView(workspace, folder, article));
    if (articles.length === MOST_ARTICLES) {
      const cut = msg('Only the first {0} changed articles are listed.', MOST_ARTICLES);
      return { unknown: workspace.say(cut), articles };
    }
  }
  return { articles };
}

async function whyUnknown(
  { host: { history } }: Workspace,
  folder: string,
  against: string,
): Promise<Message | undefined> {
  if (!history)
    return msg('Changes of annotations are known where the folder is on this machine’s disk, and trusted.');
  // The commit from which one and itself went apart is that commit.
  if ((await history.base(folder, against, against)) !== undefined) return undefined;
  if ((await history.base(folder, 'HEAD', 'HEAD')) === undefined)
    return msg('This folder is in no git repository, or nothing of it is committed yet.');
  return msg('There is no commit “{0}” here any more: choose another one.', against);
}

async function articleView(
  workspace: Workspace,
  folder: string,
  { uri, was, layers }: ArticleChanges,
): Promise<ChangedArticleView> {
  const file = await workspace.texts.read(uri);
  const document = file && 'document' in file ? file.document : undefined;
  return {
    uri,
    path: relativePath(folder, uri) ?? uri,
    ...(was === undefined ? {} : { was: relativePath(folder, was) ?? was }),
    layers: layers.map((layer) => layerView(workspace, document, layer)),
  };
}

function layerView(
  workspace: Workspace,
  document: DocumentText | undefined,
  { uri, annotator, problems, changes: all }: LayerChanges,
): ChangedLayerView {
  return {
    ...(annotator === undefined ? {} : { annotator }),
    sidecar: uri,
    problems: problems.map(({ message }) => workspace.say(message)),
    changes: all.map((change) => changeView(workspace, document, change)),
  };
}

function changeView(
  workspace: Workspace,
  document: DocumentText | undefined,
  { change, words, place, status, sidecarLine }: PlacedChange,
): ChangeView {
  return {
    kind: isTextChange(change) || !fits(status) ? 'look' : kindOf(change.kind),
    id: annotationIn(change).id,
    words: wordsOf(workspace, words, status),
    ...(place && document ? { range: toRange(document, place.range) } : {}),
    ...(sidecarLine === undefined || change.kind === 'removed' ? {} : { line: sidecarLine }),
  };
}

/** A change in words, with what is wrong with its place. */
function wordsOf(workspace: Workspace, words: Message, status: AnchorStatus | undefined): string {
  const said = workspace.say(words);
  if (status === 'orphan') return workspace.say(msg('{0} – its words are no longer in the text', said));
  return status === 'review' ? workspace.say(msg('{0} – its place in the text is not certain', said)) : said;
}

function kindOf(kind: PlacedChange['change']['kind']): ChangeView['kind'] {
  if (kind === 'added' || kind === 'removed') return kind;
  return kind === 'moved' || kind === 'form' ? 'moved' : 'changed';
}
