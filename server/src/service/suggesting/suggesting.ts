import type { Segment } from '../../core/entities/names/segment.ts';
import type { Suggestion } from '../../core/suggestions/suggestion.ts';
import type { Paragraph } from '../../core/text/paragraph.ts';
import type { Article } from '../articles.ts';

/** What was found in an article with some knowledge. */
interface KeptSuggestions {
  /** Everything that the suggestions depend on besides the article's text. */
  readonly known: readonly unknown[];
  readonly suggestions: readonly Suggestion[];
}

/** What is kept of suggestions from question to question; it goes with the articles and paragraphs themselves. */
export class Suggesting {
  private readonly articles = new WeakMap<Article, KeptSuggestions>();
  private readonly paragraphs = new WeakMap<Paragraph, Map<string, { key: string; found: unknown }>>();
  private readonly made = new WeakMap<Segment, Map<string, unknown>>();

  /** What was suggested for an article last, if all that it depended on is still the same. */
  kept(article: Article, known: readonly unknown[]): readonly Suggestion[] | undefined {
    const kept = this.articles.get(article);
    if (!kept) return undefined;
    return isSame(kept.known, known) ? kept.suggestions : undefined;
  }

  keep(article: Article, known: readonly unknown[], suggestions: readonly Suggestion[]): void {
    this.articles.set(article, { known, suggestions });
  }

  /** What `find` finds in a paragraph; found again only where `key` is another one. Only the last is kept. */
  inParagraph<T>(paragraph: Paragraph, what: string, key: string, find: () => T): T {
    const finds = this.paragraphs.get(paragraph) ?? new Map<string, { key: string; found: unknown }>();
    this.paragraphs.set(paragraph, finds);
    const kept = finds.get(what);
    if (kept?.key === key) return kept.found as T;
    const found = find();
    finds.set(what, { key, found });
    return found;
  }

  /** What is made once from the names of a source. */
  ofSegment<T>(segment: Segment, what: string, make: () => T): T {
    const made = this.made.get(segment) ?? new Map<string, unknown>();
    this.made.set(segment, made);
    if (!made.has(what)) made.set(what, make());
    return made.get(what) as T;
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}
