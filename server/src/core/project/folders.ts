import type { Node } from 'jsonc-parser';
import { msg } from '../message.ts';
import type { Problem } from '../problem.ts';
import type { TextRange } from '../text/range.ts';
import { FolderSchema } from './schema.ts';
import { problem, readList } from './values.ts';

/** What a project says of the articles in one of its folders. */
export interface ArticleFolder {
  /** Relative to the project file's folder, with `/` and none at its end; empty: that folder itself. */
  readonly path: string;
  /** The BCP 47 tag of the language that its articles should be in. */
  readonly language?: string;
  /** The folder, written like `path`, that has the article of which each is a translation, under the same name. */
  readonly translationOf?: string;
  /** Where the project file says so (UTF-16 units). */
  readonly place: TextRange;
}

/** The folders that a project describes; of two entries for one folder the first counts. */
export function readFolders(node: Node | undefined, problems: Problem[]): readonly ArticleFolder[] {
  const folders = new Map<string, ArticleFolder>();
  for (const { value, node: place } of (node && readList(node, FolderSchema, 'folders', problems)) ?? []) {
    const path = trimmed(value.path);
    if (folders.has(path)) {
      const message = msg(
        'The folder "{0}" is described twice; the first one counts: delete this one.',
        path || '.',
      );
      problems.push(problem('project/doubled-folder', place, message));
      continue;
    }
    const source = value.translationOf === undefined ? undefined : trimmed(value.translationOf);
    const isOwn = source !== undefined && (isBelow(source, path) || isBelow(path, source));
    if (isOwn) {
      const message = msg(
        'A folder cannot be a translation of itself or of a folder inside it: "translationOf" does not count.',
      );
      problems.push(problem('project/own-translation', place, message));
    }
    const language =
      value.language === undefined || value.language === 'auto' ? {} : { language: value.language };
    folders.set(path, {
      path,
      place: { start: place.offset, end: place.offset + place.length },
      ...language,
      ...(source === undefined || isOwn ? {} : { translationOf: source }),
    });
  }
  return [...folders.values()];
}

/** The folder that speaks for a file (its path relative to the project): the innermost one that holds it. */
export function folderOfArticle(folders: readonly ArticleFolder[], path: string): ArticleFolder | undefined {
  let innermost: ArticleFolder | undefined;
  for (const folder of folders)
    if (isBelow(path, folder.path) && folder.path.length >= (innermost?.path.length ?? 0)) innermost = folder;
  return innermost;
}

/** The path of the article that a file is a translation of, relative to the project; undefined where it is none. */
export function sourcePath(folders: readonly ArticleFolder[], path: string): string | undefined {
  const folder = folderOfArticle(folders, path);
  return folder?.translationOf === undefined
    ? undefined
    : folder.translationOf + path.slice(folder.path.length);
}

/** Where the translations of an article (its path relative to the project) would be. */
export function translationPaths(folders: readonly ArticleFolder[], path: string): string[] {
  return folders.flatMap(({ path: folder, translationOf }) => {
    if (translationOf === undefined || !isBelow(path, translationOf)) return [];
    const translation = folder + path.slice(translationOf.length);
    return sourcePath(folders, translation) === path ? [translation] : [];
  });
}

/** `./id/` is `id`, and `.` is the project's own folder, which is empty. */
function trimmed(path: string): string {
  const names = path.replaceAll('\\', '/').split('/');
  return names.filter((name) => name !== '' && name !== '.').join('/');
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
