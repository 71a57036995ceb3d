import { type CorpusKnowledge, noCorpusKnowledge } from '../../core/checks/corpusKnowledge.ts';
import type { LanguageData } from '../languageData.ts';
import type { Cancellation, Host } from '../ports.ts';
import { type LoadedProject, PROJECT_FILE, type Projects } from '../projects.ts';
import { baseName } from '../uris.ts';
import { ArticleReader } from './articleReader.ts';
import { LearnedProject } from './learnedProject.ts';

/** Told after each article of a pass: how many of how many. */
export type LearningProgress = (done: number, all: number) => void;

/** The parts of the workspace that learning needs. */
export interface LearningSources {
  readonly host: Host;
  readonly projects: Projects;
  readonly languages: LanguageData;
  /** All articles of all open corpora, each with the root of its project. */
  readonly corpus: { articles(): Promise<readonly { readonly uri: string; readonly project: string }[]> };
}

/**
 * Learns from the articles of the open corpora, as they are on the disk. Each project learns from its own articles.
 * Rules are told when a pass has ended; after that, of single files as they change.
 */
export class Learning {
  private readonly sources: LearningSources;
  private readonly reader: ArticleReader;
  private learned = new Map<string, LearnedProject>();
  private readonly changed = new Set<string>();
  private everything = true;
  private running: Promise<void> | undefined;
  private listener: (() => void) | undefined;

  constructor(sources: LearningSources) {
    this.sources = sources;
    this.reader = new ArticleReader(sources.host, sources.languages);
  }

  /** What the corpus of a project teaches now. */
  knowledge(project: LoadedProject): CorpusKnowledge {
    return this.learned.get(project.root)?.knowledge ?? noCorpusKnowledge;
  }

  /** Says whom to tell when rules may find something else than before. */
  whenChanged(listener: () => void): void {
    this.listener = listener;
  }

  /** A file was written or deleted: the next `learn` reads it. */
  fileChanged(uri: string): void {
    if (baseName(uri) === PROJECT_FILE) this.everything = true;
    else this.changed.add(uri);
  }

  /** Folders or projects changed: the next `learn` looks at all articles. */
  forget(): void {
    this.everything = true;
  }

  /**
   * Learns what is new, and returns once that is known: all articles the first time, then what changed. Throws
   * `Cancelled`; the next call goes on from there.
   */
  async learn(cancel: Cancellation, progress?: LearningProgress): Promise<void> {
    // Somebody else's pass may have been stopped, or have begun before the last change.
    while (this.running) await this.running.catch(() => undefined);
    if (this.everything || this.changed.size > 0) {
      const before = this.keys();
      this.running = this.pass(cancel, progress).finally(() => {
        this.running = undefined;
      });
      await this.running;
      if (this.keys() !== before) this.listener?.();
    }
  }

  private async pass(cancel: Cancellation, progress: LearningProgress | undefined): Promise<void> {
    if (!this.everything) return this.learnChanged(cancel);
    const changed = [...this.changed];
    this.everything = false;
    this.changed.clear();
    try {
      await this.learnEverything(changed, cancel, progress);
    } catch (error) {
      this.everything = true;
      for (const uri of changed) this.changed.add(uri);
      throw error;
    }
  }

  private async learnEverything(
    changed: readonly string[],
    cancel: Cancellation,
    progress: LearningProgress | undefined,
  ): Promise<void> {
    const { corpus, host, projects } = this.sources;
    const articles = this.affordable(await corpus.articles());
    const byProject = new Map<string, string[]>();
    for (const { uri, project } of articles) {
      const uris = byProject.get(project);
      if (uris) uris.push(uri);
      else byProject.set(project, [uri]);
    }
    const all = await projects.all();
    let done = 0;
    const told = () => {
      done++;
      progress?.(done, articles.length);
    };
    const learned = new Map<string, LearnedProject>();
    for (const project of all) {
      const known = this.learned.get(project.root);
      const one = known?.isFor(project) ? known : new LearnedProject(project, host, this.reader);
      learned.set(project.root, one);
      this.learned.set(project.root, one);
      const uris = byProject.get(project.root) ?? [];
      await one.learnAll(uris, cancel, told);
      // On a disk without stamps, nothing else tells that they were written.
      const named = new Set(changed);
      await one.learnSome(
        uris.filter((uri) => named.has(uri)),
        cancel,
      );
    }
    this.learned = learned;
  }

  /** The articles that may be read without being asked for: all, but where each has to be fetched. */
  private affordable<T>(articles: readonly T[]): readonly T[] {
    const { host } = this.sources;
    const most = host.files.mostUnasked ?? articles.length;
    if (articles.length <= most) return articles;
    host.log(
      `These files have to be fetched: learning from the first ${most} of ${articles.length} articles.`,
    );
    return articles.slice(0, most);
  }

  private async learnChanged(cancel: Cancellation): Promise<void> {
    const { projects } = this.sources;
    const changed = [...this.changed];
    // What is written from now on is for the next time.
    this.changed.clear();
    try {
      const byProject = new Map<LoadedProject, string[]>();
      for (const uri of changed) {
        const project = await projects.of(uri);
        if (!project.includes(uri)) continue;
        const uris = byProject.get(project);
        if (uris) uris.push(uri);
        else byProject.set(project, [uri]);
      }
      for (const [project, uris] of byProject) await this.learned.get(project.root)?.learnSome(uris, cancel);
    } catch (error) {
      for (const uri of changed) this.changed.add(uri);
      throw error;
    }
  }

  private keys(): string {
    return [...this.learned.values()].map(({ knowledge }) => knowledge.key).join('\n');
  }
}
