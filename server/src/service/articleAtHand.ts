import { URI } from 'vscode-uri';
import type { Article } from './articles.ts';
import { fileKind } from './fileKinds.ts';
import { relativePath } from './uris.ts';
import type { Workspace } from './workspace.ts';

/**
 * The article that a client asks to write about: one that is open in the editor, or lies in an open folder. Undefined for
 * all else: files elsewhere on the disk, addresses that lead out of the folder by `..`, sidecars and project files.
 */
export async function articleAtHand(workspace: Workspace, uri: string): Promise<Article | undefined> {
  if (URI.parse(uri).path.split('/').includes('..')) return undefined;
  const kind = await fileKind(workspace, uri);
  if (kind !== 'article' && kind !== 'other') return undefined;
  const article = await workspace.article(uri);
  const within = workspace.projects.workspaceFolders.some((f) => relativePath(f, uri) !== undefined);
  return article?.open || within ? article : undefined;
}
