import { articleOfSidecar } from '../core/annotations/sidecarNames.ts';
import { assignmentsUri } from './assignments.ts';
import { PROJECT_FILE } from './projects.ts';
import { baseName } from './uris.ts';
import type { Workspace } from './workspace.ts';

/** What a file is to Pressmark. `other`: nothing, e.g. a text that the project excludes. */
export type FileKind = 'article' | 'sidecar' | 'project' | 'entities' | 'assignments' | 'other';

/** What a file is to Pressmark, by its name and its project. */
export async function fileKind(workspace: Workspace, uri: string): Promise<FileKind> {
  if (baseName(uri) === PROJECT_FILE) return 'project';
  if (articleOfSidecar(uri)) return 'sidecar';
  const project = await workspace.projects.of(uri);
  if (assignmentsUri(project) === uri) return 'assignments';
  if (project.isEntityFile(uri)) return 'entities';
  return project.includes(uri) ? 'article' : 'other';
}
