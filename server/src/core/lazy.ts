/**
 * Constants that take time to make are made when somebody first asks: a server that starts must not compile the
 * expressions of thirty languages of which it will meet one. The value never changes, so this is no state.
 */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** {@link lazy} for a family of constants by a key, such as a language. */
export function lazyByKey<K, T>(make: (key: K) => T): (key: K) => T {
  const made = new Map<K, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined || made.has(key)) return known as T;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
