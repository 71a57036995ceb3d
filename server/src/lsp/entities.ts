import type { CancellationToken } from 'vscode-languageserver';
import { type Message, msg } from '../core/message.ts';
import { articleAtHand } from '../service/articleAtHand.ts';
import { isObject, isRange } from './asked.ts';
import { guarded } from './guard.ts';
import {
  AddAliasRequest,
  AddEntityRequest,
  type EntityDraft,
  EntityDraftRequest,
  type EntityView,
  type EntityWritten,
  LinkEntityRequest,
  SearchEntitiesRequest,
} from './protocol/entities.ts';
import type { CommandResult } from './protocol.ts';
import type { Session } from './session.ts';
import { shownProgress } from './shownProgress.ts';

/** As many as a list is scrolled through. */
const MOST_FOUND = 200;
const USUALLY_FOUND = 50;

/** Answers what our own clients ask about entities, and writes what people add to them. */
export function answerEntities(session: Session): void {
  const { connection, workspace } = session;
  const { host } = workspace;
  const failed = {
    done: false,
    message: workspace.say(msg('That did not work; the log of Pressmark has the details.')),
  };
  const nothing = refusedDraft(session, msg('That did not work; the log of Pressmark has the details.'));
  const inTurn = queue();
  connection.onRequest(
    SearchEntitiesRequest,
    guarded(host, 'search of entities', [], (params: unknown) => found(session, params)),
  );
  connection.onRequest(
    EntityDraftRequest,
    guarded(host, 'draft of an entity', nothing, (params: unknown, token: CancellationToken) =>
      draft(session, params, token),
    ),
  );
  connection.onRequest(
    AddEntityRequest,
    guarded(host, 'new entity', failed, (params: unknown) =>
      inTurn(async () => (await import('./entityWrites.ts')).entityAdded(session, params)),
    ),
  );
  connection.onRequest(
    AddAliasRequest,
    guarded(host, 'new alias', failed, (params: unknown) =>
      inTurn(async () => (await import('./entityWrites.ts')).aliasAdded(session, params)),
    ),
  );
  connection.onRequest(
    LinkEntityRequest,
    guarded(host, 'link to an entity', failed, (params: unknown) =>
      inTurn(async () => (await import('./entityWrites.ts')).linked(session, params)),
    ),
  );
}

/** Runs writes one after the other: each is computed against what the one before it has left. */
function queue(): <R extends EntityWritten | CommandResult>(work: () => Promise<R>) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
}

async function found(session: Session, params: unknown): Promise<EntityView[]> {
  const { workspace } = session;
  if (!isObject(params)) return [];
  const { uri, query, limit = USUALLY_FOUND } = params;
  if (typeof uri !== 'string' || typeof query !== 'string') return [];
  const { listedEntity } = await import('../service/entities/entityView.ts');
  const { nameLike } = await import('../service/entities/alike.ts');
  const project = await workspace.projects.of(uri);
  const { gazetteer } = await project.entities();
  const most = Math.max(0, Math.min(Number(limit) || 0, MOST_FOUND));
  const byId = gazetteer.entity(query.trim());
  const entities = [...(byId ? [byId] : []), ...gazetteer.search(query, most)].slice(0, most);
  return [...new Map(entities.map((e) => [e.id, e])).values()].map((entity) =>
    listedEntity(workspace, project, entity, query === '' ? undefined : nameLike(entity, query)),
  );
}

async function draft(session: Session, params: unknown, token: CancellationToken): Promise<EntityDraft> {
  const { workspace } = session;
  const { uri, range, workDoneToken } = isObject(params) ? params : {};
  const article = typeof uri === 'string' ? await articleAtHand(workspace, uri) : undefined;
  if (!article || !isRange(range)) {
    return refusedDraft(session, msg('This file is no article that can be read. Open an article first.'));
  }
  const { entityProposal } = await import('../service/entities/draft.ts');
  const { listedEntity } = await import('../service/entities/entityView.ts');
  const progress = shownProgress(session, workDoneToken, msg('Looking for spellings in the corpus'));
  try {
    const proposal = await entityProposal(workspace, article, range, token, (done, all) =>
      progress.report(done, all),
    );
    if ('refused' in proposal) return refusedDraft(session, proposal.refused);
    const alike = proposal.alike.map(({ entity, found: name }) =>
      listedEntity(workspace, article.project, entity, name),
    );
    return { ...proposal, alike };
  } finally {
    progress.done();
  }
}

function refusedDraft({ workspace }: Session, why: Message): EntityDraft {
  const refused = workspace.say(why);
  return { refused, id: '', type: '', name: '', language: 'und', spellings: [], alike: [], files: [] };
}
