import type { NearHit, NearIndex } from './nearIndex.ts';

/** Several indexes, asked as one. */
export function joinedNearIndex(parts: readonly NearIndex[]): NearIndex {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  return {
    nearest: (key) => nearestOf(parts.flatMap((part) => part.nearest(key))),
    hasWord: (word) => parts.some((part) => part.hasWord(word)),
    size: parts.reduce((sum, { size }) => sum + size, 0),
    words: parts.reduce((most, { words }) => Math.max(most, words), 1),
  };
}

function nearestOf(hits: readonly NearHit[]): readonly NearHit[] {
  const least = hits.reduce((best, { distance }) => Math.min(best, distance), Number.POSITIVE_INFINITY);
  return hits.filter(({ distance }) => distance === least);
}
