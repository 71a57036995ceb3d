/**
 * Ids that are unlike each other over several files: the ids themselves, and for one that an earlier file has already,
 * the same with `~2`, `~3` … behind it.
 */
export class FreshIds {
  private readonly taken = new Set<string>();
  private own: ReadonlyMap<string, string> = new Map();

  /** Goes on to another file, in which these ids occur. */
  nextFile(ids: Iterable<string>): void {
    const own = new Map<string, string>();
    for (const id of ids) {
      if (own.has(id)) continue;
      let fresh = id;
      for (let n = 2; this.taken.has(fresh); n++) fresh = `${id}~${n}`;
      own.set(id, fresh);
      this.taken.add(fresh);
    }
    this.own = own;
  }

  /** The fresh id for an id of the present file; an id that does not occur in it stays as it is. */
  of(id: string): string {
    return this.own.get(id) ?? id;
  }
}
