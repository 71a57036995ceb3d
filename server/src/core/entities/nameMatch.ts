import type { Entity } from './entity.ts';
import { foldName } from './fold.ts';

/** A name by which a query finds an entity. */
export interface NameMatch {
  readonly name: string;
  /** BCP 47 primary subtag, `und` for all languages; undefined for the canonical name. */
  readonly language?: string;
}

/**
 * The name of an entity that a query is, begins, or is held by, in that order (letter case and canonical form do not
 * matter); of equals one of `preferred` languages (BCP 47 primary subtags), best first, then the canonical name.
 * Undefined where none holds it.
 */
export function matchedName(
  entity: Entity,
  query: string,
  preferred: readonly string[],
): NameMatch | undefined {
  const wanted = foldName(query);
  let best: { match: NameMatch; rank: number } | undefined;
  const offer = (match: NameMatch, order: number) => {
    const folded = foldName(match.name);
    const at = folded.indexOf(wanted);
    if (at < 0) return;
    const fit = at > 0 ? 2 : folded.length > wanted.length ? 1 : 0;
    const rank = fit * 1000 + order;
    if (!best || rank < best.rank) best = { match, rank };
  };
  offer({ name: entity.name }, preferred.length);
  for (const [language, names] of entity.names) {
    const place = preferred.indexOf(language);
    for (const name of names) offer({ name, language }, place < 0 ? preferred.length + 1 : place);
  }
  return best?.match;
}
