import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../server/src/core/formats/registry.ts';

/** The expression that a condition compares a context key with. */
function comparedWith(when: string, key: string): RegExp {
  const [, source = '', flags = ''] = new RegExp(`${key} =~ /(.+?)/(i?)(?=[\\s)]|$)`).exec(when) ?? [];
  return new RegExp(source, flags);
}

interface Entry {
  readonly when: string;
}
const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
const entries: Entry[] = manifest.contributes.menus['explorer/context'];
const ofFiles = entries.find(({ when }) => when.includes('resourceExtname'))?.when ?? '';

describe('the menu of files', () => {
  it('offers to import what some format reads, but for articles', () => {
    const offered = comparedWith(ofFiles, 'resourceExtname');
    const endings = new Set(FORMATS.filter((f) => f.read).flatMap((f) => f.endings));
    expect([...endings].filter((ending) => !offered.test(ending))).toEqual(['.txt']);
    expect(offered.test('.TSV')).toBe(true);
    expect(['.md', '.png', '.js', ''].filter((ending) => offered.test(ending))).toEqual([]);
  });

  it('does not offer to import what is the project’s own', () => {
    const own = comparedWith(ofFiles, 'resourceFilename');
    expect(['a.txt.ann.json', 'pressmark.json'].every((name) => own.test(name))).toBe(true);
    expect(['a.ann', 'ner.json'].some((name) => own.test(name))).toBe(false);
  });

  it('offers nothing where nothing may be written', () => {
    expect(entries.every(({ when }) => when.includes('isWorkspaceTrusted'))).toBe(true);
  });
});
