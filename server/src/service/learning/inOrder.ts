/**
 * What `fetch` gives for each item, in order, with up to `ahead` of them under way, so that nobody waits for the slowest
 * of a batch. `fetch` must not reject: whoever stops early leaves the others to themselves.
 */
export async function* inOrder<T, R>(
  items: AsyncIterable<T> | Iterable<T>,
  ahead: number,
  fetch: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const underWay: Promise<R>[] = [];
  for await (const item of items) {
    underWay.push(fetch(item));
    const first = underWay.length < ahead ? undefined : underWay.shift();
    if (first) yield await first;
  }
  for (const rest of underWay) yield await rest;
}
