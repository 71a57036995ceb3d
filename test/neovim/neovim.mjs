/** An editor that is not VS Code: Neovim with nothing but its built-in client. `node test/neovim/neovim.mjs` */
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { start, temporaryFolder } from '../../scripts/processes.mjs';
import { ROOT } from '../../scripts/project.mjs';
import { PINNED_NODE } from '../../scripts/toolchain.mjs';
import { finish } from '../vscode/harness/outcome.mjs';

await finish(180_000, async () => {
  const own = temporaryFolder('nvim');
  const corpus = join(own, 'corpus');
  cpSync(join(ROOT, 'test/vscode/corpus'), corpus, { recursive: true });
  const state = join(own, 'state');
  const { exited, output } = start(
    'nvim',
    ['--headless', '--clean', '-n', '-c', `luafile ${join(ROOT, 'test/neovim/checks.lua')}`],
    {
      env: {
        ...process.env,
        PRESSMARK_NODE: PINNED_NODE,
        PRESSMARK_SERVER: join(ROOT, 'dist/server/node.js'),
        PRESSMARK_CORPUS: corpus,
        // Nothing of the user's is read or written.
        ...{ XDG_CONFIG_HOME: state, XDG_DATA_HOME: state, XDG_STATE_HOME: state, XDG_CACHE_HOME: state },
      },
    },
  );
  const code = await exited;
  const text = output();
  console.log(text.replace(/^\d+ passed.*$/m, '').trimEnd());
  const log = join(state, 'nvim/lsp.log');
  if (code !== 0 && existsSync(log)) console.log(readFileSync(log, 'utf8').slice(-3000));
  const [, passed = 0, failed = 1] = /^(\d+) passed, (\d+) failed$/m.exec(text) ?? [];
  return { passed: Number(passed), failed: Number(failed) || (code === 0 ? 0 : 1), skipped: 0 };
});
