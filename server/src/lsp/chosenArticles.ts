import type { LoadedProject } from '../service/projects.ts';
import { relativePath } from '../service/uris.ts';
import type { Workspace } from '../service/workspace.ts';

/** The articles of the corpus (URIs), or those of them that are named or lie in a folder that is. */
export async function chosenArticles(
  { corpus }: Workspace,
  within: readonly string[] | undefined,
): Promise<readonly string[]> {
  const uris = (await corpus.articles()).map(({ uri }) => uri);
  if (!within) return uris;
  return uris.filter((uri) => within.some((one) => one === uri || relativePath(one, uri) !== undefined));
}

/** The projects of articles; where there are no articles, all. */
export async function projectsOf(
  { projects }: Workspace,
  uris: readonly string[],
): Promise<readonly LoadedProject[]> {
  const found = new Set<LoadedProject>();
  for (const uri of uris) found.add(await projects.of(uri));
  return found.size > 0 ? [...found] : projects.all();
}
