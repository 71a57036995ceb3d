import picomatch from 'picomatch';
import { isEditableFile, isJsonLines } from '../../core/entities/editing/entityFileEdit.ts';
import type { Entity } from '../../core/entities/entity.ts';
import type { LoadedProject } from '../projects.ts';
import { joined, relativePath } from '../uris.ts';
import type { Workspace } from '../workspace.ts';

/** An entity file of a project that can take entities. */
export interface EntityFilePlace {
  readonly uri: string;
  /** Below the project's folder, with `/`. */
  readonly path: string;
  readonly exists: boolean;
}

/** Larger entity files are not read, and so not changed. */
export const MOST_BYTES = 50_000_000;

/** Where entities go that nobody has a file for. */
const USUAL_FILE = 'entities/entities.jsonl';

/**
 * The entity files of a project that can be changed, the usual one first, then JSON Lines before tables, by their paths.
 * Where there is no JSON Lines file, the last one is that which would be made. Never empty.
 */
export async function editableFiles(
  workspace: Workspace,
  project: LoadedProject,
): Promise<readonly EntityFilePlace[]> {
  const { files: include } = project.project.entities;
  const found =
    include.length === 0
      ? []
      : await workspace.host.files.list({ folder: project.root, include, exclude: project.project.exclude });
  // A file that is open and not saved yet is on no disk.
  const open = workspace.texts.openAll().map((document) => document.uri);
  const uris = [...new Set([...found, ...open.filter((uri) => project.isEntityFile(uri))])];
  const places = uris.flatMap((uri): EntityFilePlace[] => {
    const path = relativePath(project.root, uri);
    return path !== undefined && isEditableFile(path) ? [{ uri, path, exists: true }] : [];
  });
  const rank = ({ path }: EntityFilePlace) => (path === USUAL_FILE ? 0 : isJsonLines(path) ? 1 : 2);
  places.sort((a, b) => rank(a) - rank(b) || compare(a.path, b.path));
  // A table may not hold all that is to be said.
  return places.some(({ path }) => isJsonLines(path)) ? places : [...places, newFile(project)];
}

/** The file that would be made for a project's first entity: one that its globs find, else the usual one. */
export function newFile(project: LoadedProject): EntityFilePlace {
  const { files } = project.project.entities;
  const candidates = [USUAL_FILE, 'entities.jsonl', ...files.flatMap(examplePath)];
  const path = candidates.find((c) => isJsonLines(c) && matches(files, c)) ?? USUAL_FILE;
  return { uri: joined(project.root, path), path, exists: false };
}

/** True where the project reads entities from a file, by its path. */
export function readsFile({ project }: LoadedProject, path: string): boolean {
  return matches(project.entities.files, path);
}

function matches(globs: readonly string[], path: string): boolean {
  return globs.length > 0 && picomatch([...globs])(path);
}

/** A path that a plain glob finds. */
function examplePath(glob: string): string[] {
  const path = glob.replaceAll('**/', '').replaceAll(/\*+/g, 'entities');
  return /[?[\]{}()!|]/.test(path) ? [] : [path];
}

/** True for entities whose own line can take another name. */
export function isEditable({ source }: Entity, project: LoadedProject): boolean {
  return source.kind === 'file' && project.isEntityFile(source.uri) && isEditableFile(source.uri);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
