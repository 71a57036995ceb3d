import { articleOfSidecar } from '../core/annotations/sidecarNames.ts';
import { type ArticleAnnotations, undismissed } from './annotations.ts';
import { Article, type Articles } from './articles.ts';
import { type Cancellation, Cancelled, type Host } from './ports.ts';
import type { LoadedProject, Projects } from './projects.ts';
import type { Layer } from './sidecars.ts';
import type { UnreadableFile } from './texts.ts';
import { relativePath } from './uris.ts';

/** An article of the corpus; its text is not held. */
export interface CorpusArticle {
  readonly uri: string;
  /** Below its workspace folder, with `/`. */
  readonly path: string;
  /** True where a sidecar lies beside it. */
  readonly annotated: boolean;
}

/** What a pass over the corpus keeps of an article. */
export interface ArticleRecord {
  readonly language: string;
  readonly errors: number;
  readonly warnings: number;
  readonly annotations: number;
  /** How often each entity is mentioned. */
  readonly mentions: ReadonlyMap<string, number>;
  /** What was wrong with it, where it could not be read. */
  readonly unreadable: boolean;
}

/** Told after each article of a pass: how many of how many. */
export type PassProgress = (done: number, all: number) => void;

/** The parts of the workspace that a corpus is made from. */
export interface CorpusSources {
  readonly host: Host;
  readonly projects: Projects;
  readonly articles: Articles;
  annotations(article: Article): Promise<ArticleAnnotations & { readonly layers: readonly Layer[] }>;
}

/** Which articles there are, and what a pass has found in them. Never holds their texts. */
export class Corpus {
  private readonly sources: CorpusSources;
  private listing: Promise<CorpusArticle[]> | undefined;
  private readonly records = new Map<string, ArticleRecord>();

  constructor(sources: CorpusSources) {
    this.sources = sources;
  }

  /** All articles of all open corpora, by path. */
  articles(): Promise<CorpusArticle[]> {
    this.listing ??= this.list();
    return this.listing;
  }

  /** What is known of an article so far. */
  record(uri: string): ArticleRecord | undefined {
    return this.records.get(uri);
  }

  /** How often, and in how many articles, the articles examined so far mention an entity. */
  mentionsOf(entity: string): { readonly mentions: number; readonly articles: number } {
    let mentions = 0;
    let articles = 0;
    for (const record of this.records.values()) {
      const n = record.mentions.get(entity);
      if (n === undefined) continue;
      mentions += n;
      articles += 1;
    }
    return { mentions, articles };
  }

  /** The record of an article as it is now, computed unless it is known. */
  async recordOf(uri: string, cancel: Cancellation): Promise<ArticleRecord | undefined> {
    const known = this.records.get(uri);
    if (known) return known;
    const article = await this.sources.articles.get(uri);
    return article && this.note(uri, article, cancel);
  }

  /** Examines every article that has no record yet. Throws {@link Cancelled}; what was done until then is kept. */
  async pass(cancel: Cancellation, progress?: PassProgress): Promise<void> {
    const articles = await this.articles();
    let done = 0;
    for (const { uri } of articles) {
      if (cancel.isCancellationRequested) throw new Cancelled();
      if (!this.records.has(uri)) {
        await this.recordOf(uri, cancel);
        await this.sources.host.pause();
      }
      done += 1;
      progress?.(done, articles.length);
    }
  }

  /** Forgets what depends on a file that appeared, changed or went. */
  fileChanged(uri: string, kind: 'created' | 'changed' | 'deleted'): void {
    const article = articleOfSidecar(uri)?.article ?? uri;
    this.records.delete(article);
    if (kind !== 'changed') this.listing = undefined;
  }

  /** Forgets every record: rules or entities changed, so counts are out of date. */
  forgetRecords(): void {
    this.records.clear();
  }

  /** Forgets everything: folders or projects changed. */
  forget(): void {
    this.records.clear();
    this.listing = undefined;
  }

  private async list(): Promise<CorpusArticle[]> {
    const found = new Map<string, CorpusArticle>();
    for (const project of await this.sources.projects.all()) {
      for (const article of await this.listProject(project)) found.set(article.uri, article);
    }
    return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  }

  private async listProject({ root, project }: LoadedProject): Promise<CorpusArticle[]> {
    const { files } = this.sources.host;
    const [articles, sidecars] = await Promise.all([
      files.list({ folder: root, include: project.include, exclude: project.exclude }),
      files.list({ folder: root, include: ['**/*.ann.json'], exclude: project.exclude }),
    ]);
    const annotated = new Set(sidecars.map((s) => articleOfSidecar(s)?.article));
    return articles.map((uri) => ({ uri, path: this.pathOf(root, uri), annotated: annotated.has(uri) }));
  }

  private pathOf(root: string, uri: string): string {
    const folder = this.sources.projects.workspaceFolders.find((f) => relativePath(f, uri) !== undefined);
    return relativePath(folder ?? root, uri) ?? uri;
  }

  /** Keeps the record of an article that somebody has at hand. */
  async note(uri: string, article: Article | UnreadableFile, cancel: Cancellation): Promise<ArticleRecord> {
    const record = await this.examine(article, cancel);
    this.records.set(uri, record);
    return record;
  }

  private async examine(article: Article | UnreadableFile, cancel: Cancellation): Promise<ArticleRecord> {
    if (!(article instanceof Article)) {
      return {
        language: 'und',
        errors: 1,
        warnings: 0,
        annotations: 0,
        mentions: new Map(),
        unreadable: true,
      };
    }
    const { placed, lost, dismissals } = await this.sources.annotations(article);
    const findings = undismissed(await article.findings(cancel), dismissals);
    const mentions = new Map<string, number>();
    for (const { entityId } of await article.mentions(cancel)) {
      mentions.set(entityId, (mentions.get(entityId) ?? 0) + 1);
    }
    return {
      language: article.language,
      errors: findings.filter((f) => f.severity === 'error').length,
      warnings: findings.filter((f) => f.severity === 'warning').length,
      annotations: placed.length + lost.length,
      mentions,
      unreadable: false,
    };
  }
}
