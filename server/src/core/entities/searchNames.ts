import type { Entity } from './entity.ts';
import { foldName } from './fold.ts';

/** How well a name answers a query, best first. */
const EQUAL = 0;
const BEGINS = 1;
const WORD_BEGINS = 2;
const HOLDS = 3;
const NOT = 4;

/**
 * At most `limit` entities one of whose names is, begins with, or holds the query (letter case and canonical form do
 * not matter), best first, otherwise in the given order. An empty query finds the first ones. Linear in the names.
 */
export function searchNames(entities: readonly Entity[], query: string, limit: number): readonly Entity[] {
  const wanted = foldName(query);
  const found: Entity[][] = [[], [], [], []];
  for (const entity of entities) {
    const rank = wanted === '' ? EQUAL : rankOf(entity, wanted);
    if (rank === NOT) continue;
    found[rank]?.push(entity);
    if ((found[EQUAL]?.length ?? 0) >= limit) break;
  }
  return found.flat().slice(0, Math.max(0, limit));
}

function rankOf(entity: Entity, wanted: string): number {
  let best = rankOfName(entity.name, wanted);
  for (const names of entity.names.values()) {
    for (const name of names) best = Math.min(best, rankOfName(name, wanted));
  }
  return best;
}

function rankOfName(name: string, wanted: string): number {
  const folded = foldName(name);
  const at = folded.indexOf(wanted);
  if (at < 0) return NOT;
  if (at === 0) return folded.length === wanted.length ? EQUAL : BEGINS;
  return folded.includes(` ${wanted}`) ? WORD_BEGINS : HOLDS;
}
