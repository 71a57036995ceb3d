import type { Article } from '../service/articles.ts';
import { lossIn } from '../service/sidecars.ts';
import type { Session } from './session.ts';

/** False where what somebody said of the article cannot be read; that is told, and the run will end with 2. */
export async function readableSidecars(session: Session, article: Article): Promise<boolean> {
  let readable = true;
  for (const layer of await session.workspace.sidecars.layers(article.uri, article.project)) {
    const problem = lossIn(layer);
    if (problem === undefined) continue;
    session.fail(layer.uri, problem);
    readable = false;
  }
  return readable;
}
