/** A relation, which may join relations. */
export interface Joining {
  readonly id: string;
  /** Ids of what it joins. */
  readonly ends: readonly string[];
}

/**
 * The ids of relations all of whose ends are there: among `known`, or relations that are themselves complete. What
 * hangs on a relation that is not is not complete either.
 */
export function completeRelations(
  relations: readonly Joining[],
  known: ReadonlySet<string>,
): ReadonlySet<string> {
  const complete = new Set(relations.map((r) => r.id));
  const users = new Map<string, string[]>();
  for (const { id, ends } of relations)
    for (const end of ends) {
      const own = users.get(end) ?? [];
      users.set(end, own);
      own.push(id);
    }
  const lost = relations
    .filter(({ ends }) => ends.some((end) => !known.has(end) && !complete.has(end)))
    .map((r) => r.id);
  for (let id = lost.pop(); id !== undefined; id = lost.pop())
    if (complete.delete(id)) for (const user of users.get(id) ?? []) lost.push(user);
  return complete;
}
