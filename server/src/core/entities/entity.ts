/** A person, place, organisation … that articles mention. */
export interface Entity {
  /** Wikidata id where a source vouches for one, else an id of the project's own. */
  readonly id: string;
  /** A label of the project's label set: PER, ORG, GPE, LOC, FAC, NORP, EVENT … */
  readonly type: string;
  /** The canonical name. */
  readonly name: string;
  /** Every name by language (BCP 47 primary subtag, or `und` for all languages); the first is the usual one. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** A sentence about it by language. Data, never markup. */
  readonly description: ReadonlyMap<string, string>;
  /** An https page about it. */
  readonly url?: string;
  /** Where it was read. */
  readonly source: EntitySource;
}

export type EntitySource =
  | { readonly kind: 'built-in' }
  /** `uri` of the entity file, `line` 0-based. */
  | { readonly kind: 'file'; readonly uri: string; readonly line: number }
  /** From a cache that `pressmark entities import` made, by its name: no line of it can be shown or edited. */
  | { readonly kind: 'imported'; readonly name: string };
