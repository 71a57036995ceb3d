import { statusOperation } from '../../core/annotations/articleStatus.ts';
import type { ArticleState } from '../../core/annotations/model.ts';
import { type Message, msg } from '../../core/message.ts';
import type { Article } from '../articles.ts';
import type { Layer } from '../sidecars.ts';
import type { Workspace } from '../workspace.ts';
import type { CarriedOut } from './carriedOut.ts';
import { sidecarEdit } from './sidecarEdit.ts';

/** The edit that marks an article, and what its annotator should still look at. */
export type Marked = CarriedOut & {
  /** Own annotations whose place is not certain, whose words are gone, or that are in conflict. */
  readonly doubts: number;
  /** The sidecar that the edit is made for, as it was read; undefined where there is none to be written. */
  readonly layer?: Layer;
  /** True where it was refused because the sidecar says so already. */
  readonly unchanged?: true;
};

/**
 * Writes into the own sidecar how far whoever works here is with an article, as the article is now. Doubts do not keep
 * anybody from calling an article done: they are said.
 */
export async function markArticle(workspace: Workspace, uri: string, status: ArticleState): Promise<Marked> {
  const article = await workspace.article(uri);
  if (!article) {
    return { doubts: 0, refused: msg('This file is no article that can be read. Open an article first.') };
  }
  const own = await workspace.sidecars.own(uri, article.project);
  if ('refused' in own) return { doubts: 0, refused: own.refused };
  const { layer } = own;
  const annotations = (layer.sidecar?.annotations ?? []).map((e) => e.annotation);
  const operation = statusOperation(annotations, status, article.revision);
  if (!operation) return { doubts: 0, refused: alreadySaid(status), unchanged: true };
  const edit = sidecarEdit(workspace, layer, [operation]);
  if ('refused' in edit) return { doubts: 0, refused: edit.refused };
  workspace.journal.note(layer.uri, [operation], annotations);
  const doubts = status === 'open' ? 0 : await doubtsIn(workspace, article, layer);
  return { ...edit, changed: layer.uri, summary: summaryOf(status, doubts), doubts, layer };
}

/** How many annotations of a layer somebody should look at. */
async function doubtsIn(workspace: Workspace, article: Article, { uri, sidecar }: Layer): Promise<number> {
  const { placed, lost } = await workspace.annotations(article);
  const uncertain = placed.filter(({ status, layer }) => status === 'review' && layer.uri === uri).length;
  const gone = lost.filter(({ layer }) => layer.uri === uri).length;
  const conflicts = (sidecar?.annotations ?? []).filter(
    ({ annotation }) => 'conflict' in annotation && annotation.conflict,
  );
  return uncertain + gone + conflicts.length;
}

function summaryOf(status: ArticleState, doubts: number): Message {
  switch (status) {
    case 'open':
      return msg('Open again.');
    case 'done':
      return doubts === 0
        ? msg('Marked as done.')
        : msg('Marked as done, with {0} of your annotations still to look at: see the problems.', doubts);
    case 'reviewed':
      return doubts === 0
        ? msg('Marked as reviewed.')
        : msg('Marked as reviewed, with {0} of your annotations still to look at: see the problems.', doubts);
  }
}

function alreadySaid(status: ArticleState): Message {
  switch (status) {
    case 'open':
      return msg('This article is open already.');
    case 'done':
      return msg('This article is marked as done already.');
    case 'reviewed':
      return msg('This article is marked as reviewed already.');
  }
}
