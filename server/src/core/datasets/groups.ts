/** Things that belong together, found pair by pair (union-find, Tarjan 1975). Things are known by their places. */
export class Groups {
  private readonly parents: Uint32Array;

  constructor(things: number) {
    this.parents = Uint32Array.from({ length: things }, (_, i) => i);
  }

  /** The first thing of the group that this one belongs to. */
  first(thing: number): number {
    const { parents } = this;
    let at = thing;
    for (let parent = parents[at] ?? at; parent !== at; parent = parents[at] ?? at) {
      parents[at] = parents[parent] ?? parent;
      at = parents[at] ?? at;
    }
    return at;
  }

  /** Makes one group of the two that these things belong to. */
  join(a: number, b: number): void {
    const [x, y] = [this.first(a), this.first(b)];
    this.parents[Math.max(x, y)] = Math.min(x, y);
  }

  /** For each thing the first one of its group, and the groups of two or more, in order. */
  result(): { readonly groupOf: Uint32Array; readonly groups: readonly (readonly number[])[] } {
    const groupOf = this.parents.map((_, i) => this.first(i));
    const members = new Map<number, number[]>();
    for (const [thing, first] of groupOf.entries()) {
      if (thing === first) continue;
      const known = members.get(first);
      if (known) known.push(thing);
      else members.set(first, [first, thing]);
    }
    return { groupOf, groups: [...members].sort(([a], [b]) => a - b).map(([, group]) => group) };
  }
}
