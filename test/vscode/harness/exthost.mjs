/** The editor tests in the Node extension host of a real VS Code: `node test/vscode/harness/exthost.mjs`. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { prepareCodeServer, startCodeServer } from '../../../scripts/code-server.mjs';
import { temporaryFolder } from '../../../scripts/processes.mjs';
import { ROOT } from '../../../scripts/project.mjs';
import { listenToTests } from './automation.mjs';
import { startChromium } from './chromium.mjs';
import { finish } from './outcome.mjs';

await finish(240_000, async () => {
  const workspace = temporaryFolder('ws');
  cpSync(join(ROOT, 'test/vscode/corpus'), workspace, { recursive: true });
  // Without this driver a built VS Code ignores the tests that the payload names.
  const server = await startCodeServer(prepareCodeServer(), ['--vscode-option', 'enable-smoke-test-driver']);
  const page = await startChromium();
  const tests = await listenToTests(page);
  const remote = (path) => `vscode-remote://${server.authority}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(ROOT)],
    ['extensionTestsPath', remote(join(ROOT, 'dist/test/node.js'))],
    ['skipWelcome', 'true'],
  ];
  const query = `folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
  const answer = await page.goto(`${server.origin}/?${query}`);
  if (!answer?.ok()) throw new Error(`code-server answers ${answer?.status()}.`);
  return tests.end();
});
