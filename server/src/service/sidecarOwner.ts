import { articleOfSidecar, GOLD, SUGGESTED, sidecarUri } from '../core/annotations/sidecarNames.ts';
import { type Message, msg } from '../core/message.ts';
import type { Problem } from '../core/problem.ts';
import { foldName, namesOf, personNamed } from '../core/project.ts';
import type { LoadedProject } from './projects.ts';
import { baseName } from './uris.ts';
import type { Workspace } from './workspace.ts';

/** Whose a sidecar is, and what is wrong with its name. */
export interface SidecarOwnership {
  readonly article: string;
  /** A present name, or gold; undefined: the shared one, or nobody's. */
  readonly annotator: string | undefined;
  /** Says the remedy. */
  readonly problem?: Problem;
}

/**
 * Whose a sidecar is. A name in the file's name that nobody has (any longer) is a problem, and then the article is the
 * one that the rest of the name speaks of.
 */
export async function sidecarOwner(
  workspace: Workspace,
  uri: string,
  project: LoadedProject,
): Promise<SidecarOwnership> {
  const { people } = project.project;
  const owner = articleOfSidecar(uri, namesOf(people)) ?? { article: uri };
  if (owner.annotator !== undefined && owner.annotator !== GOLD && owner.annotator !== SUGGESTED) {
    const name = personNamed(people, owner.annotator)?.name ?? owner.annotator;
    const found = { article: owner.article, annotator: name };
    if (name === owner.annotator) return found;
    return { ...found, problem: await formerName(workspace, uri, owner.article, name) };
  }
  const guess = articleOfSidecar(uri);
  const isGuess = guess?.annotator !== undefined && owner.article !== guess.article;
  if (!isGuess || (await workspace.host.files.read(owner.article))) {
    return { article: owner.article, annotator: owner.annotator };
  }
  const message = unknownName(guess.annotator, project);
  return {
    article: guess.article,
    annotator: undefined,
    problem: whole('sidecar/unknown-annotator', 'error', message),
  };
}

async function formerName(
  workspace: Workspace,
  uri: string,
  article: string,
  name: string,
): Promise<Problem> {
  const old = baseName(uri);
  const present = sidecarUri(article, name);
  const { files } = workspace.host;
  const message = (await files.read(present))
    ? msg(
        'This file has a former name of “{0}”, and there is {1} too. Both are read, and only that one is written: move the lines of this file there, then delete this file.',
        name,
        baseName(present),
      )
    : msg(
        'This file has a former name of “{0}”. Rename it: git mv -- {1} {2}',
        name,
        quoted(old),
        quoted(baseName(present)),
      );
  return whole('sidecar/former-name', 'warning', message);
}

/** As a shell takes it for one word. */
function quoted(name: string): string {
  return /^[\p{L}\p{N}._-]+$/u.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
}

function unknownName(name: string, { project: { annotators } }: LoadedProject): Message {
  const same = annotators.find((known) => foldName(known) === foldName(name));
  if (same !== undefined) {
    return msg(
      'This file’s name says “{0}”, and the annotator’s name is “{1}”, so that it is not read on every computer: rename the file.',
      name,
      same,
    );
  }
  return msg(
    '“{0}” is not among the annotators of this project, so that nobody’s work is read from this file: add the name to "annotators" in pressmark.json (as a former name, if somebody was renamed), or rename this file.',
    name,
  );
}

function whole(code: string, severity: Problem['severity'], message: Message): Problem {
  return { code, severity, message, start: 0, end: 0 };
}
