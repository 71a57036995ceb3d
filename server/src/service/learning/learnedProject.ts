import { type CorpusKnowledge, noCorpusKnowledge } from '../../core/checks/corpusKnowledge.ts';
import { readCorpus, writeCorpus } from '../../core/corpus/corpusFile.ts';
import { LearnedCorpus } from '../../core/corpus/learnedCorpus.ts';
import { type Cancellation, Cancelled, type Host, NEVER_CANCELLED } from '../ports.ts';
import type { LoadedProject } from '../projects.ts';
import { runSteps } from '../stepping.ts';
import { relativePath } from '../uris.ts';
import type { ArticleReader } from './articleReader.ts';

/** Files that are asked for at once: enough that the disk is never waited for alone. */
const AT_ONCE = 16;
/** Background work gives way this often, so that it never shows in the time of a keystroke (ms). */
const SLICE_MS = 4;
/** What was read is put into the cache when there is so much of it; fewer articles are read again as fast. */
const WORTH_CACHING = 100;

/** What the articles of one project have taught, and how that is kept up. */
export class LearnedProject {
  private readonly project: LoadedProject;
  private readonly host: Host;
  private readonly reader: ArticleReader;
  private corpus: LearnedCorpus | undefined;
  private versions = 0;
  private unsaved = 0;
  private toldFull = false;
  /** For the rules; another object whenever an answer may be another one. */
  knowledge: CorpusKnowledge = noCorpusKnowledge;

  constructor(project: LoadedProject, host: Host, reader: ArticleReader) {
    this.project = project;
    this.host = host;
    this.reader = reader;
  }

  /** True where what another loaded project has taught is good for this one. */
  isFor(project: LoadedProject): boolean {
    return project.root === this.project.root && setupOf(project) === setupOf(this.project);
  }

  /**
   * Learns all articles of the project: those that are new or were written since they were learned are read, those
   * that are gone are forgotten. Throws {@link Cancelled}; what was learned until then is not lost, but no rule is
   * told of it before a pass has ended. `told`: after each article.
   */
  async learnAll(uris: readonly string[], cancel: Cancellation, told: () => void): Promise<void> {
    const corpus = await this.open(cancel);
    let changed = this.versions === 0;
    const listed = new Set<string>();
    let sliceEnd = this.host.now() + SLICE_MS;
    for (let i = 0; i < uris.length; i += AT_ONCE) {
      const some = uris.slice(i, i + AT_ONCE);
      const stamps = await Promise.all(some.map((uri) => this.stampOf(uri)));
      for (const [n, uri] of some.entries()) {
        const path = this.pathOf(uri);
        listed.add(path);
        const stamp = stamps[n] ?? '';
        if (corpus.stampOf(path) !== stamp) {
          if (await this.learn(corpus, uri, stamp, cancel)) changed = true;
        }
        told();
        if (this.host.now() < sliceEnd) continue;
        await this.host.pause();
        if (cancel.isCancellationRequested) throw new Cancelled();
        sliceEnd = this.host.now() + SLICE_MS;
      }
    }
    for (const path of [...corpus.paths()]) if (!listed.has(path) && corpus.delete(path)) changed = true;
    if (changed) this.tell(corpus);
    await this.save(corpus);
  }

  /** Learns single articles anew, of which some may be gone. Nothing happens before `learnAll` has once ended. */
  async learnSome(uris: readonly string[], cancel: Cancellation): Promise<void> {
    const { corpus } = this;
    if (!corpus || this.versions === 0) return;
    let changed = false;
    for (const uri of uris) {
      if (await this.learn(corpus, uri, (await this.stampOf(uri)) ?? '', cancel)) changed = true;
    }
    if (changed) this.tell(corpus);
  }

  /** Returns true where an answer may be another one now. */
  private async learn(
    corpus: LearnedCorpus,
    uri: string,
    stamp: string,
    cancel: Cancellation,
  ): Promise<boolean> {
    const { language } = this.project.project;
    const sketch = await this.reader.read(uri, language === 'auto' ? undefined : language, cancel);
    this.unsaved++;
    if (!sketch) return corpus.delete(this.pathOf(uri));
    if (corpus.full) {
      this.tellFull();
      return false;
    }
    return corpus.put(this.pathOf(uri), stamp, sketch);
  }

  private tell(corpus: LearnedCorpus): void {
    this.versions++;
    this.knowledge = {
      key: `${this.project.root} ${this.versions}`,
      articles: corpus.articles,
      articlesWithWord: (language, word) => corpus.articlesWithWord(language, word),
      articlesWithLine: (line) => corpus.articlesWithLine(line),
    };
  }

  private tellFull(): void {
    if (this.toldFull) return;
    this.toldFull = true;
    this.host.log(
      `${this.project.root}: the articles have more different words than Pressmark learns; it learns no more of them.`,
    );
  }

  private pathOf(uri: string): string {
    return relativePath(this.project.root, uri) ?? uri;
  }

  private async stampOf(uri: string): Promise<string | undefined> {
    return this.host.files.stamp?.(uri);
  }

  private async open(cancel: Cancellation): Promise<LearnedCorpus> {
    this.corpus ??= (await this.cached(cancel)) ?? new LearnedCorpus();
    return this.corpus;
  }

  private async cached(cancel: Cancellation): Promise<LearnedCorpus | undefined> {
    const bytes = await this.host.cache?.get(this.project.root);
    if (!bytes) return undefined;
    const corpus = await runSteps(readCorpus(bytes, setupOf(this.project)), this.host, cancel);
    if (!corpus)
      this.host.log(`${this.project.root}: what was learned before cannot be used; learning again.`);
    return corpus;
  }

  private async save(corpus: LearnedCorpus): Promise<void> {
    const { cache, files } = this.host;
    if (!cache || !files.stamp || this.unsaved < WORTH_CACHING) return;
    this.unsaved = 0;
    await cache.put(
      this.project.root,
      await runSteps(writeCorpus(corpus, setupOf(this.project)), this.host, NEVER_CANCELLED),
    );
  }
}

/** What the sketches of a project's articles depend on besides their texts. */
function setupOf({ project }: LoadedProject): string {
  return project.language;
}
