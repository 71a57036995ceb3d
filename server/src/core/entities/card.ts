import type { Entity } from './entity.ts';
import { languageChoices, nameFor } from './readerLanguage.ts';

/** What a card shows about an entity, as plain values: whoever draws it escapes them. */
export interface EntityCard {
  /** The usual name in the reader's language, else the canonical name. */
  readonly title: string;
  /** A label of the project's label set. */
  readonly type: string;
  /** In the reader's language, else English, else the first there is. */
  readonly description?: {
    readonly text: string;
    /** BCP 47; only where it is another one than the reader's. */
    readonly language?: string;
  };
  /** Names by language: the reader's and the corpus's, then those of all languages that say something new. */
  readonly names: readonly CardNames[];
  readonly id: string;
  /** An https page, only where the entity has one. */
  readonly url?: string;
}

/** The names of an entity in a language. */
export interface CardNames {
  /** BCP 47; `und`: those of all languages. */
  readonly language: string;
  readonly names: readonly string[];
  /** How many more there are. */
  readonly more: number;
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
  const reader = languageChoices(language);
  const title = nameFor(entity, language);
  const own = reader.find((code) => (entity.names.get(code)?.length ?? 0) > 0);
  const others = corpusLanguages.filter((code) => !reader.includes(code));
  const names = [...new Set([...(own === undefined ? [] : [own]), ...others])].flatMap((code) =>
    cardNames(code, entity.names.get(code) ?? []),
  );
  const shown = new Set([title, entity.name, ...names.flatMap((row) => row.names)]);
  names.push(
    ...cardNames(
      'und',
      (entity.names.get('und') ?? []).filter((name) => !shown.has(name)),
    ),
  );
  const description = describe(entity, reader);
  return {
    title,
    type: entity.type,
    ...(description === undefined ? {} : { description }),
    names,
    id: entity.id,
    ...(entity.url?.startsWith('https://') ? { url: entity.url } : {}),
  };
}

function cardNames(language: string, all: readonly string[]): CardNames[] {
  if (all.length === 0) return [];
  return [{ language, names: all.slice(0, MOST_NAMES), more: Math.max(0, all.length - MOST_NAMES) }];
}

function describe({ description }: Entity, reader: readonly string[]): EntityCard['description'] {
  for (const code of reader) {
    const text = description.get(code);
    if (text !== undefined) return { text };
  }
  const english = description.get('en');
  const [language, text] = english === undefined ? ([...description][0] ?? []) : ['en', english];
  return text === undefined || language === undefined ? undefined : { text, language };
}
