import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const HERE = import.meta.dirname;

/** The versions of the packages in this folder, of package.json or as they are installed. */
const wanted = (): Record<string, string> =>
  JSON.parse(readFileSync(join(HERE, 'package.json'), 'utf8')).dependencies;

function isInstalled(): boolean {
  return Object.entries(wanted()).every(([name, version]) => {
    const file = join(HERE, 'node_modules', name, 'package.json');
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === version;
  });
}

let failed = false;

/** Installs the peers into this folder, where they are not. False, with the reason on the standard error, where that fails: then it is not tried again. */
export function installPeers(): boolean {
  if (failed) return false;
  if (isInstalled()) return true;
  console.error('Installing the peers into bench/rules/peers (npm ci) ...');
  const { status, stderr, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: HERE,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return true;
  failed = true;
  const reason = error?.message ?? stderr.trim().split('\n').slice(0, 4).join('\n');
  console.error(`The peers could not be installed: ${reason}`);
  return false;
}

/** A line for the tables where peers are missing. */
export const NO_PEERS = 'The peers of bench/rules/peers could not be installed: their rows are left out.\n';
