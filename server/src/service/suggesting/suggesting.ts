import type { Gazetteer } from '../../core/entities/gazetteer.ts';
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
  private readonly paragraphs = new WeakMap<Paragraph, Map<string, { key: unknown; found: unknown }>>();
  private readonly made = new WeakMap<Gazetteer, Map<string, unknown>>();

  /** What was suggested for an article last, if all that it depended on is still the same. */
  kept(article: Article, known: readonly unknown[]): readonly Suggestion[] | undefined {
    const kept = this.articles.get(article);
    if (kept === undefined || kept.known.length !== known.length || kept.known.some((k, i) => k !== known[i]))
      return undefined;
    return kept.suggestions;
  }

  keep(article: Article, known: readonly unknown[], suggestions: readonly Suggestion[]): void {
    this.articles.set(article, { known, suggestions });
  }

  /** What `find` finds in a paragraph; found again only where `key` is another one. Only the last is kept. */
  inParagraph<T>(paragraph: Paragraph, what: string, key: unknown, find: () => T): T {
    const finds = this.paragraphs.get(paragraph) ?? new Map<string, { key: unknown; found: unknown }>();
    this.paragraphs.set(paragraph, finds);
    const kept = finds.get(what);
    if (kept?.key === key) return kept.found as T;
    const found = find();
    finds.set(what, { key, found });
    return found;
  }

  /** What is made once from a project's names. */
  ofNames<T>(gazetteer: Gazetteer, what: string, make: () => T): T {
    const made = this.made.get(gazetteer) ?? new Map<string, unknown>();
    this.made.set(gazetteer, made);
    if (!made.has(what)) made.set(what, make());
    return made.get(what) as T;
  }
}
