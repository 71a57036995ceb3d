import type { Random } from './random.ts';

/** A sentence of running text and what an operator may take from around it. */
export interface Sentence {
  readonly text: string;
  /** BCP 47 primary subtag. */
  readonly language: string;
  /** The sentence that follows in the same document. */
  readonly next: string | undefined;
  /** Some sentence of another document in the same language. */
  elsewhere(): string;
  /** The same sentence in another language. */
  translation(language: string): string | undefined;
}

/** A damaged text; what is wrong stands from `start` to `end` (UTF-16 units of `text`). */
export interface Damaged {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** True where the following sentence has become a part of it. */
  readonly tookNext?: true;
}

/** An article, one line each, of which one line is damaged; `start` and `end` count in that line. */
export interface DamagedArticle {
  readonly lines: readonly string[];
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

interface About {
  readonly name: string;
  readonly family: string;
  /** BCP 47 primary subtags; absent: every language that the tables are about. */
  readonly languages?: readonly string[];
  /** The rules that name this damage: any of them counts as the right code. */
  readonly codes: readonly string[];
  /** True where the catalogue grades this damage as a hint: it is not expected at warning or above. */
  readonly quiet?: true;
  /** True where the operator is in the table of synthetic damage that the targets were set by. */
  readonly inTable?: true;
}

export interface SentenceOperator extends About {
  readonly scope: 'sentence';
  /** Undefined where the sentence has no place for this damage. */
  apply(sentence: Sentence, random: Random): Damaged | undefined;
}

export interface ArticleOperator extends About {
  readonly scope: 'article';
  /** Undefined where the article has no place for this damage. `lines` are sentences of one document, in order. */
  apply(article: ArticleSource, random: Random): DamagedArticle | undefined;
}

/** Consecutive sentences of one document. */
export interface ArticleSource {
  readonly language: string;
  readonly lines: readonly string[];
  /** True where the first line is the headline. */
  readonly hasTitle: boolean;
  /** A headline of another document. */
  readonly otherTitle: string;
}

export type Operator = SentenceOperator | ArticleOperator;

/** `text` with a stretch replaced; the damage is what stands there now. Undefined where nothing changed. */
export function replaced(text: string, start: number, end: number, by: string): Damaged | undefined {
  if (text.slice(start, end) === by) return undefined;
  return { text: text.slice(0, start) + by + text.slice(end), start, end: start + by.length };
}

/** What changed from one text to another, as the damage. Undefined where nothing did. */
export function changed(before: string, after: string): Damaged | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { text: after, start, end: after.length - same };
}
