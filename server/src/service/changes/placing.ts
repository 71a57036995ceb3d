import { compareTexts, type TextComparison } from '../../core/annotations/anchor/compareTexts.ts';
import { type LocatedArticle, type Location, locate } from '../../core/annotations/locate.ts';
import type { Anchor } from '../../core/annotations/model.ts';
import { TextOffsets } from '../../core/text/offsets.ts';
import { revisionOf } from '../../core/text/revision.ts';
import { decodeText } from '../decode.ts';
import type { Host } from '../ports.ts';

/** An article's text in one state, with what is computed from it once. */
export function locatedArticle(text: string): LocatedArticle {
  return { text, offsets: new TextOffsets(text), revision: revisionOf(text) };
}

/** Finds annotations in one state of an article: by the text that they were made on, wherever that can be had. */
export class Placing {
  readonly article: LocatedArticle;
  private readonly host: Host;
  private readonly uri: string;
  private readonly comparisons = new Map<string, TextComparison | undefined>();

  /** `others`: texts of other states that are at hand already. */
  constructor(host: Host, uri: string, article: LocatedArticle, others: readonly LocatedArticle[]) {
    this.host = host;
    this.uri = uri;
    this.article = article;
    for (const { revision, text } of others)
      if (revision !== article.revision) this.comparisons.set(revision, compareTexts(text, article.text));
  }

  /** Where an annotation is in this state. */
  async locate(anchor: Anchor): Promise<Location> {
    const { rev } = anchor;
    if (rev === this.article.revision) return locate(anchor, this.article);
    if (!this.comparisons.has(rev)) {
      const old = await this.textOf(rev);
      this.comparisons.set(rev, old === undefined ? undefined : compareTexts(old, this.article.text));
    }
    return this.comparisons.get(rev)?.locate(anchor) ?? locate(anchor, this.article);
  }

  private async textOf(rev: string): Promise<string | undefined> {
    const bytes = await this.host.history?.blob(this.uri, rev);
    const text = bytes && decodeText(bytes);
    return typeof text === 'string' ? text : this.host.keptTexts?.get(rev);
  }
}
