import { ARTICLE_STATES } from '../core/annotations/model.ts';
import { type Message, msg } from '../core/message.ts';
import { markArticle } from '../service/annotating/markArticle.ts';
import { articleAtHand } from '../service/articleAtHand.ts';
import type { Self } from '../service/people.ts';
import type { LoadedProject } from '../service/projects.ts';
import type { Workspace } from '../service/workspace.ts';
import { apply } from './applying.ts';
import { guarded } from './guard.ts';
import {
  type MarkParams,
  MarkRequest,
  type MarkResult,
  type PeopleParams,
  PeopleRequest,
  type PeopleView,
} from './protocol/people.ts';
import type { Session } from './session.ts';

/** Answers who annotates here, and writes how far somebody is with an article. */
export function answerPeople(session: Session): void {
  const { connection, workspace } = session;
  const { host } = workspace;
  const nobody: PeopleView = { people: [], blind: false, explanation: '' };
  connection.onRequest(
    PeopleRequest,
    guarded(host, 'people', nobody, ({ uri }: PeopleParams) => peopleView(workspace, uri)),
  );
  const failed: MarkResult = {
    done: false,
    message: workspace.say(msg('That did not work; the log of Pressmark has the details.')),
  };
  connection.onRequest(
    MarkRequest,
    guarded(host, 'mark', failed, (params: MarkParams) => mark(session, params)),
  );
}

async function peopleView(workspace: Workspace, uri: string | undefined): Promise<PeopleView> {
  const project = uri === undefined ? (await workspace.projects.all())[0] : await workspace.projects.of(uri);
  if (!project) return { people: [], blind: false, explanation: '' };
  const self = await workspace.people.self(project);
  return {
    people: project.project.people.map(({ name, title }) => ({ name, title })),
    ...(self ? { me: self.person.name, knownBy: self.by } : {}),
    blind: workspace.people.isBlind(project),
    explanation: workspace.say(self ? knownAs(self) : await unknown(workspace, project)),
  };
}

function knownAs({ person: { title }, by }: Self): Message {
  switch (by) {
    case 'setting':
      return msg('You are {0}, by the setting Pressmark › Annotator.', title);
    case 'email':
      return msg('You are {0}, by the address that git knows you by.', title);
    case 'name':
      return msg('You are {0}, by the name that git knows you by.', title);
  }
}

async function unknown(workspace: Workspace, project: LoadedProject): Promise<Message> {
  return project.project.people.length === 0
    ? msg('This project lists no annotators: everybody shares one annotation file per article.')
    : workspace.sidecars.unknownSelf(project);
}

async function mark(session: Session, { uri, status }: MarkParams): Promise<MarkResult> {
  const { workspace } = session;
  if (!ARTICLE_STATES.includes(status)) {
    return { done: false, message: workspace.say(msg('This command was called without what it needs.')) };
  }
  if (!(await articleAtHand(workspace, uri))) {
    return {
      done: false,
      message: workspace.say(msg('This file is no article that can be read. Open an article first.')),
    };
  }
  const marked = await markArticle(workspace, uri, status);
  const result = await apply(session, marked);
  return result.done && marked.doubts > 0 ? { ...result, doubts: marked.doubts } : result;
}
