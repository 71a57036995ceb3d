import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../../server/src/core/entities/entity.ts';
import { mergeEntities } from '../../../../server/src/core/entities/mergeEntities.ts';
import { segmentOf } from '../../../../server/src/core/entities/names/segment.ts';
import { formatMessage } from '../../../../server/src/core/message.ts';
import { DEFAULT_LABELS } from '../../../../server/src/core/project/defaults.ts';
import {
  unlabelledImport,
  unlabelledProblems,
  unlabelledTypes,
} from '../../../../server/src/service/entities/unlabelled.ts';

const entity = (id: string, type: string, source: Entity['source']): Entity => ({
  id,
  type,
  name: `Name ${id}`,
  names: new Map(),
  description: new Map(),
  source,
});
const imported = { kind: 'imported', name: 'people' } as const;

describe('types of names that are no labels of the project', () => {
  it('are told of a source, those of sentences among them', () => {
    const segment = segmentOf(
      ['PER', 'COMPANY', 'UNTRANSLATED', 'ORG'].map((type, i) => entity(`x:${i}`, type, imported)),
    );
    expect(unlabelledTypes(segment, DEFAULT_LABELS)).toEqual(['COMPANY', 'UNTRANSLATED']);
  });

  it('are shown where they first stand, or at the import', () => {
    const one = { id: 'x', canonical: 'x', aliases: new Set<string>() };
    const entities = [
      { ...one, type: 'PER', line: 1 },
      { ...one, type: 'COMPANY', line: 4 },
    ];
    const [problem] = unlabelledProblems('file:///e.jsonl', ['COMPANY'], {
      uri: 'file:///e.jsonl',
      entities,
    });
    expect(problem).toMatchObject({ line: 4, severity: 'information', code: 'entities/unlabelled' });
    expect(unlabelledImport('people', [])).toBeUndefined();
    const message = unlabelledImport('people', ['COMPANY']);
    expect(message && formatMessage(message)).toContain('--type-map COMPANY=ORG');
  });
});

describe('entities of one id', () => {
  it('keep the type of a built-in territory against an import, but not against an entity file', () => {
    const builtIn = entity('Q159', 'GPE', { kind: 'built-in' });
    const file = entity('Q159', 'ORG', { kind: 'file', uri: 'file:///e.jsonl', line: 0 });
    const coarse = entity('Q159', 'LOC', imported);
    expect(mergeEntities(coarse, [builtIn]).type).toBe('GPE');
    expect(mergeEntities(file, [coarse, builtIn]).type).toBe('ORG');
  });
});
