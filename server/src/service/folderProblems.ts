import { msg } from '../core/message.ts';
import type { Problem } from '../core/problem.ts';
import type { ArticleFolder } from '../core/project.ts';
import type { Host } from './ports.ts';
import type { LoadedProject } from './projects.ts';
import { joined } from './uris.ts';

/**
 * What is wrong with the folders of a project file, compared with the files that are there: places are offsets in that
 * file (UTF-16 units). Lists the articles of these folders each time.
 */
export async function folderProblems(project: LoadedProject, host: Host): Promise<Problem[]> {
  const listed = new Map<string, Promise<string[]>>();
  const articlesIn = (path: string) => {
    const known = listed.get(path) ?? articles(project, path, host);
    listed.set(path, known);
    return known;
  };
  const found = await Promise.all(
    project.project.folders.map((folder) => problemOf(folder, project, articlesIn)),
  );
  return found.flatMap((problem) => problem ?? []);
}

async function problemOf(
  { path, translationOf, place }: ArticleFolder,
  project: LoadedProject,
  articlesIn: (path: string) => Promise<string[]>,
): Promise<Problem | undefined> {
  const own = await articlesIn(path);
  if (own.length === 0) return unknown(path, place);
  if (translationOf === undefined) return undefined;
  const sources = new Set(await articlesIn(translationOf));
  if (sources.size === 0) return unknown(translationOf, place);
  const missing = own.filter((uri) => {
    const source = project.sourceOf(uri);
    return source !== undefined && !sources.has(source);
  });
  const [first] = missing;
  if (first === undefined) return undefined;
  return {
    ...place,
    code: 'project/no-source',
    severity: 'information',
    message: msg(
      'Articles of "{0}" without one of the same name in "{1}": {2}, such as "{3}". They are checked without it.',
      path,
      translationOf,
      missing.length,
      decodeURI(first.slice(first.lastIndexOf('/') + 1)),
    ),
  };
}

function unknown(path: string, place: { start: number; end: number }): Problem {
  return {
    ...place,
    code: 'project/unknown-folder',
    severity: 'warning',
    message: msg(
      'There are no articles in the folder "{0}". Correct its path, which starts at this file’s folder.',
      path || '.',
    ),
  };
}

async function articles(project: LoadedProject, path: string, host: Host): Promise<string[]> {
  const folder = path === '' ? project.root : joined(project.root, path);
  const uris = await host.files.list({ folder, include: ['**'], exclude: [] });
  return uris.filter((uri) => project.includes(uri));
}
