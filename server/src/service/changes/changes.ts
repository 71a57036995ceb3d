import { type Cancellation, Cancelled } from '../ports.ts';
import type { Workspace } from '../workspace.ts';
import { articleChanges } from './articleChanges.ts';
import type { ArticleChanges, States } from './change.ts';
import { changedArticles } from './pairing.ts';

/**
 * What became of the annotations of the articles below a folder between two states, article by article in the order of
 * their addresses. Only those of whom there is something to tell; nothing where there is no version control.
 * `wanted`: by an article's address, which ones to look at. Throws {@link Cancelled}.
 */
export async function* changesBelow(
  workspace: Workspace,
  folder: string,
  states: States & { readonly from: string },
  cancel: Cancellation,
  wanted: (article: string) => boolean = () => true,
): AsyncGenerator<ArticleChanges> {
  const files = (await workspace.host.history?.changed(folder, states.from, states.to)) ?? [];
  for (const article of await changedArticles(workspace, files)) {
    if (cancel.isCancellationRequested) throw new Cancelled();
    if (!wanted(article.uri)) continue;
    const visible = [];
    for (const sidecar of article.sidecars) {
      if (await workspace.sidecars.isVisible(sidecar.is ?? sidecar.was ?? '', article.project))
        visible.push(sidecar);
    }
    const changes = await articleChanges(workspace, { ...article, sidecars: visible }, states);
    if (changes) yield changes;
    await workspace.host.pause();
  }
}
