/**
 * What a fresh clone lacks: the packages of package-lock.json, and the Node release that the scripts are written
 * for. Uses nothing but Node itself (20 or newer), since it runs before anything is installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './project.mjs';

/** The Node release of package-lock.json, absolute; there once the packages are. */
export const PINNED_NODE = join(
  ROOT,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/**
 * Whether node_modules holds what package-lock.json asks for, by the list that npm itself keeps in there.
 * Packages for other platforms may be missing.
 * @returns {boolean}
 */
export function isInstalled() {
  const wanted = readJson(join(ROOT, 'package-lock.json'))?.packages ?? {};
  const present = readJson(join(ROOT, 'node_modules/.package-lock.json'))?.packages;
  if (!present || !existsSync(PINNED_NODE)) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional, peer }]) => {
    if (path === '') return true;
    const found = present[path];
    if (!found) return Boolean(optional || peer);
    return found.version === version && found.integrity === integrity;
  });
}

/** @returns {string | undefined} what went wrong */
function npm(...args) {
  const viaNpm = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined;
  const [command, ...first] = viaNpm ? [process.execPath, viaNpm] : ['npm'];
  const { status, error, stderr } = spawnSync(
    command,
    [...first, ...args, '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      shell: process.platform === 'win32' && !viaNpm,
    },
  );
  return status === 0 ? undefined : (error?.message ?? stderr.split('\n').slice(0, 12).join('\n'));
}

function install() {
  console.log('Installing the packages of package-lock.json (npm ci) ...');
  const trouble = npm('ci');
  if (trouble) throw new Error(`npm ci did not succeed:\n${trouble}`);
  if (!existsSync(PINNED_NODE))
    throw new Error(
      'npm ci left out node_modules/node/bin/node: allow install scripts (npm config ignore-scripts) and try again.',
    );
}

/**
 * Installs when needed, then makes sure that the calling script runs under the pinned Node: either it does and
 * this returns true, or the script is run again under it, with its exit code, and this returns false.
 * @param {string} moduleUrl `import.meta.url` of the script
 * @returns {Promise<boolean>}
 */
export async function underPinnedNode(moduleUrl) {
  if (!isInstalled()) install();
  const wanted = readJson(join(ROOT, 'node_modules/node/package.json')).version;
  const path = process.env.PATH ?? '';
  const env = {
    ...process.env,
    PATH: [dirname(PINNED_NODE), join(ROOT, 'node_modules/.bin'), path].join(delimiter),
  };
  if (process.versions.node === wanted) {
    process.env.PATH = env.PATH;
    return true;
  }
  const child = spawn(PINNED_NODE, [fileURLToPath(moduleUrl), ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
    env,
  });
  // The terminal sends Ctrl+C to the child as well: wait for it to end what it started.
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => signal === 'SIGTERM' && child.kill(signal));
  process.exitCode = await new Promise((done, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => done(code ?? 1));
  });
  return false;
}
