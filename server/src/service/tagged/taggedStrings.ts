import { articleOfSidecar } from '../../core/annotations/sidecarNames.ts';
import { namesOf } from '../../core/project.ts';
import { TaggedIndex } from '../../core/suggestions/tagged/taggedIndex.ts';
import type { Corpus } from '../corpus.ts';
import { inOrder } from '../learning/inOrder.ts';
import { type People, whoAmI } from '../people.ts';
import { type Cancellation, Cancelled, type Host } from '../ports.ts';
import { type LoadedProject, PROJECT_FILE, type Projects } from '../projects.ts';
import type { Sidecars } from '../sidecars.ts';
import type { Texts } from '../texts.ts';
import { joined } from '../uris.ts';
import type { TaggedString } from './taggedString.ts';
import { taggedStringOf } from './taggedStringOf.ts';
import { tagsOfLayers } from './tagsOfArticle.ts';

/** The parts of the workspace that tagged strings are gathered from. */
export interface TaggedSources {
  readonly host: Host;
  readonly projects: Projects;
  readonly texts: Texts;
  readonly sidecars: Sidecars;
  readonly people: People;
  readonly corpus: Corpus;
}

/** So many articles' files are read ahead. */
const FILES_AHEAD = 8;
/** Background work gives way this often, so that it never shows in the time of a keystroke (ms). */
const SLICE_MS = 2;

/** The tags of one project's articles, as somebody may see them. */
interface Gathered {
  readonly seenBy: string;
  readonly blind: boolean;
  readonly index: TaggedIndex;
}

/**
 * What people have tagged words as over the open corpora, as far as whoever works here may see it: open sidecars first,
 * then the disk. Everything is gathered once in the background; after that, single articles as their sidecars change.
 */
export class TaggedStrings {
  private readonly sources: TaggedSources;
  /** By the project's root. */
  private gathered = new Map<string, Gathered>();
  /** Articles whose sidecars, or which themselves, have changed since they were read. */
  private readonly changed = new Set<string>();
  private everything = true;
  private made = 0;
  private running: Promise<void> | undefined;
  /** What changed is being read again. */
  private settling: Promise<void> | undefined;
  private listener: (() => void) | undefined;

  constructor(sources: TaggedSources) {
    this.sources = sources;
  }

  /** What these words were tagged as, in any spelling that is the same; undefined where they never were. */
  of(text: string, project: LoadedProject): TaggedString | undefined {
    const index = this.indexOf(project);
    const tags = index?.tagsOf(text) ?? [];
    return tags.length === 0 ? undefined : taggedStringOf(tags);
  }

  /** Every string of the project that was tagged. */
  *strings(project: LoadedProject): Iterable<TaggedString> {
    const index = this.indexOf(project);
    for (const text of index?.strings() ?? []) {
      const tags = index?.tagsOf(text) ?? [];
      if (tags.length > 0) yield taggedStringOf(tags);
    }
  }

  /** What the project's tags teach; undefined until they are gathered, and where they may not be seen. */
  indexOf(project: LoadedProject): TaggedIndex | undefined {
    const known = this.gathered.get(project.root);
    return known && known.blind === this.sources.people.isBlind(project) ? known.index : undefined;
  }

  /** Says whom to tell when other words are known than before. */
  whenChanged(listener: () => void): void {
    this.listener = listener;
  }

  /** A file appeared, changed or went: an article, or a sidecar of one. */
  fileChanged(uri: string): void {
    this.changed.add(uri);
  }

  /**
   * Folders, projects or who works here changed: everything is gathered anew. Until then what was known counts, but for
   * what somebody who annotates blind was shown: it may be another one now.
   */
  forget(): void {
    this.everything = true;
    for (const [root, { blind }] of this.gathered) if (blind) this.gathered.delete(root);
  }

  /**
   * Gathers what is new, and returns once that is known: all articles the first time, then what changed. Throws
   * {@link Cancelled}; the next call then begins anew.
   */
  async gather(cancel: Cancellation, progress?: (done: number, all: number) => void): Promise<void> {
    for (let other = this.underWay(); other; other = this.underWay()) await other.catch(() => undefined);
    if (!this.everything && this.changed.size === 0 && !(await this.isOutOfSight())) return;
    const before = this.state();
    this.running = this.pass(cancel, progress).finally(() => {
      this.running = undefined;
    });
    await this.running;
    if (this.state() !== before) this.listener?.();
  }

