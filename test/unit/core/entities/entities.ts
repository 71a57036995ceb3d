import type { Entity } from '../../../../server/src/core/entities/entity.ts';

/** An entity for tests, from its names by language. */
export function entity(
  id: string,
  names: Record<string, readonly string[]>,
  more: Partial<Entity> = {},
): Entity {
  return {
    id,
    type: 'GPE',
    name: Object.values(names)[0]?.[0] ?? id,
    names: new Map(Object.entries(names)),
    description: new Map(),
    source: { kind: 'file', uri: 'file:///entities.jsonl', line: 0 },
    ...more,
  };
}
