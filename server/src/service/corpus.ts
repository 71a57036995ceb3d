import type { ArticleProgress } from '../core/annotations/articleStatus.ts';
import { articleOfSidecar, isSidecar, SUGGESTED } from '../core/annotations/sidecarNames.ts';
import { namesOf } from '../core/project.ts';
import type { ArticleAnnotations } from './annotations.ts';
import { Article } from './articles.ts';
import type { CorpusArticle, PassProgress } from './corpusArticle.ts';
import { MentionIndex, type MentionSources } from './entities/mentionIndex.ts';
import type { Cancellation } from './ports.ts';
import type { LoadedProject } from './projects.ts';
import type { Layer } from './sidecars.ts';
import type { UnreadableFile } from './texts.ts';
import { relativePath } from './uris.ts';

export type { CorpusArticle, PassProgress };

/** Whom and what an article mentions. */
export interface MentionRecord {
  readonly language: string;
  /** How often, by entity. */
  readonly mentions: ReadonlyMap<string, number>;
}

/** What a check found in an article. */
export interface CheckRecord {
  readonly errors: number;
  readonly warnings: number;
  readonly annotations: number;
}

/** What the sidecars of an article say of it, as far as whoever works here may see them. */
export interface SidecarRecord {
  /** Whose view it is: it holds for nobody else's. */
  readonly seenBy: string;
  readonly spans: number;
  /** How far everybody is that says so. */
  readonly progress: readonly ({ readonly annotator: string | undefined } & ArticleProgress)[];
}

const SIDECARS = '**/*.ann.json';
/** So many articles are listed between two pauses. */
const AT_A_TIME = 1000;

/** The parts of the workspace that a corpus is made from. */
export interface CorpusSources extends MentionSources {
  annotations(
    article: Article,
    depth: 'quick',
  ): Promise<ArticleAnnotations & { readonly layers: readonly Layer[] }>;
}

/** Which articles there are, and what a pass has found in them. Never holds their texts. */
export class Corpus {
  /** Whom the articles mention, as far as they have been read. */
  readonly mentions: MentionIndex;
  private readonly sources: CorpusSources;
  private listing: Promise<CorpusArticle[]> | undefined;
  private readonly listedSidecars = new Set<string>();
  private readonly checked = new Map<string, CheckRecord>();
  private readonly said = new Map<string, SidecarRecord>();

  constructor(sources: CorpusSources) {
    this.sources = sources;
    this.mentions = new MentionIndex(sources);
  }

  /** All articles of all open corpora, by path. */
  articles(): Promise<CorpusArticle[]> {
    this.listing ??= this.list();
    return this.listing;
  }

  /** What an article mentions, as far as it is known. */
  mentionsIn(uri: string): MentionRecord | undefined {
    return this.mentions.of(uri);
  }

  /** What the last check found in an article, as long as nothing has changed since. */
  check(uri: string): CheckRecord | undefined {
    return this.checked.get(uri);
  }

  /** What the sidecars of an article said when they were last read, as long as nothing has changed since. */
  saidOf(uri: string): SidecarRecord | undefined {
    return this.said.get(uri);
  }

  /** Keeps what the sidecars of an article say. */
  noteSaid(uri: string, record: SidecarRecord): void {
    this.said.set(uri, record);
  }

  /** How often, and in how many of the articles seen so far, an entity is mentioned. */
  mentionsOf(entity: string): { readonly mentions: number; readonly articles: number } {
    return this.mentions.totals(entity);
  }

  /** Finds the mentions of every article not yet seen. Throws {@link Cancelled}; what was done until then is kept. */
  async findMentions(cancel: Cancellation, progress?: PassProgress): Promise<void> {
    await this.mentions.readAll(await this.articles(), cancel, progress);
  }

  /** Keeps what there is to know of an article that somebody checks. */
  async note(uri: string, article: Article | UnreadableFile, cancel: Cancellation): Promise<void> {
    if (!(article instanceof Article)) {
      this.checked.set(uri, { errors: 1, warnings: 0, annotations: 0 });
      return;
    }
    const { placed, lost, verdicts } = await this.sources.annotations(article, 'quick');
    const findings = verdicts.shown(await article.findings(cancel));
    this.checked.set(uri, {
      errors: findings.filter((f) => f.severity === 'error').length,
      warnings: findings.filter((f) => f.severity === 'warning').length,
      annotations: placed.length + lost.length,
    });
    await this.mentions.note(article, cancel);
  }

  /** Forgets what depends on a file that appeared, changed or went. */
  fileChanged(uri: string, kind: 'created' | 'changed' | 'deleted'): void {
    const article = articleOfSidecar(uri)?.article ?? uri;
    this.mentions.fileChanged(uri);
    this.checked.delete(article);
    this.said.delete(article);
    // Of an article that does not end like a text the name alone does not tell whose the sidecar is.
    if (article !== uri) this.said.delete(article.replace(/\.[^./]*$/, ''));
    // An editor tells of a new sidecar that it has open as of one that changed.
    if (kind !== 'changed' || (isSidecar(uri) && !this.listedSidecars.has(uri))) this.listing = undefined;
  }

  /** Lets go of the list of articles, which takes some 300 bytes for each; it is made anew when somebody asks for it. */
  releaseListing(): void {
    this.listing = undefined;
    this.listedSidecars.clear();
  }

  /** Forgets everything: folders or projects changed. */
  forget(): void {
    this.mentions.forget();
    this.checked.clear();
    this.said.clear();
    this.listing = undefined;
  }

  private async list(): Promise<CorpusArticle[]> {
    const found: CorpusArticle[] = [];
    this.listedSidecars.clear();
    const projects = await this.sources.projects.all();
    for (const project of projects) {
      // A project inside another one settles for itself which of its files are articles.
      const inner = projects.filter((p) => relativePath(project.root, p.root) !== undefined);
      await this.listProject(project, (article) => {
        const foreign = inner.some((p) => relativePath(p.root, article.uri) !== undefined);
        if (!foreign) found.push(article);
      });
    }
    this.mentions.noteListed(found.length);
    return found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  }

  private async listProject(
    { root, project }: LoadedProject,
    found: (article: CorpusArticle) => void,
  ): Promise<void> {
    const { host } = this.sources;
    // One walk over the folders for both.
    const include = [...project.include, SIDECARS];
    const files = await host.files.list({ folder: root, include, exclude: project.exclude });
    const sidecars = files.filter(isSidecar);
    for (const sidecar of sidecars) this.listedSidecars.add(sidecar);
    const names = namesOf(project.people);
    const annotated = new Set(
      sidecars.flatMap((sidecar) => {
        const owner = articleOfSidecar(sidecar, names);
        // What a batch suggests is nobody's annotation.
        return owner && owner.annotator !== SUGGESTED ? [owner.article] : [];
      }),
    );
    const articles = sidecars.length === 0 ? files : files.filter((uri) => !isSidecar(uri));
    // A hundred thousand at a time would be felt.
    for (let i = 0; i < articles.length; i += AT_A_TIME) {
      for (const uri of articles.slice(i, i + AT_A_TIME)) {
        found({ uri, path: this.pathOf(root, uri), project: root, annotated: annotated.has(uri) });
      }
      await host.pause();
    }
  }

  private pathOf(root: string, uri: string): string {
    const folder = this.sources.projects.workspaceFolders.find((f) => relativePath(f, uri) !== undefined);
    return relativePath(folder ?? root, uri) ?? uri;
  }
}
