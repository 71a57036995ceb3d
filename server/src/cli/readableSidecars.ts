import type { Message } from '../core/message.ts';
import type { Article } from '../service/articles.ts';
import type { Layer } from '../service/sidecars.ts';
import type { Session } from './session.ts';

/** Of lines in conflict both sides are read, so nothing that somebody said is missing. */
const CONFLICT = 'sidecar/conflict';

/** False where what somebody said of the article cannot be read; that is told, and the run will end with 2. */
export async function readableSidecars(session: Session, article: Article): Promise<boolean> {
  let readable = true;
  for (const layer of await session.workspace.sidecars.layers(article.uri, article.project)) {
    const problem = problemOf(layer);
    if (problem === undefined) continue;
    session.fail(layer.uri, problem);
    readable = false;
  }
  return readable;
}

function problemOf({ unreadable, sidecar }: Layer): Message | undefined {
  const isLoss = (p: { severity: string; code: string }) => p.severity === 'error' && p.code !== CONFLICT;
  return unreadable ?? sidecar?.problems.find(isLoss)?.message;
}
