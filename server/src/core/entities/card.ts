import type { Entity } from './entity.ts';

/** What a card shows about an entity, as plain values: whoever draws it escapes them. */
export interface EntityCard {
  /** The usual name in the reader's language, else the canonical name. */
  readonly title: string;
  /** A label of the project's label set. */
  readonly type: string;
  /** In the reader's language, else English, else the first there is. */
  readonly description?: string;
  /** Names by language: the reader's and the corpus's, without those that say nothing new. */
  readonly names: readonly { readonly language: string; readonly names: readonly string[] }[];
  readonly id: string;
  /** An https page, only where the entity has one. */
  readonly url?: string;
}

export interface CardReader {
  /** The reader's language, BCP 47. */
  readonly language: string;
  /** Languages of the corpus, BCP 47 primary subtags, in the order wanted. */
  readonly corpusLanguages: readonly string[];
}

/** Names of one language beyond these would push the card off the screen. */
const MOST_NAMES = 6;

/** The card of an entity for a reader. */
export function entityCard(entity: Entity, { language, corpusLanguages }: CardReader): EntityCard {
  const reader = language.split(/[-_]/)[0]?.toLowerCase() ?? '';
  const languages = [...new Set([reader, ...corpusLanguages])];
  const names = languages.flatMap((code) => {
    const own = entity.names.get(code);
    return own === undefined || own.length === 0 ? [] : [{ language: code, names: own.slice(0, MOST_NAMES) }];
  });
  const description =
    entity.description.get(reader) ?? entity.description.get('en') ?? [...entity.description.values()][0];
  return {
    title: entity.names.get(reader)?.[0] ?? entity.name,
    type: entity.type,
    ...(description === undefined ? {} : { description }),
    names,
    id: entity.id,
    ...(entity.url?.startsWith('https://') ? { url: entity.url } : {}),
  };
}
