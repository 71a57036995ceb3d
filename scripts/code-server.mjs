/** Running code-server on a free loopback port, with folders of its own: nothing of the user's is read or written. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureCodeServer } from './editor.mjs';
import { start, temporaryFolder } from './processes.mjs';
import { PINNED_NODE } from './toolchain.mjs';

/** Settings that keep an editor from asking, looking things up or showing what is not ours. */
export const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.enabled': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  // Else a toast for every port that other processes open.
  'remote.autoForwardPorts': false,
  'remote.restoreForwardedPorts': false,
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
};

/** Those, and what the tests stand on: nothing is saved by itself, as on a fresh desktop. */
export const testSettings = {
  ...quietSettings,
  'files.autoSave': 'off',
  'files.hotExit': 'off',
  'window.confirmBeforeClose': 'never',
  'window.commandCenter': false,
  'editor.accessibilitySupport': 'off',
  'editor.minimap.enabled': false,
  'editor.hover.delay': 100,
  'files.simpleDialog.enable': true,
};

/**
 * @param {{ settings?: Record<string, unknown>, folder?: string }} [options] `folder` is kept; default a temporary one
 * @returns {{ data: string, extensions: string }} folders for one code-server
 */
export function prepareCodeServer({ settings = testSettings, folder = temporaryFolder('cs') } = {}) {
  const extensions = join(folder, 'extensions');
  mkdirSync(join(folder, 'User'), { recursive: true });
  mkdirSync(extensions, { recursive: true });
  writeFileSync(join(folder, 'User/settings.json'), JSON.stringify(settings, undefined, 1));
  writeFileSync(join(folder, 'config.yaml'), 'auth: none\n');
  return { data: folder, extensions };
}

function environment(data) {
  const own = join(data, 'xdg');
  const env = {
    ...process.env,
    HOME: data,
    XDG_CONFIG_HOME: own,
    XDG_DATA_HOME: own,
    XDG_CACHE_HOME: own,
    XDG_RUNTIME_DIR: data,
    EXTENSIONS_GALLERY: '{"serviceUrl":""}', // no look-ups in a marketplace
  };
  // Left by a terminal inside another VS Code; they would make this one its command line.
  for (const key of ['VSCODE_IPC_HOOK_CLI', 'VSCODE_IPC_HOOK', 'ELECTRON_RUN_AS_NODE', 'PORT'])
    delete env[key];
  return env;
}

const run = ({ data, extensions }, args) =>
  start(
    PINNED_NODE, // it runs under no other release
    [
      ensureCodeServer(),
      '--user-data-dir',
      data,
      '--extensions-dir',
      extensions,
      '--config',
      join(data, 'config.yaml'),
      ...args,
    ],
    { env: environment(data) },
  );

/**
 * One call of code-server's command line.
 * @returns {Promise<{ code: number | string, output: string }>}
 */
export async function codeServerCli(prepared, args) {
  const { exited, output } = run(prepared, args);
  return { code: await exited, output: output() };
}

/**
 * @param {{ data: string, extensions: string }} prepared
 * @param {readonly string[]} [extra] further arguments
 * @returns {Promise<{ origin: string, authority: string, exited: Promise<number | string> }>} once it listens
 */
export async function startCodeServer(prepared, extra = []) {
  const { child, exited, output } = run(prepared, [
    ...['--auth', 'none', '--bind-addr', '127.0.0.1:0'],
    ...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'],
    ...[
      '--disable-getting-started-override',
      '--disable-proxy',
      '--disable-file-downloads',
      '--ignore-last-opened',
    ],
    ...extra,
  ]);
  const origin = await new Promise((listening, failed) => {
    const limit = setTimeout(
      () => failed(new Error(`code-server did not listen within 60 s.\n${output()}`)),
      60_000,
    );
    const look = () => {
      const found = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(output())?.[1];
      if (found) {
        clearTimeout(limit);
        listening(found);
      }
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    exited.then((code) => {
      clearTimeout(limit);
      failed(new Error(`code-server ended with ${code}.\n${output()}`));
    });
  });
  return { origin, authority: new URL(origin).host, exited };
}
