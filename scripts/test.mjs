/**
 * `npm test`: everything, from a fresh clone on. `-- --unit` runs only what needs no editor, `-- --editor` only the
 * rest. The last line is `N passed, N failed`, with `, N skipped` where something was. What a part printed is shown
 * where it failed, or always where VERBOSE is set. With CI set, a part that cannot run here has failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cleanup, cleanupOnSignals, start } from './processes.mjs';
import { ROOT, runAsMain } from './project.mjs';
import { underPinnedNode } from './toolchain.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const inCI = Boolean(process.env.CI) && process.env.CI !== 'false';

/** @type {() => string | undefined} why no editor can be driven here */
let noEditor = () => undefined;

async function findEditor() {
  const { chromiumPath } = await import('../test/vscode/harness/chromium.mjs');
  const { ensureCodeServer, ensureWebEditor } = await import('./editor.mjs');
  let why = chromiumPath() ? undefined : 'there is no Chromium (install it, or set CHROMIUM to one)';
  try {
    if (!why) {
      ensureCodeServer();
      ensureWebEditor();
    }
  } catch (error) {
    why = `VS Code could not be fetched (${error.message})`;
  }
  noEditor = () => why;
}

const noNeovim = () =>
  spawnSync('nvim', ['--version'], { stdio: 'ignore' }).status === 0
    ? undefined
    : 'there is no nvim on the PATH';

const PARTS = [
  {
    name: 'Unit, property, protocol and process tests',
    flag: '--unit',
    run: vitest,
    without: () => undefined,
  },
  ...[
    {
      name: 'VS Code, Node extension host',
      script: 'test/vscode/harness/exthost.mjs',
      without: () => noEditor(),
    },
    { name: 'VS Code, web extension host', script: 'test/vscode/harness/web.mjs', without: () => noEditor() },
    { name: 'Package, installed in VS Code', script: 'test/e2e/package.mjs', without: () => noEditor() },
    {
      name: 'VS Code, through its user interface',
      script: 'test/e2e/annotate.mjs',
      without: () => noEditor(),
    },
    { name: 'Neovim', script: 'test/neovim/neovim.mjs', without: noNeovim },
  ].map((part) => ({ ...part, flag: '--editor', run: () => script(part.script) })),
];

/** @returns {Promise<Counts & { output: string }>} */
async function script(path) {
  const { exited, output } = start(process.execPath, [join(ROOT, path)], { cwd: ROOT });
  const code = await exited;
  const closing = output().trimEnd().split('\n').at(-1) ?? '';
  const [, passed, failed, skipped] = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(closing) ?? [];
  const counts = { passed: Number(passed ?? 0), failed: Number(failed ?? 0), skipped: Number(skipped ?? 0) };
  return { ...counts, failed: counts.failed || (code === 0 && counts.passed ? 0 : 1), output: output() };
}

/** @returns {Promise<Counts & { output: string }>} */
async function vitest() {
  const report = join(ROOT, '.cache/test/vitest.json');
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const { exited, output } = start(
    process.execPath,
    [
      join(ROOT, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ],
    { cwd: ROOT, env: { ...process.env, NO_COLOR: '1' } },
  );
  const code = await exited;
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    // A file that could not be loaded has no tests that could fail.
    const broken = testResults.filter((r) => r.status === 'failed' && r.assertionResults.length === 0).length;
    const failed = numFailedTests + broken;
    const skipped = numPendingTests + numTodoTests;
    return { passed: numPassedTests, failed: failed || (code === 0 ? 0 : 1), skipped, output: output() };
  } catch (error) {
    return {
      passed: 0,
      failed: 1,
      skipped: 0,
      output: `${output()}\nNo report of vitest: ${error.message}\n`,
    };
  }
}

/** @returns {Promise<Counts>} */
async function runPart({ name, run, without }) {
  const why = without();
  if (why) {
    console.log(`${name}: ${inCI ? 'FAILED, it cannot run' : 'skipped'}: ${why}`);
    return inCI ? { passed: 0, failed: 1, skipped: 0 } : { passed: 0, failed: 0, skipped: 1 };
  }
  const started = Date.now();
  const { output, ...counts } = await run();
  if (counts.failed > 0 || process.env.VERBOSE) console.log(output.trimEnd());
  const verdict = counts.failed > 0 ? `${counts.failed} FAILED, ` : '';
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${name}: ${verdict}${counts.passed} ok${skipped} (${seconds} s)`);
  return counts;
}

/** The parts, one after the other: each wants both cores of a small machine. */
async function runParts() {
  const { build } = await import('./build.mjs');
  await build();
  const flags = process.argv.slice(2).filter((flag) => PARTS.some((part) => part.flag === flag));
  const wanted = PARTS.filter(({ flag }) => flags.length === 0 || flags.includes(flag));
  if (wanted.some(({ flag }) => flag === '--editor')) await findEditor();
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const part of wanted) {
    const counts = await runPart(part);
    for (const key of Object.keys(total)) total[key] += counts[key];
  }
  return total;
}

await runAsMain(import.meta.url, async () => {
  let total = { passed: 0, failed: 1, skipped: 0 };
  try {
    if (!(await underPinnedNode(import.meta.url))) return;
    cleanupOnSignals();
    total = await runParts();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  await cleanup();
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
});
