import type { Entity } from '../../core/entities/entity.ts';
import { foldName, withoutDiacritics } from '../../core/entities/fold.ts';
import type { Gazetteer } from '../../core/entities/gazetteer.ts';
import { countLetters } from '../../core/entities/nameForm.ts';

/** A known entity that words may mean. */
export interface AlikeEntity {
  readonly entity: Entity;
  /** The name by which it was found. */
  readonly found: string;
}

/** So many words of a name are put together to look for names in it. */
const MOST_WORDS = 6;
const LETTERS_OF_A_WORD = 3;

/**
 * Known entities with a name like the given one, likeliest first: the same name, with or without diacritics; names that
 * hold it or lie in it; a common surname; its initials. `deep`: also by parts of names, which takes longer than looking
 * names up.
 */
export function alikeEntities(
  gazetteer: Gazetteer,
  name: string,
  limit: number,
  deep: boolean,
): readonly AlikeEntity[] {
  const found = new Map<string, AlikeEntity>();
  const add = (entities: readonly Entity[], part: string) => {
    for (const entity of entities) {
      if (!found.has(entity.id)) found.set(entity.id, { entity, found: nameLike(entity, part) });
    }
  };
  const lookUp = (part: string) => {
    add(gazetteer.lookup(part), part);
    const plain = withoutDiacritics(part);
    if (plain !== part) add(gazetteer.lookup(plain), plain);
  };
  const words = name.split(/[\s-]+/).filter((word) => word !== '');
  lookUp(name);
  if (deep && countLetters(name) >= LETTERS_OF_A_WORD) add(gazetteer.search(name, limit), name);
  for (const part of partsOf(words)) lookUp(part);
  if (words.length > 1) lookUp(initials(words));
  if (deep) {
    const last = words.at(-1) ?? '';
    if (words.length > 1 && countLetters(last) > LETTERS_OF_A_WORD) add(gazetteer.search(last, limit), last);
  }
  return [...found.values()].slice(0, limit);
}

/** Runs of words that are not all of them, the longest first; of single words those that may be a surname. */
function partsOf(words: readonly string[]): string[] {
  const parts: string[] = [];
  const some = words.slice(0, MOST_WORDS);
  for (let length = Math.min(some.length, words.length - 1); length >= 1; length--) {
    for (let start = 0; start + length <= some.length; start++) {
      const part = some.slice(start, start + length).join(' ');
      if (length > 1 || countLetters(part) > LETTERS_OF_A_WORD) parts.push(part);
    }
  }
  return parts;
}

function initials(words: readonly string[]): string {
  return words
    .map((word) => [...word][0] ?? '')
    .filter((c) => c !== c.toLowerCase())
    .join('');
}

/** The name of an entity by which a search has found it. */
export function nameLike(entity: Entity, query: string): string {
  const wanted = foldName(query);
  let best: string | undefined;
  for (const name of [entity.name, ...[...entity.names.values()].flat()]) {
    const folded = foldName(name);
    if (folded === wanted) return name;
    if (folded.includes(wanted) && (best === undefined || name.length < best.length)) best = name;
  }
  return best ?? entity.name;
}
