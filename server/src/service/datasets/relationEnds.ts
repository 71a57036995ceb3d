import type { DatasetRelation } from '../../core/formats/dataset.ts';

/** Which relations hold, once it is known which spans are there. */
export interface LinkedRelations {
  /** Both ends of these are there: spans, or relations that are themselves here. In the order in which they came. */
  readonly relations: readonly DatasetRelation[];
  /** An end of these is not there. */
  readonly dropped: readonly DatasetRelation[];
  /** How many went because somebody chose not to have the label of an end. */
  readonly notChosen: number;
}

/**
 * Keeps the relations whose ends are kept. A relation may link relations, in any order and in circles; each is looked
 * at once for every end that it has. `kept`: ids of spans; `notChosen`: ids of spans that were left out by choice.
 */
export function linkRelations(
  relations: readonly DatasetRelation[],
  kept: ReadonlySet<string>,
  notChosen: ReadonlySet<string>,
): LinkedRelations {
  const there = new Set(relations.map((r) => r.id));
  const hanging = new Map<string, DatasetRelation[]>();
  for (const relation of relations) {
    for (const end of [relation.from, relation.to]) {
      const others = hanging.get(end);
      if (others) others.push(relation);
      else if (there.has(end)) hanging.set(end, [relation]);
    }
  }
  const isThere = (end: string) => kept.has(end) || there.has(end);
  const byChoice = new Set<string>();
  const dropped = new Set<DatasetRelation>();
  // Grows as it is walked: with a relation, those that hang on it are looked at again.
  const waiting = [...relations];
  for (const relation of waiting) {
    const missing = [relation.from, relation.to].filter((end) => !isThere(end));
    if (missing.length === 0 || dropped.has(relation)) continue;
    dropped.add(relation);
    there.delete(relation.id);
    if (missing.every((end) => notChosen.has(end) || byChoice.has(end))) byChoice.add(relation.id);
    waiting.push(...(hanging.get(relation.id) ?? []));
  }
  return {
    relations: relations.filter((r) => !dropped.has(r)),
    dropped: [...dropped].filter((r) => !byChoice.has(r.id)),
    notChosen: byChoice.size,
  };
}
