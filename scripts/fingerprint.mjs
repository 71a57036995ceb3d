import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One hash over the names, sizes and modification times of the files below some paths: whether anything there
 * was touched, without reading it.
 * @param {string} root folder that the paths are relative to
 * @param {readonly string[]} paths files or folders; a missing one counts as empty
 * @returns {string} hex
 */
export function fingerprint(root, paths) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (!stat) return;
    if (!stat.isDirectory()) return hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
    for (const name of readdirSync(join(root, path)).sort())
      if (name !== 'node_modules') visit(`${path}/${name}`);
  };
  for (const path of paths) visit(path);
  return hash.digest('hex');
}

/**
 * @param {string} file
 * @returns {string | undefined} hex hash of its content; undefined where there is no such file
 */
export function contentHash(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat?.isFile() ? createHash('sha256').update(readFileSync(file)).digest('hex') : undefined;
}
