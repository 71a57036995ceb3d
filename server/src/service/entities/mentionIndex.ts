import type { Annotation } from '../../core/annotations/model.ts';
import { articleOfSidecar } from '../../core/annotations/sidecarNames.ts';
import type { Mention } from '../../core/entities/mention.ts';
import { type NotedMentions, type Posting, Postings } from '../../core/entities/postings.ts';
import { parseJson } from '../../core/json/scan.ts';
import { Article, type Articles } from '../articles.ts';
import type { CorpusArticle, PassProgress } from '../corpusArticle.ts';
import { type Cancellation, Cancelled, type Host } from '../ports.ts';
import type { Projects } from '../projects.ts';
import type { Sidecars } from '../sidecars.ts';

/** The parts of the workspace that the index is made from. */
export interface MentionSources {
  readonly host: Host;
  readonly projects: Projects;
  readonly articles: Articles;
  readonly sidecars: Sidecars;
}

/** How much of the corpus has been read for mentions. */
export interface Coverage {
  readonly read: number;
  /** Undefined where nobody has asked yet how many articles there are. */
  readonly all: number | undefined;
}

/**
 * Which articles mention which entities, as far as articles have been read, and which have tags that are linked to
 * them. The latter serve to find articles only: what a person may see of their tags is asked of the sidecars then.
 */
export class MentionIndex {
  private readonly sources: MentionSources;
  private readonly mentions = new Postings();
  private readonly linked = new Postings();
  /** Articles that cannot be read; asked again when they change. */
  private readonly unreadable = new Set<string>();
  /** What is being read, by article. */
  private readonly reading = new Map<string, Promise<void>>();
  /** Everything that is under way, and whether its article has changed meanwhile. */
  private readonly underWay = new Set<{ readonly uri: string; isStale: boolean }>();
  private listed: number | undefined;

  constructor(sources: MentionSources) {
    this.sources = sources;
  }

  /** The language of an article and how often it mentions whom; undefined where it has not been read. */
  of(uri: string): { readonly language: string; readonly mentions: Map<string, number> } | undefined {
    return this.mentions.of(uri);
  }

  /** How often, and in how many of the articles read so far, an entity is mentioned. */
  totals(entity: string): { readonly mentions: number; readonly articles: number } {
    return this.mentions.totals(entity);
  }

  /** The articles read so far that mention an entity, by address. */
  articlesWith(entity: string): Posting[] {
    return this.mentions
      .articlesWith(entity)
      .sort((a, b) => (a.article < b.article ? -1 : a.article > b.article ? 1 : 0));
  }

  /** The `limit` articles read so far (but `except`) that mention an entity most often. */
  most(entity: string, limit: number, except?: string): Posting[] {
    return this.mentions.most(entity, limit, except);
  }

  /** In how many of the articles read so far other entities are mentioned together with one. */
  together(entity: string): Map<string, number> {
    return this.mentions.together(entity);
  }

  /** The addresses of articles with tags that somebody has linked to an entity. */
  articlesLinkedTo(entity: string): string[] {
    return this.linked.articlesWith(entity).map(({ article }) => article);
  }

  /** Languages of the articles read so far (BCP 47 primary subtags), most frequent first; without `und`. */
  languages(): string[] {
    return this.mentions.languages().flatMap(({ language }) => (language === 'und' ? [] : [language]));
  }

  /** How much of the corpus is known. */
  coverage(): Coverage {
    const read = this.mentions.size + this.unreadable.size;
    return { read, all: this.listed === undefined ? undefined : Math.max(this.listed, read) };
  }

  /** Says how many articles there are. */
  noteListed(articles: number): void {
    this.listed = articles;
  }

  /**
   * Reads every article not yet read, and the sidecars of those that have some. Throws {@link Cancelled}; what was
   * done until then is kept.
   */
  async readAll(
    articles: readonly CorpusArticle[],
    cancel: Cancellation,
    progress?: PassProgress,
  ): Promise<void> {
    let done = 0;
    for (const article of articles) {
      if (cancel.isCancellationRequested) throw new Cancelled();
      if (!this.mentions.has(article.uri) && !this.unreadable.has(article.uri)) {
        await this.read(article.uri, cancel);
        await this.sources.host.pause();
      }
      if (article.annotated && !this.linked.has(article.uri)) await this.readLinks(article.uri);
      done += 1;
      progress?.(done, articles.length);
    }
  }

