/** What `npm run package` makes: the right files, small enough, and VS Code installs it. */
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { codeServerCli, prepareCodeServer } from '../../scripts/code-server.mjs';
import { packagedFiles, packageExtension, packageProblems } from '../../scripts/package.mjs';
import { ROOT } from '../../scripts/project.mjs';
import { finish } from '../vscode/harness/outcome.mjs';
import { Stopped, steps } from './checks.mjs';

/** The budget of the extension package, in bytes. */
const LARGEST = 8_000_000;

await finish(180_000, async () => {
  const { step, counts } = steps();
  let vsix = '';
  try {
    await step('the package can be made', async () => {
      vsix = await packageExtension();
      console.log(`   ${(statSync(vsix).size / 1e6).toFixed(2)} MB`);
    });
    await step('it holds what ships and nothing else', async () => {
      const files = await packagedFiles();
      assert.deepEqual(packageProblems(files), []);
      assert.equal(
        packageProblems([...files, 'server/src/node/main.ts', 'dist/server/node.js.map']).length,
        2,
      );
    });
    await step('it is no larger than 8 MB', async () => assert.ok(statSync(vsix).size <= LARGEST));
    await step('VS Code installs it', async () => {
      const prepared = prepareCodeServer();
      const { code, output } = await codeServerCli(prepared, ['--install-extension', vsix, '--force']);
      assert.equal(code, 0, output);
      const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
      const list = await codeServerCli(prepared, ['--list-extensions', '--show-versions']);
      assert.match(list.output, new RegExp(`pressmark\\.pressmark@${version.replaceAll('.', '\\.')}`));
    });
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
  return counts();
});
