/**
 * `npm start`: the sample corpus in VS Code, with the extension. `-- --here` opens seeds/ itself instead of a copy,
 * `-- --code-server` takes the browser editor even where there is a desktop one. Ctrl+C ends what it started.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, cleanupOnSignals, start } from './processes.mjs';
import { ROOT, runAsMain } from './project.mjs';
import { underPinnedNode } from './toolchain.mjs';

/** Annotating writes sidecars beside the articles, so that a copy keeps the repository clean. */
function sampleCorpus(here) {
  const seeds = join(ROOT, 'seeds');
  if (here) return seeds;
  const copy = join(ROOT, '.cache/sample-corpus');
  const kept = existsSync(copy);
  if (!kept) cpSync(seeds, copy, { recursive: true });
  console.log(
    `The corpus is .cache/sample-corpus, ${kept ? 'the copy of seeds/ from an earlier start' : 'a copy of seeds/'}; delete it for a fresh one, or use "npm start -- --here" for seeds/ itself.`,
  );
  return copy;
}

const developing = ['--new-window', `--extensionDevelopmentPath=${ROOT}`];

function codeOnPath() {
  const { status } = spawnSync('code', ['--version'], {
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  return status === 0;
}

async function desktop(command, args) {
  const { build } = await import('./build.mjs');
  await build();
  const options = { stdio: 'inherit', shell: process.platform === 'win32' };
  const code = await start(command, args, options).exited;
  if (code !== 0) throw new Error(`VS Code ended with ${code}.`);
}

/** @returns {Promise<string>} path of a VS Code that was downloaded now or earlier */
async function downloaded() {
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  return downloadAndUnzipVSCode({
    cachePath: join(ROOT, '.cache/vscode-desktop'),
    reporter: new SilentReporter(),
    timeout: 20_000,
  });
}

async function inBrowser(corpus) {
  const { codeServerCli, prepareCodeServer, quietSettings, startCodeServer } = await import(
    './code-server.mjs'
  );
  const { packageExtension } = await import('./package.mjs');
  const vsix = await packageExtension();
  const prepared = prepareCodeServer({ settings: quietSettings });
  const installed = await codeServerCli(prepared, ['--install-extension', vsix, '--force']);
  if (installed.code !== 0) throw new Error(`The extension could not be installed.\n${installed.output}`);
  const { origin, exited } = await startCodeServer(prepared);
  console.log(
    `Open ${origin}/?folder=${encodeURIComponent(corpus)} in a browser on this machine. Ctrl+C ends it.`,
  );
  const code = await exited;
  throw new Error(`code-server ended with ${code}.`);
}

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

async function main() {
  if (!(await underPinnedNode(import.meta.url))) return;
  cleanupOnSignals();
  const corpus = sampleCorpus(process.argv.includes('--here'));
  const browserOnly = process.argv.includes('--code-server');
  if (!browserOnly && codeOnPath()) {
    console.log('Taking the "code" on your PATH.');
    return desktop('code', [...developing, '--wait', corpus]);
  }
  let why = browserOnly
    ? 'as asked'
    : 'there is no "code" on the PATH and no display for a downloaded VS Code';
  if (!browserOnly && hasDisplay()) {
    try {
      const executable = await downloaded();
      console.log('Taking VS Code as downloaded by @vscode/test-electron: there is no "code" on the PATH.');
      const profile = ['--user-data-dir', join(ROOT, '.cache/vscode-desktop/profile')];
      return await desktop(executable, [...developing, ...profile, '--disable-workspace-trust', corpus]);
    } catch (error) {
      why = `there is no "code" on the PATH and VS Code could not be used (${error.message})`;
    }
  }
  console.log(`Taking code-server from npm: ${why}.`);
  return inBrowser(corpus);
}

await runAsMain(import.meta.url, () => main().finally(cleanup));
