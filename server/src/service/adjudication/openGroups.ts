import { LEAST_ANNOTATORS } from '../../core/adjudication/rules.ts';
import type { PassProgress } from '../corpus.ts';
import { type Cancellation, Cancelled } from '../ports.ts';
import { relativePath } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import { adjudicated, type Compared } from './adjudicating.ts';

/** An article that several people have annotated. */
export interface ArticleToAdjudicate {
  readonly uri: string;
  readonly path: string;
  /** Whose layers are compared. */
  readonly annotators: number;
  /** People with a layer who are not done. */
  readonly waiting: number;
  readonly groups: number;
  readonly open: number;
  /** True where a sidecar cannot be read, so that nothing can be decided. */
  readonly unreadable: boolean;
}

/** The articles below a folder that have two layers or more, by path. Throws {@link Cancelled}. */
export async function articlesToAdjudicate(
  workspace: Workspace,
  folder: string | undefined,
  options: Compared,
  cancel: Cancellation,
  progress: PassProgress,
): Promise<ArticleToAdjudicate[]> {
  const articles = (await workspace.corpus.articles()).filter(
    ({ uri }) => folder === undefined || uri === folder || relativePath(folder, uri) !== undefined,
  );
  const found: ArticleToAdjudicate[] = [];
  for (const [i, { uri, path, annotated }] of articles.entries()) {
    if (cancel.isCancellationRequested) throw new Cancelled();
    // What has no sidecar at all was seen when the folder was listed.
    const listed = annotated ? await listedArticle(workspace, uri, path, options) : undefined;
    if (listed) found.push(listed);
    progress(i + 1, articles.length);
    if (annotated || i % 1000 === 0) await workspace.host.pause();
  }
  return found;
}

async function listedArticle(
  workspace: Workspace,
  uri: string,
  path: string,
  options: Compared,
): Promise<ArticleToAdjudicate | undefined> {
  const article = await workspace.article(uri);
  if (!article) return undefined;
  const { layers, waiting, obstacles, adjudication } = await adjudicated(workspace, article, {
    ...options,
    depth: 'quick',
  });
  if (layers.length + waiting.length < LEAST_ANNOTATORS) return undefined;
  const { groups } = adjudication;
  const open = groups.filter((g) => g.state !== 'settled').length;
  return {
    uri,
    path,
    annotators: layers.length,
    waiting: waiting.length,
    groups: groups.length,
    open: layers.length < LEAST_ANNOTATORS ? 0 : open,
    unreadable: obstacles.length > 0,
  };
}
