/**
 * The items by their keys, in the order in which each key and each item comes first. As `Map.groupBy` does it, which Node
 * 20 has not: the server of VS Code 1.91 runs on that.
 */
export function grouped<Key, Item>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
