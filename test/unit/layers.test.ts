import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const { forbidden, options } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'));

async function violations(baseDir: string, folders: string[]) {
  const settings: ICruiseOptions = { ...options, baseDir, ruleSet: { forbidden }, validate: true };
  const { output } = await cruise(folders, settings);
  const { summary, modules } = output as ICruiseResult;
  return {
    modules: modules.length,
    found: summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`).sort(),
  };
}

describe('the layer table', () => {
  test('goes red on each kind of forbidden import', async () => {
    const { found } = await violations(join(root, 'test/fixtures/layers'), ['server/src', 'client/src']);
    expect([...new Set(found)]).toEqual([
      'client-sees-the-protocol-only: client/src/view.ts',
      'core-has-no-node: server/src/core/impure.ts',
      'core-is-pure: server/src/core/impure.ts',
      'features-are-apart: server/src/service/features/first.ts',
      'hosts-are-apart: server/src/node/host.ts',
      'lsp-is-host-free: server/src/lsp/connection.ts',
      'no-cycles: server/src/browser/loop.ts',
      'rules-are-apart: server/src/core/checks/rules/page/one.ts',
      'service-imports-core: server/src/service/features/first.ts',
    ]);
  });

  test('holds in this project', async () => {
    const { found, modules } = await violations(root, ['server/src', 'client/src']);
    expect(modules).toBeGreaterThan(50);
    expect(found).toEqual([]);
  });
});
