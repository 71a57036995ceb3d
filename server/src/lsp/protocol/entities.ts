/**
 * Entities and how the project's knowledge of them grows. Types and names only; the client imports the types.
 */

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Range {
  readonly start: Position;
  readonly end: Position;
}

/**
 * Client to server. `pressmark/searchEntities`, params SearchEntitiesParams: entities by a part of any name, in any
 * language, or by their id.
 */
export const SearchEntitiesRequest = 'pressmark/searchEntities';
export interface SearchEntitiesParams {
  readonly uri: string;
  readonly query: string;
  /** At most 200; absent: 50. */
  readonly limit?: number;
}
export interface EntityView {
  readonly id: string;
  readonly type: string;
  /** In the reader's language. */
  readonly name: string;
  readonly description?: string;
  /** The name by which it was found, where that is another one. */
  readonly found?: string;
  /** In the articles seen so far. */
  readonly mentions: number;
  /** False for built-in and imported ones: their file cannot take an alias, so an entry of the same id is added to the project's own. */
  readonly editable: boolean;
}

/**
 * Client to server. `pressmark/entityDraft`, params EntityDraftParams: what an entry for the selected words would say.
 * Looks through the corpus: reports progress under `workDoneToken`, and can be cancelled.
 */
export const EntityDraftRequest = 'pressmark/entityDraft';
export interface EntityDraftParams {
  readonly uri: string;
  readonly range: Range;
  readonly workDoneToken?: string | number;
}
export interface EntityDraft {
  /** In the client's language; where set, no entry can be made and this says why. */
  readonly refused?: string;
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly language: string;
  /** Every spelling of the words in the corpus, the selected one first: letter case, diacritics, blanks and hyphens differ. */
  readonly spellings: readonly { readonly text: string; readonly language: string; readonly count: number }[];
  /** Known entities with a like name: perhaps it is one of them. */
  readonly alike: readonly EntityView[];
  /** Entity files that can take it; the first is the usual one, and may not exist yet. */
  readonly files: readonly { readonly uri: string; readonly path: string; readonly exists: boolean }[];
}

/** Client to server. `pressmark/addEntity`, params NewEntity: writes it at the file's end; answers an EntityWritten. */
export const AddEntityRequest = 'pressmark/addEntity';
export interface NewEntity {
  readonly uri: string;
  readonly file: string;
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly description?: Readonly<Record<string, string>>;
}

/** Client to server. `pressmark/addAlias`, params NewAlias; answers an EntityWritten. */
export const AddAliasRequest = 'pressmark/addAlias';
export interface NewAlias {
  readonly uri: string;
  readonly entity: string;
  readonly language: string;
  readonly names: readonly string[];
}

export interface EntityWritten {
  readonly done: boolean;
  /** In the client's language: what was done, or why not. */
  readonly message: string;
  /** The file that was changed, to be saved at once, and where. */
  readonly file?: string;
  readonly range?: Range;
}

/**
 * Client to server. `pressmark/linkEntity`, params EntityLink: says whom the tag at a place names, or that it names
 * nobody known (null); answers a CommandResult.
 */
export const LinkEntityRequest = 'pressmark/linkEntity';
export interface EntityLink {
  readonly uri: string;
  readonly version?: number;
  /** A tag's place, or the cursor in one. */
  readonly range: Range;
  readonly entity: string | null;
}
