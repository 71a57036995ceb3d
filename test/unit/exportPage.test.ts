import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FORMATS } from '../../server/src/core/formats/registry.ts';

it('the page about exporting names the formats that begin anew on --resume', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/export.md'), 'utf8');
  const [, named = ''] = /cannot be taken up in\s+the middle \(([^)]*)\)/.exec(page) ?? [];
  const anew = FORMATS.filter((format) => format.open && !format.independent).map((format) => format.name);
  expect(named.match(/[a-z-]+/g)).toEqual(anew.sort());
});
