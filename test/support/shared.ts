import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file or folder of `shared`, which lies beside the project or above it; undefined where it is not there. */
export function sharedPath(path: string): string | undefined {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, 'shared', path);
    if (existsSync(candidate)) return candidate;
    if (folder === dirname(folder)) return undefined;
  }
}
