/** The licences of the npm packages that a bundle holds, as their authors ask to be passed on with copies. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project.mjs';

const LICENCE_FILE = /^(licen[cs]e|copying|notice|thirdpartynotices)([.-].*)?$/i;

/** @returns {string[]} the folders below node_modules of the packages that esbuild's inputs came from, sorted */
export function packagesOf(inputs) {
  const folders = inputs.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
  return [...new Set(folders)].sort();
}

/** @returns {string} name, version, licence and licence texts of each package; throws where one states none */
export function noticesOf(folders) {
  return folders
    .map((folder) => {
      const path = join(ROOT, folder);
      const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
      if (!license) throw new Error(`${name} states no licence`);
      const texts = readdirSync(path)
        .filter((file) => LICENCE_FILE.test(file))
        .sort()
        .map((file) => readFileSync(join(path, file), 'utf8').trim());
      return [`${name} ${version} (${license})`, ...texts].join('\n\n');
    })
    .join(`\n\n${'-'.repeat(78)}\n\n`)
    .concat('\n');
}
