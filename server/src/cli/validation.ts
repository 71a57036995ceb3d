import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseSidecar } from '../core/annotations/parse.ts';
import { articleOfSidecar, SUGGESTED } from '../core/annotations/sidecarNames.ts';
import { type Message, msg } from '../core/message.ts';
import type { Problem } from '../core/problem.ts';
import { layerProblems } from '../service/anchoring/layerProblems.ts';
import { assignmentProblems } from '../service/assignments.ts';
import { type LoadedProject, PROJECT_FILE } from '../service/projects.ts';
import { sidecarOwner } from '../service/sidecarOwner.ts';
import { joined, relativePath } from '../service/uris.ts';
import { uriOf } from './disk.ts';
import type { Session } from './session.ts';

/** A file and what must be looked at in it; places are UTF-16 offsets of its text. */
export interface FileProblems {
  readonly uri: string;
  readonly text: string;
  readonly problems: readonly Problem[];
  /** A file of machine suggestions: looked at, and not counted among the team's. */
  readonly isMachine?: true;
}

/**
 * The files that Pressmark reads besides articles, with their problems. For a folder (none: the working folder) the
 * projects below it, their files of entities and assignments, and the sidecars below it; for an article its sidecars; for a sidecar itself.
 */
export async function* filesToValidate(
  session: Session,
  paths: readonly string[],
): AsyncGenerator<FileProblems> {
  const sidecars = new Set<string>();
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const full = resolve(session.io.cwd, path);
    const uri = uriOf(full);
    const found = statSync(full, { throwIfNoEntry: false });
    if (!found) session.fail(uri, msg('There is no such file or folder. Check the path.'));
    else if (found.isDirectory()) {
      yield* projectFiles(session, uri);
      for (const sidecar of await sidecarsBelow(session, uri)) sidecars.add(sidecar);
    } else if (articleOfSidecar(uri)) sidecars.add(uri);
    else {
      const project = await session.workspace.projects.of(uri);
      const { sidecars: all } = session.workspace;
      for (const layer of await all.layers(uri, project)) sidecars.add(layer.uri);
      const suggested = await all.suggested(uri);
      if (suggested.file || suggested.unreadable) sidecars.add(suggested.uri);
    }
  }
  const article = lastRead(session);
  for (const uri of [...sidecars].sort()) yield await sidecarProblems(session, uri, article);
}

async function* projectFiles({ workspace }: Session, folder: string): AsyncGenerator<FileProblems> {
  for (const project of await workspace.projects.all()) {
    if (!isIn(folder, project.root) && !isIn(project.root, folder)) continue;
    const uri = joined(project.root, PROJECT_FILE);
    if (project.hasFile) {
      const problems = [...project.problems, ...(await project.entities()).problems];
      yield { uri, text: await textOf(workspace, uri), problems };
    }
    yield* assignmentFile(workspace, project);
    for (const file of (await project.entities()).files) {
      const text = file.text ?? (await textOf(workspace, file.uri));
      yield { uri: file.uri, text, problems: file.problems };
    }
  }
}

async function* assignmentFile(
  workspace: Session['workspace'],
  project: LoadedProject,
): AsyncGenerator<FileProblems> {
  const file = await workspace.assignments.of(project);
  if (file.text === undefined && file.problems.length === 0) return;
  const articles = await workspace.corpus.articles();
  const paths = new Set(articles.flatMap((a) => relativePath(project.root, a.uri) ?? []));
  yield { uri: file.uri, text: file.text ?? '', problems: assignmentProblems(file, project, paths) };
}

function isIn(folder: string, uri: string): boolean {
  return folder === uri || relativePath(folder, uri) !== undefined;
}

async function sidecarsBelow({ workspace }: Session, folder: string): Promise<string[]> {
  const { exclude } = (await workspace.projects.of(joined(folder, PROJECT_FILE))).project;
  return workspace.host.files.list({ folder, include: ['**/*.ann.json'], exclude });
}

async function textOf({ texts }: Session['workspace'], uri: string): Promise<string> {
  const file = await texts.read(uri, Number.POSITIVE_INFINITY);
  return file && 'document' in file ? file.document.getText() : '';
}

type ReadArticle = ReturnType<Session['workspace']['articles']['get']>;

/** Reads articles, the same one once where it is asked for again at once: its sidecars follow each other. */
function lastRead({ workspace }: Session): (uri: string) => ReadArticle {
  let last: { readonly uri: string; readonly article: ReadArticle } | undefined;
  return (uri) => {
    if (last?.uri !== uri) last = { uri, article: workspace.articles.get(uri) };
    return last.article;
  };
}

async function sidecarProblems(
  session: Session,
  uri: string,
  articleAt: (uri: string) => ReadArticle,
): Promise<FileProblems> {
  const { workspace } = session;
  const project = await workspace.projects.of(uri);
  const layer = await workspace.sidecars.readUri(uri, project);
  if (layer.unreadable) return whole(uri, 'sidecar/unreadable', layer.unreadable);
  const text = layer.file?.document.getText();
  if (text === undefined)
    return whole(uri, 'sidecar/unreadable', msg('This file cannot be read. Check that you may read it.'));
  const owner = await sidecarOwner(workspace, uri, project);
  const article = await articleAt(owner.article);
  if (article && 'unreadable' in article) return { uri, text, problems: parseSidecar(text).problems };
  const problems = await layerProblems(workspace, layer, article, project);
  const found = { uri, text, problems: owner.problem ? [owner.problem, ...problems] : problems };
  return layer.annotator === SUGGESTED ? { ...found, isMachine: true } : found;
}

function whole(uri: string, code: string, message: Message): FileProblems {
  return { uri, text: '', problems: [problemOfWhole(code, message)] };
}

function problemOfWhole(code: string, message: Message): Problem {
  return { code, severity: 'error', message, start: 0, end: 0 };
}