  /** Reads again the articles that have changed since they were gathered; nothing where that has not been done yet. */
  async settle(): Promise<void> {
    if (!this.everything && (await this.isOutOfSight())) this.forget();
    // A pass that is under way may have read an article before it changed: it is read again afterwards.
    if (this.everything || this.running) return;
    if (this.changed.size > 0) {
      this.settling ??= this.readAllChanged().finally(() => {
        this.settling = undefined;
      });
    }
    await this.settling;
  }

  private underWay(): Promise<void> | undefined {
    return this.running ?? this.settling;
  }

  /** One after the other, or what was read first could be put in place last. */
  private async readAllChanged(): Promise<void> {
    const before = this.state();
    while (this.changed.size > 0) await this.readChanged();
    if (this.state() !== before) this.listener?.();
  }

  private state(): string {
    return [...this.gathered]
      .map(([root, { seenBy, index }]) => `${root} ${seenBy} ${index.version}`)
      .join('\n');
  }

  private async pass(
    cancel: Cancellation,
    progress: ((done: number, all: number) => void) | undefined,
  ): Promise<void> {
    if (!this.everything && !(await this.isOutOfSight())) return this.readChanged();
    this.everything = false;
    this.changed.clear();
    try {
      await this.readEverything(cancel, progress);
    } catch (error) {
      this.everything = true;
      throw error;
    }
  }

  /** True where somebody else works here than when the tags were gathered, or may see more or less. */
  private async isOutOfSight(): Promise<boolean> {
    for (const [root, { seenBy }] of this.gathered) {
      const project = await this.sources.projects.of(joined(root, PROJECT_FILE));
      if (seenBy !== (await this.sightOf(project))) return true;
    }
    return false;
  }

  private async sightOf(project: LoadedProject): Promise<string> {
    const { people } = this.sources;
    return people.isBlind(project) ? `only ${(await whoAmI({ people }, project)) ?? ''}` : 'all';
  }

  private async readEverything(
    cancel: Cancellation,
    progress: ((done: number, all: number) => void) | undefined,
  ): Promise<void> {
    const { corpus, host, people, projects } = this.sources;
    const annotated = (await corpus.articles()).filter((article) => article.annotated);
    const all = new Map((await projects.all()).map((project) => [project.root, project]));
    const gathered = new Map<string, Gathered>();
    for (const project of all.values()) {
      const seenBy = await this.sightOf(project);
      gathered.set(project.root, {
        seenBy,
        blind: people.isBlind(project),
        index: new TaggedIndex(++this.made),
      });
    }
    let done = 0;
    let sliceEnd = host.now() + SLICE_MS;
    const step = async () => {
      progress?.(++done, 2 * annotated.length);
      if (host.now() < sliceEnd) return;
      await host.pause();
      if (cancel.isCancellationRequested) throw new Cancelled();
      sliceEnd = host.now() + SLICE_MS;
    };
    const read = inOrder(annotated, FILES_AHEAD, async ({ uri, project: root }) => {
      const project = all.get(root);
      return { uri, project, layers: project ? await this.sources.sidecars.visibleLayers(uri, project) : [] };
    });
    for await (const { uri, project, layers } of read) {
      if (project) {
        const { tags, done: isDone } = tagsOfLayers(layers, project);
        gathered.get(project.root)?.index.put(uri, tags, isDone);
      }
      await step();
    }
    const texts = inOrder(annotated, FILES_AHEAD, async ({ uri, project }) => {
      return { uri, project, text: await this.textOf(uri) };
    });
    for await (const { uri, project, text } of texts) {
      if (text !== undefined)
        gathered.get(project)?.index.count(uri, text, languageOf(all.get(project), uri));
      await step();
    }
    this.gathered = gathered;
  }

  private async readChanged(): Promise<void> {
    const changed = [...this.changed];
    this.changed.clear();
    const articles = new Set<string>();
    for (const uri of changed) {
      const project = await this.sources.projects.of(uri);
      articles.add(articleOfSidecar(uri, namesOf(project.project.people))?.article ?? uri);
    }
    for (const uri of articles) {
      const project = await this.sources.projects.of(uri);
      const index = this.gathered.get(project.root)?.index;
      if (!index) continue;
      const layers = await this.sources.sidecars.visibleLayers(uri, project);
      const { tags, done } = tagsOfLayers(layers, project);
      index.put(uri, tags, done);
      const text = tags.length > 0 ? await this.textOf(uri) : undefined;
      if (text !== undefined) index.count(uri, text, languageOf(project, uri));
    }
  }

  private async textOf(uri: string): Promise<string | undefined> {
    const file = await this.sources.texts.read(uri);
    return file && 'document' in file ? file.document.getText() : undefined;
  }
}

function languageOf(project: LoadedProject | undefined, uri: string): string {
  return project?.languageOf(uri)?.split('-')[0] ?? 'und';
}
