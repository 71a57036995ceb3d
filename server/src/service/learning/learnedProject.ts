import { type CorpusKnowledge, noCorpusKnowledge } from '../../core/checks/corpusKnowledge.ts';
import { readCorpus, writeCorpus } from '../../core/corpus/corpusFile.ts';
import { LearnedCorpus } from '../../core/corpus/learnedCorpus.ts';
import { type Cancellation, Cancelled, type Host, NEVER_CANCELLED } from '../ports.ts';
import type { LoadedProject } from '../projects.ts';
import { runSteps } from '../stepping.ts';
import { relativePath } from '../uris.ts';
import type { ArticleReader } from './articleReader.ts';
import { inOrder } from './inOrder.ts';

/** So many files are looked up, and read, while one is sketched. */
const STAMPS_AHEAD = 64;
const FILES_AHEAD = 16;
/** Background work gives way this often, so that it never shows in the time of a keystroke (ms). */
const SLICE_MS = 1;
/** What was read is put into the cache when there is so much of it; fewer articles are read again as fast. */
const WORTH_CACHING = 100;

/** A file as it was when its turn came. */
interface FoundFile {
  readonly uri: string;
  /** Below the project's root, with `/`. */
  readonly path: string;
  readonly stamp: string;
  /** False where it is as it was learned. */
  readonly written: boolean;
}

interface ReadFile extends FoundFile {
  /** Undefined where it was not written, or cannot be read. */
  readonly bytes: Uint8Array | undefined;
}

/** What the articles of one project have taught, as they are on the disk, and how that is kept up. */
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
    const found = inOrder(uris, STAMPS_AHEAD, (uri) => this.find(corpus, uri));
    for await (const file of inOrder(found, FILES_AHEAD, (one) => this.read(one))) {
      listed.add(file.path);
      if (file.written && (await this.learn(corpus, file, cancel))) changed = true;
      told();
      if (this.host.now() < sliceEnd) continue;
      await this.host.pause();
      if (cancel.isCancellationRequested) throw new Cancelled();
      sliceEnd = this.host.now() + SLICE_MS;
    }
    for (const path of [...corpus.paths()]) if (!listed.has(path) && corpus.delete(path)) changed = true;
    await runSteps(corpus.tidy(), this.host, NEVER_CANCELLED);
    if (changed) this.tell(corpus);
    await this.save(corpus);
  }

  /** Learns single articles anew, of which some may be gone. Nothing happens before `learnAll` has once ended. */
  async learnSome(uris: readonly string[], cancel: Cancellation): Promise<void> {
    const { corpus } = this;
    if (!corpus || this.versions === 0) return;
    let changed = false;
    for (const uri of uris) {
      const file = await this.read({ ...(await this.find(corpus, uri)), written: true });
      if (await this.learn(corpus, file, cancel)) changed = true;
    }
    if (changed) this.tell(corpus);
  }

  /** Never rejects. */
  private async find(corpus: LearnedCorpus, uri: string): Promise<FoundFile> {
    const path = relativePath(this.project.root, uri) ?? uri;
    const stamp = (await this.host.files.stamp?.(uri)) ?? '';
    return { uri, path, stamp, written: corpus.stampOf(path) !== stamp };
  }

  /** Reads a file if it was written since it was learned. Never rejects. */
  private async read(file: FoundFile): Promise<ReadFile> {
    return { ...file, bytes: file.written ? await this.host.files.read(file.uri) : undefined };
  }

  /** Returns true where an answer may be another one now. */
  private async learn(
    corpus: LearnedCorpus,
    { uri, path, stamp, bytes }: ReadFile,
    cancel: Cancellation,
  ): Promise<boolean> {
    const declared = this.project.languageOf(uri);
    const sketch = bytes && (await this.reader.sketch(bytes, declared, cancel));
    this.unsaved++;
    if (!sketch) return corpus.delete(path);
    if (corpus.full) {
      this.tellFull();
      return false;
    }
    return corpus.put(path, stamp, sketch);
  }

  private tell(corpus: LearnedCorpus): void {
    this.versions++;
    this.knowledge = {
      key: `${this.project.root} ${setupOf(this.project)} ${this.versions}`,
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
  const folders = project.folders.map(({ path, language = '' }) => `${path}:${language}`);
  return [project.language, ...folders].join(' ');
}
