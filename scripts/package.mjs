/** `npm run package`: builds for production and makes pressmark-<version>.vsix in the project's folder. */
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ROOT, runAsMain } from './project.mjs';
import { underPinnedNode } from './toolchain.mjs';

/** Paths that a package may hold; whatever else turns up in one was not meant to ship. */
const shipped = [
  /^package\.json$/,
  /^package\.nls(\.[a-z-]+)?\.json$/i,
  /^(README|CHANGELOG|THIRD-PARTY)\.md$/,
  /^dist\/THIRD-PARTY-PACKAGES\.txt$/,
  /^LICENSE$/,
  /^dist\/(client\/(extension\.(node|web)|[a-z]+\.page)|server\/(node|main|worker|part-\w+-\w+)|cli\/pressmark)\.js$/,
  /^dist\/data\/([\w/-][\w./-]*\.(json|txt|bin|tsv|gz|ftz|wasm|md)|\.version)$/,
  /^l10n\/bundle\.l10n(\.[a-z-]+)?\.json$/,
  /^language-configuration[\w.-]*\.json$/,
  /^media\/[\w./-]+\.(svg|png|md|css|js)$/,
  /^syntaxes\/[\w.-]+\.json$/,
  /^schemas\/[\w.-]+\.json$/,
  /^docs\/[\w./-]+\.(md|png|yml)$/,
];

/** Without these the extension does not work. */
const needed = [
  'dist/client/extension.node.js',
  'dist/client/extension.web.js',
  'dist/client/adjudication.page.js',
  'dist/client/agreement.page.js',
  'dist/server/node.js',
  'dist/server/main.js',
  'dist/server/worker.js',
  'dist/cli/pressmark.js',
  'package.json',
  'README.md',
  'LICENSE',
  'THIRD-PARTY.md',
  'dist/THIRD-PARTY-PACKAGES.txt',
];

/**
 * Holds the files of a package against the allow-list.
 * @param {readonly string[]} files relative paths with `/`
 * @returns {string[]} one sentence for each file too many or too few
 */
export function packageProblems(files) {
  return [
    ...files
      .filter((file) => !shipped.some((pattern) => pattern.test(file)))
      .map((file) => `${file} must not ship.`),
    ...needed.filter((file) => !files.includes(file)).map((file) => `${file} is missing.`),
  ];
}

/** @returns {Promise<string[]>} what the package would hold */
export async function packagedFiles() {
  const { listFiles, PackageManager } = await import('@vscode/vsce');
  const files = await listFiles({ cwd: ROOT, packageManager: PackageManager.None });
  return files.map((file) => file.replaceAll('\\', '/')).sort();
}

/**
 * Builds for production and packs.
 * @returns {Promise<string>} absolute path of the .vsix
 * @throws Error naming each file that must not ship or is missing
 */
export async function packageExtension() {
  await build({ production: true });
  const problems = packageProblems(await packagedFiles());
  if (problems.length > 0) throw new Error(`The package would be wrong:\n${problems.join('\n')}`);
  const { createVSIX } = await import('@vscode/vsce');
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const vsix = join(ROOT, `pressmark-${version}.vsix`);
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  await createVSIX({
    cwd: ROOT,
    dependencies: false,
    packagePath: vsix,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
    skipLicense: false,
  });
  return vsix;
}

await runAsMain(import.meta.url, async () => {
  if (!(await underPinnedNode(import.meta.url))) return;
  const vsix = await packageExtension();
  console.log(`${vsix}: ${(statSync(vsix).size / 1e6).toFixed(2)} MB`);
});
