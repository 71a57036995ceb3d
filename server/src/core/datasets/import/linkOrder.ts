/** Something that joins two others, each of them perhaps one of its own kind. */
interface Link {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Relations in an order in which each comes behind those that it links. `left`: those that cannot, for they link what is
 * neither known nor among them, or each other in a ring; in the order in which they came. Linear.
 */
export function endsFirst<T extends Link>(
  relations: readonly T[],
  isKnown: (id: string) => boolean,
): { readonly ready: readonly T[]; readonly left: readonly T[] } {
  const waiting = waitingFor(relations);
  const missing = new Map<T, number>();
  const ready: T[] = [];
  for (const relation of relations) {
    const open = [relation.from, relation.to].filter((end) => !isKnown(end)).length;
    missing.set(relation, open);
    if (open === 0) ready.push(relation);
  }
  // Grows as it is walked.
  for (const { id } of ready)
    for (const relation of isKnown(id) ? [] : (waiting.get(id) ?? [])) {
      const open = (missing.get(relation) ?? 0) - 1;
      missing.set(relation, open);
      if (open === 0) ready.push(relation);
    }
  return { ready, left: relations.filter((r) => missing.get(r) !== 0) };
}

/** The ids of relations that link something of `gone`, or each other down to that. Linear. */
export function hangingOn(relations: readonly Link[], gone: Iterable<string>): ReadonlySet<string> {
  const waiting = waitingFor(relations);
  const all = [...gone];
  const hanging = new Set<string>();
  for (let id = all.pop(); id !== undefined; id = all.pop())
    for (const relation of waiting.get(id) ?? []) {
      if (hanging.has(relation.id)) continue;
      hanging.add(relation.id);
      all.push(relation.id);
    }
  return hanging;
}

/** By what they link; twice where they link it with itself. */
function waitingFor<T extends Link>(relations: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const waiting = new Map<string, T[]>();
  for (const relation of relations)
    for (const end of [relation.from, relation.to]) {
      const own = waiting.get(end);
      if (own) own.push(relation);
      else waiting.set(end, [relation]);
    }
  return waiting;
}
