import { baseName, relativePath } from '../uris.ts';
import type { Workspace } from '../workspace.ts';

/** How people know a file: its path below the workspace folder that it is in, else its name. */
export function articlePath({ projects }: Workspace, uri: string): string {
  for (const folder of projects.workspaceFolders) {
    const path = relativePath(folder, uri);
    if (path !== undefined) return path;
  }
  return baseName(uri);
}
