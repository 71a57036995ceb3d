import type { Entity } from './entity.ts';

/**
 * One entity for each id, in the order of first appearance. An entity file's type, name, description and address go
 * before the built-in's; names of all are joined, without repeats.
 */
export function mergeEntities(entities: Iterable<Entity>): readonly Entity[] {
  const byId = new Map<string, Entity>();
  for (const entity of entities) {
    const known = byId.get(entity.id);
    byId.set(entity.id, known === undefined ? entity : merge(known, entity));
  }
  return [...byId.values()];
}

function merge(known: Entity, further: Entity): Entity {
  const [main, other] =
    known.source.kind === 'built-in' && further.source.kind === 'file' ? [further, known] : [known, further];
  const url = main.url ?? other.url;
  const merged = {
    id: main.id,
    type: main.type,
    name: main.name,
    names: joinNames(main.names, other.names),
    description: new Map([...other.description, ...main.description]),
    source: main.source,
  };
  return url === undefined ? merged : { ...merged, url };
}

function joinNames(
  first: ReadonlyMap<string, readonly string[]>,
  second: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly string[]> {
  const joined = new Map(first);
  for (const [language, names] of second)
    joined.set(language, [...new Set([...(joined.get(language) ?? []), ...names])]);
  return joined;
}
