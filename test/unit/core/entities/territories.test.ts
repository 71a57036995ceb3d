import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TERRITORY_FILE, territorySource } from '../../../../scripts/territories.mjs';
import { TERRITORY_LANGUAGES, territories } from '../../../../server/src/core/entities/territories.ts';

describe('territories', () => {
  const all = territories(TERRITORY_LANGUAGES);
  const byId = new Map(all.map((entity) => [entity.id, entity]));

  it('have current ids', () => {
    const file = join(import.meta.dirname, '../../../..', TERRITORY_FILE);
    expect(readFileSync(file, 'utf8')).toBe(territorySource());
  });

  it('have names in every language asked for, and only there', () => {
    expect(all.length).toBeGreaterThan(240);
    for (const language of TERRITORY_LANGUAGES) {
      expect(byId.get('Q159')?.names.get(language)?.length, language).toBeGreaterThan(0);
    }
    expect([...(territories(['id'])[0]?.names.keys() ?? [])]).toEqual(['en', 'id']);
  });

  it('have the names that news use', () => {
    expect(byId.get('Q30')?.names.get('id')).toEqual(expect.arrayContaining(['Amerika Serikat', 'AS']));
    expect(byId.get('Q30')?.names.get('vi')).toEqual(expect.arrayContaining(['Mỹ', 'Hoa Kỳ']));
    expect(byId.get('Q145')?.names.get('vi')).toContain('Anh');
    expect(byId.get('Q8646')?.name).toBe('Hong Kong');
    expect(byId.get('Q836')?.names.get('vi')?.[0]).toBe('Myanmar');
  });

  it('are governed places, with few exceptions', () => {
    expect(byId.get('Q159')).toMatchObject({ type: 'GPE', source: { kind: 'built-in' } });
    expect(byId.get('Q458')?.type).toBe('ORG');
    expect(byId.get('Q51')?.type).toBe('LOC');
  });

  it('pass over what is no language', () => {
    expect(() => territories(['zz', 'not a tag', '', '*', 'und'])).not.toThrow();
  });
});
