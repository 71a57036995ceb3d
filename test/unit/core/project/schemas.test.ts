import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../../../scripts/schemas.mjs';

const folder = new URL('../../../../schemas/', import.meta.url);

describe('schemas/', () => {
  it('is what `node scripts/schemas.mjs` writes', () => {
    const wanted: Map<string, unknown> = jsonSchemas();
    expect(readdirSync(folder).sort()).toEqual([...wanted.keys()].sort());
    for (const [file, schema] of wanted)
      expect(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))).toEqual(schema);
  });
});
