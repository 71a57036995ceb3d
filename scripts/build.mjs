/**
 * Builds everything that runs: `node scripts/build.mjs [--production] [--force]`. With `--production` minified,
 * without source maps and without the editor tests. Does nothing when nothing has changed.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { productBundles, testBundles } from './bundles.mjs';
import { fingerprint } from './fingerprint.mjs';
import { noticesOf, packagesOf } from './notices.mjs';
import { ROOT, runAsMain } from './project.mjs';
import { underPinnedNode } from './toolchain.mjs';

const STAMPS = '.cache/build';
/** Beside the bundles, and shipped with them. */
const NOTICES = 'dist/THIRD-PARTY-PACKAGES.txt';

/** @returns {boolean} whether the stamp of that name already says `value` */
function stampIs(name, value) {
  const file = join(ROOT, STAMPS, name);
  return existsSync(file) && readFileSync(file, 'utf8') === value;
}

function stamp(name, value) {
  mkdirSync(join(ROOT, STAMPS), { recursive: true });
  writeFileSync(join(ROOT, STAMPS, name), value);
}

async function buildBundles(bundles, production) {
  const { build } = await import('esbuild');
  const { buildSplit } = await import('./splitBundle.mjs');
  const inputs = await Promise.all(
    bundles.map(async ({ entry, out, options, executable, split }) => {
      const { metafile } = await (split ? buildSplit : build)({
        ...options,
        metafile: true,
        absWorkingDir: ROOT,
        entryPoints: [entry],
        outfile: out,
        bundle: true,
        minify: production,
        sourcemap: production ? false : 'linked',
        legalComments: 'none',
        logLevel: 'warning',
      });
      if (production) rmSync(join(ROOT, `${out}.map`), { force: true });
      if (executable) chmodSync(join(ROOT, out), 0o755);
      return Object.keys(metafile.inputs);
    }),
  );
  writeFileSync(join(ROOT, NOTICES), noticesOf(packagesOf(inputs.flat())));
}

/** Language and territory data, into a folder beside dist/data that then takes its place. */
async function buildData(force) {
  const script = join(ROOT, 'scripts/data/build-data.mjs');
  const now = fingerprint(ROOT, [
    'scripts/data',
    'server/src/core/text/lexicon',
    'server/src/core/text/indonesian',
    'package-lock.json',
  ]);
  const target = join(ROOT, 'dist/data');
  if (!force && existsSync(target) && stampIs('data', now)) return;
  const fresh = join(ROOT, `.cache/build/data-${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  try {
    // In a process of its own: it imports TypeScript of the core, of which Node warns wherever it is not told not to.
    execFileSync(process.execPath, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', script, fresh], {
      cwd: ROOT,
      stdio: 'inherit',
    });
    rmSync(target, { recursive: true, force: true });
    mkdirSync(dirname(target), { recursive: true });
    renameSync(fresh, target);
    stamp('data', now);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/**
 * Builds into dist/.
 * @param {{ production?: boolean, force?: boolean }} [options]
 * @returns {Promise<void>} rejects where a source does not compile or an entry is missing
 */
export async function build(options = {}) {
  await buildCode(options);
  await buildData(options.force ?? false);
}

async function buildCode({ production = false, force = false }) {
  const started = Date.now();
  const wanted = production ? productBundles : [...productBundles, ...testBundles];
  const now = `${production ? 'production' : 'development'} ${fingerprint(ROOT, [
    'server/src',
    'client/src',
    'test/vscode',
    'scripts/bundles.mjs',
    'scripts/build.mjs',
    'scripts/notices.mjs',
    'scripts/splitBundle.mjs',
    'package-lock.json',
    'package.json',
  ])}`;
  if (!force && stampIs('bundles', now) && wanted.every(({ out }) => existsSync(join(ROOT, out)))) return;
  rmSync(join(ROOT, STAMPS, 'bundles'), { force: true });
  await buildBundles(wanted, production);
  stamp('bundles', now);
  console.log(`build: ${wanted.length} bundles in ${Date.now() - started} ms`);
}

await runAsMain(import.meta.url, async () => {
  if (!(await underPinnedNode(import.meta.url))) return;
  await build({ production: process.argv.includes('--production'), force: process.argv.includes('--force') });
});
