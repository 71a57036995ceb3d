import type { Entity } from './entity.ts';

/**
 * Entities of one id as one. An entity file's type, name, description and address go before the built-in's and an
 * imported cache's, otherwise the first one's; names of all are joined, without repeats. A built-in territory keeps its
 * type against an import, whose types are coarse: to ParaNames a country is a `LOC`.
 */
export function mergeEntities(first: Entity, further: readonly Entity[]): Entity {
  return further.reduce(merge, first);
}

function merge(known: Entity, further: Entity): Entity {
  const [main, other] =
    known.source.kind !== 'file' && further.source.kind === 'file' ? [further, known] : [known, further];
  const url = main.url ?? other.url;
  const merged = {
    id: main.id,
    type: other.source.kind === 'built-in' && main.source.kind === 'imported' ? other.type : main.type,
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
