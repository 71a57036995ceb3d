/**
 * The largest number of pairs in which everybody has one partner at most, of whom `partners` says who may be whose
 * (Hopcroft & Karp 1973): the partner of each on the left, by place, or -1. Time O(edges · √vertices).
 */
export function maximumMatching(partners: readonly (readonly number[])[], rights: number): Int32Array {
  const left = new Int32Array(partners.length).fill(-1);
  const right = new Int32Array(rights).fill(-1);
  const distance = new Int32Array(partners.length);
  while (layers(partners, left, right, distance)) {
    const next = new Int32Array(partners.length);
    for (let start = 0; start < partners.length; start++) {
      if (left[start] === -1) augment(start, partners, left, right, distance, next);
    }
  }
  return left;
}

/** Breadth first from all that have no partner; true where somebody else without one can be reached. */
function layers(
  partners: readonly (readonly number[])[],
  left: Int32Array,
  right: Int32Array,
  distance: Int32Array,
): boolean {
  const queue: number[] = [];
  distance.fill(-1);
  for (const [place, partner] of left.entries()) {
    if (partner !== -1) continue;
    distance[place] = 0;
    queue.push(place);
  }
  let found = false;
  for (const place of queue) {
    for (const partner of partners[place] ?? []) {
      const rival = right[partner] ?? -1;
      if (rival === -1) found = true;
      else if (distance[rival] === -1) {
        distance[rival] = (distance[place] ?? 0) + 1;
        queue.push(rival);
      }
    }
  }
  return found;
}

/** Depth first along the layers, without recursion: chains may be as long as an article has spans. */
function augment(
  start: number,
  partners: readonly (readonly number[])[],
  left: Int32Array,
  right: Int32Array,
  distance: Int32Array,
  next: Int32Array,
): void {
  const chain = [start];
  while (chain.length > 0) {
    const place = chain.at(-1) ?? start;
    const partner = partners[place]?.[next[place] ?? 0];
    if (partner === undefined) {
      distance[place] = -1;
      chain.pop();
      const before = chain.at(-1);
      if (before !== undefined) next[before] = (next[before] ?? 0) + 1;
      continue;
    }
    const rival = right[partner] ?? -1;
    if (rival === -1) {
      for (const giver of chain) {
        const taken = partners[giver]?.[next[giver] ?? 0] ?? -1;
        left[giver] = taken;
        right[taken] = giver;
      }
      return;
    }
    if (distance[rival] === (distance[place] ?? 0) + 1) chain.push(rival);
    else next[place] = (next[place] ?? 0) + 1;
  }
}
