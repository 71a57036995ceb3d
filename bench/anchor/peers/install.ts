import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const HERE = import.meta.dirname;

/** Installs the peers into this folder, where they are not. False, with the reason on the standard error, where that fails. */
export function installPeers(): boolean {
  if (existsSync(join(HERE, 'node_modules/diff-match-patch'))) return true;
  console.error('Installing the peers into bench/anchor/peers (npm ci) ...');
  const { status, stderr, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: HERE,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return true;
  console.error(`The peers could not be installed: ${error?.message ?? stderr.trim()}`);
  return false;
}
