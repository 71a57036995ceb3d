import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where `node scripts/peers.mjs` puts other tools' real files; none of them is part of the project. */
const FOLDER = process.env.PRESSMARK_PEERS ?? join(homedir(), '.cache/pressmark/peers');

/** The path of a file or folder of a public repository (`owner/name`); undefined where it was not fetched. */
export function peerPath(repository: string, path: string): string | undefined {
  const file = join(FOLDER, repository.replace('/', '+'), path);
  return existsSync(file) ? file : undefined;
}

/** Why a test of a peer's files is skipped. */
export function notFetched(repository: string): string {
  return `the files of ${repository} are not here: node scripts/peers.mjs fetches them`;
}

/** All files below a folder, with `/`, relative to it, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}

/** The bytes of a file. */
export function bytesOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path));
}
