import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { glob } from 'tinyglobby';
import { articleOfSidecar } from '../core/annotations/sidecarNames.ts';
import { msg } from '../core/message.ts';
import { fileKind } from '../service/fileKinds.ts';
import { relativePath } from '../service/uris.ts';
import { uriOf } from './disk.ts';
import type { Session } from './session.ts';

/**
 * The addresses of the articles that the paths of a command line name, each once, in order of their paths: files as
 * they are, folders (none: the working folder) with the articles that their projects include, and patterns, for
 * shells that do not expand them. Sidecars, project and entity files among them are passed over. A path that leads
 * nowhere is told, and the others are taken.
 */
export async function articlePaths(session: Session, paths: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const path of paths.length === 0 ? ['.'] : paths) {
    for (const uri of await articlesOf(session, path)) found.add(uri);
  }
  return [...found].sort();
}

async function articlesOf(session: Session, path: string): Promise<string[]> {
  const { workspace, io } = session;
  const full = resolve(io.cwd, path);
  const kind = await kindOf(full);
  if (kind === 'folder') {
    const folder = uriOf(full);
    const below = (await workspace.corpus.articles()).filter(
      (a) => relativePath(folder, a.uri) !== undefined,
    );
    const own: string[] = [];
    // One after the other: promises of a hundred thousand at once take 100 MB.
    for (const { uri } of below) if ((await workspace.projects.of(uri)).includes(uri)) own.push(uri);
    return own;
  }
  if (kind === 'file') return (await isArticle(session, uriOf(full))) ? [uriOf(full)] : [];
  const matches = await glob([path.replaceAll('\\', '/')], {
    cwd: io.cwd,
    absolute: true,
    followSymbolicLinks: false,
  });
  if (matches.length === 0)
    session.fail(uriOf(full), msg('There is no such file or folder. Check the path.'));
  const uris = matches.map((match) => uriOf(resolve(match)));
  const taken = await Promise.all(uris.map((uri) => isArticle(session, uri)));
  return uris.filter((_, i) => taken[i]);
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

/** Whoever names a file means it, also where the project does not include it; but a shell's `*` names all there is. */
async function isArticle(session: Session, uri: string): Promise<boolean> {
  if (articleOfSidecar(uri)) return false;
  const kind = await fileKind(session.workspace, uri);
  return kind === 'article' || kind === 'other';
}