  /** Notes whom an article mentions, unless that is known. */
  async note(article: Article, cancel: Cancellation): Promise<void> {
    const { uri } = article;
    if (this.mentions.has(uri)) return;
    const mentions = await this.ifUnchanged(uri, () => article.mentions(cancel));
    if (mentions !== undefined && !this.mentions.has(uri))
      this.mentions.set(uri, article.language, noted(article, mentions));
  }

  /** Forgets what was read of a file that appeared, changed or went. */
  fileChanged(uri: string): void {
    const sidecar = articleOfSidecar(uri);
    if (!sidecar) {
      this.outdate(uri);
      this.mentions.delete(uri);
      this.unreadable.delete(uri);
      this.linked.delete(uri);
      return;
    }
    const { article } = sidecar;
    // Of an article that does not end like a text the name alone does not tell whose the sidecar is.
    for (const possible of [article, article.replace(/\.[^./]*$/, ''), `${article}.${sidecar.annotator}`]) {
      this.outdate(possible);
      this.linked.delete(possible);
    }
  }

  /** Forgets everything: folders, projects or entities changed. */
  forget(): void {
    for (const one of this.underWay) one.isStale = true;
    this.mentions.clear();
    this.linked.clear();
    this.unreadable.clear();
    this.listed = undefined;
  }

  /** Two passes at once read an article only once. */
  private async read(uri: string, cancel: Cancellation): Promise<void> {
    const others = this.reading.get(uri);
    if (others) {
      await others.catch(() => undefined);
      if (this.mentions.has(uri)) return;
    }
    const reading = this.readArticle(uri, cancel);
    this.reading.set(uri, reading);
    try {
      await reading;
    } finally {
      if (this.reading.get(uri) === reading) this.reading.delete(uri);
    }
  }

  private async readArticle(uri: string, cancel: Cancellation): Promise<void> {
    const article = await this.sources.articles.get(uri);
    if (article instanceof Article) await this.note(article, cancel);
    else this.unreadable.add(uri);
  }

  /** Of all layers: whose tags they are does not matter for where to look. */
  private async readLinks(uri: string): Promise<void> {
    const { projects, sidecars } = this.sources;
    const layers = await this.ifUnchanged(uri, async () => sidecars.layers(uri, await projects.of(uri)));
    if (layers === undefined) return;
    const counts = new Map<string, number>();
    for (const { sidecar } of layers) {
      for (const { annotation } of sidecar?.annotations ?? []) {
        const entity = entityOf(annotation);
        if (entity !== undefined) counts.set(entity, (counts.get(entity) ?? 0) + 1);
      }
    }
    const rows = [...counts].map(([entity, count]) => ({ entity, count, line: 0, character: 0 }));
    this.linked.set(uri, 'und', rows);
  }

  /** What is read of an article; undefined where a file of it changed meanwhile. */
  private async ifUnchanged<T>(uri: string, read: () => Promise<T>): Promise<T | undefined> {
    const one = { uri, isStale: false };
    this.underWay.add(one);
    try {
      const value = await read();
      return one.isStale ? undefined : value;
    } finally {
      this.underWay.delete(one);
    }
  }

  private outdate(uri: string): void {
    for (const one of this.underWay) if (one.uri === uri) one.isStale = true;
  }
}

/** The entity that an annotation is linked to, or that somebody wants it to be linked to. */
function entityOf(annotation: Annotation): string | undefined {
  if (annotation.kind === 'span') return annotation.entity;
  if (annotation.kind !== 'record') return undefined;
  const json = annotation.set?.find(({ key }) => key === 'entity')?.json;
  const value = json === undefined ? undefined : parseJson(json)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** Whom an article mentions: how often, and where first. */
function noted(article: Article, mentions: readonly Mention[]): NotedMentions[] {
  const counts = new Map<string, { count: number; start: number }>();
  for (const { entityId, start } of mentions) {
    const known = counts.get(entityId);
    if (known) known.count += 1;
    else counts.set(entityId, { count: 1, start });
  }
  return [...counts].map(([entity, { count, start }]) => ({
    entity,
    count,
    ...article.document.positionAt(start),
  }));
}
