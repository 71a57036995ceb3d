import type { Random } from '../rules/random.ts';
import type { TrackedText } from './tracked.ts';

/** What an edit may draw on besides the article. */
export interface Source {
  readonly language: string;
  readonly random: Random;
  /** A word of another article in the same language. */
  word(): string;
  /** A sentence of another article in the same language. */
  sentence(): string;
  /** A sentence in another language. */
  foreign(): string;
}

/** One kind of edit. */
export interface Operator {
  readonly name: string;
  /** Edits the text; it may find nothing to do. */
  edit(text: TrackedText, source: Source): void;
  /** The edited text is the old one: the edit undoes what `edit` does. */
  readonly undone?: boolean;
  /** No realistic edit of an article, but one that must not go wrong silently. */
  readonly harsh?: boolean;
  /** One of the kinds for which the project has set itself figures: common edits of an article. */
  readonly targeted?: boolean;
}
