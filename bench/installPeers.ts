import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const failed = new Set<string>();

/**
 * Installs the packages of a folder of peers by its lockfile, where they are not there in the versions of its
 * package.json. False, with the reason on the standard error, where that fails: then it is not tried again.
 */
export function installPeers(folder: string): boolean {
  if (failed.has(folder)) return false;
  if (isInstalled(folder)) return true;
  console.error(`Installing the peers into ${folder} (npm ci) ...`);
  const { status, stderr, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return true;
  failed.add(folder);
  const reason = error?.message ?? stderr.trim().split('\n').slice(0, 4).join('\n');
  console.error(`The peers could not be installed: ${reason}`);
  return false;
}

function isInstalled(folder: string): boolean {
  const wanted: Record<string, string> = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ).dependencies;
  return Object.entries(wanted).every(([name, version]) => {
    const file = join(folder, 'node_modules', name, 'package.json');
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === version;
  });
}
