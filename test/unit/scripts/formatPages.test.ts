import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withTables } from '../../../scripts/formatPages.mjs';

it('the tables of formats are what the formats declare (npx node scripts/formatPages.mjs writes them)', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/formats/README.md'), 'utf8');
  expect(withTables(page)).toBe(page);
});
