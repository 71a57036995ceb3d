import { type ArticleProfile, ProfileRoom, profileOf } from '../../core/datasets/profile.ts';
import { type Split, splitArticles } from '../../core/datasets/split.ts';
import type { DatasetSchema } from '../../core/formats/format.ts';
import { type Message, msg } from '../../core/message.ts';
import { type Cancellation, Cancelled } from '../ports.ts';
import { runSteps } from '../stepping.ts';
import type { Workspace } from '../workspace.ts';
import { DatasetLook } from './datasetLook.ts';
import { type ExportedLayer, type ExportObstacle, exportedArticle } from './exportArticles.ts';
import { ExportPass, type PassOutput, type PassState } from './exportPass.ts';
import { ExportRefused } from './exportRefused.ts';
import { type ExportRequest, WHOLE } from './exportRequest.ts';

/** Where an export goes: a folder, standard output, or nowhere, where somebody only asks what would be lost. */
export interface ExportSink {
  /** Takes in what an article gave. Rejects where it cannot be written. */
  write(output: PassOutput): Promise<void>;
  /** Told behind each article: the `next`-th of all will be the next one. */
  articleDone?(uri: string, next: number, state: () => PassState): Promise<void>;
}

/** `looking`: the articles are looked at, so that they can be shared out; `writing`: they are written. */
export type ExportPhase = 'looking' | 'writing';
export type ExportProgress = (phase: ExportPhase, done: number, all: number) => void;

/** Files that cannot be read, so many of which are named; the others are only counted. */
const MOST_OBSTACLES = 1000;
/** Between two pauses. */
const SLICE_MS = 10;

/** What a pass over the corpus gave. */
export interface Exported {
  readonly pass: ExportPass;
  readonly obstacles: readonly ExportObstacle[];
  /** How many there are beyond those that are named. */
  readonly moreObstacles: number;
  readonly split?: Split;
  /** What a card tells of the articles, where it was to be gathered. */
  readonly look?: DatasetLook;
}

/**
 * Brings articles out of the corpus into a dataset, one after the other: what is held does not grow with their number,
 * but for some 500 bytes for each where they are shared out. Throws `Cancelled` where it is stopped, `ExportRefused`
 * where it cannot be done as asked, and what the sink throws. Where an article cannot be read, nothing more is written
 * unless the request says to go on; all others like it are still looked for.
 */
export async function exportDataset(
  workspace: Workspace,
  request: ExportRequest,
  sink: ExportSink,
  { cancel, progress, start = { next: 0 }, gather = false }: ExportRun,
): Promise<Exported> {
  const run = new Run(workspace, request, cancel, progress);
  const { split, profiles } = request.split ? await run.split() : NOT_SPLIT;
  const parts = split ? split.parts.map((p) => p.name) : [WHOLE];
  const { format, align, options } = request;
  const schema = format.numbersLabels ? withLabels(request.schema, run.labels) : request.schema;
  const pass = new ExportPass(
    format,
    parts.map((name) => ({ name, options: { name, align, options, schema } })),
    start.state,
  );
  const look = gather ? new DatasetLook(workspace, request, split, profiles) : undefined;
  await run.each('writing', look ? 0 : start.next, async (one, next) => {
    const { uri, path } = one;
    const article = await exportedArticle(workspace, uri, path, request.choice);
    if ('obstacles' in article) {
      run.note(article.obstacles);
      return;
    }
    if (run.isStopped) return;
    await look?.add(one, article);
    // Written before the export was broken off.
    if (next <= start.next) return;
    const part = parts[split?.partOf.get(path) ?? 0] ?? WHOLE;
    await sink.write(pass.add(part, article));
    await sink.articleDone?.(uri, next, () => pass.state);
  });
  if (!run.isStopped) await sink.write(pass.end());
  return {
    pass,
    obstacles: run.obstacles,
    moreObstacles: run.more,
    ...(split ? { split } : {}),
    ...(look ? { look } : {}),
  };
}

export interface ExportRun {
  readonly cancel: Cancellation;
  readonly progress: ExportProgress;
  /** Behind the articles that are done. */
  readonly start?: { readonly next: number; readonly state?: PassState };
  /**
   * Gather what a card tells of the articles while they pass. An export that goes on then reads those again that are
   * done: of them a card tells more than is worth writing down at every checkpoint.
   */
  readonly gather?: boolean;
}

const NOT_SPLIT = { split: undefined, profiles: undefined };

/** One walk over the articles of a request, or two. */
class Run {
  readonly obstacles: ExportObstacle[] = [];
  more = 0;
  /** Labels of spans that `split` has met. */
  readonly labels = new Set<string>();
  private readonly named = new Set<string>();
  private readonly workspace: Workspace;
  private readonly request: ExportRequest;
  private readonly cancel: Cancellation;
  private readonly progress: ExportProgress;

  constructor(workspace: Workspace, request: ExportRequest, cancel: Cancellation, progress: ExportProgress) {
    this.workspace = workspace;
    this.request = request;
    this.cancel = cancel;
    this.progress = progress;
  }

  /** True where there will be no dataset. */
  get isStopped(): boolean {
    return this.obstacles.length > 0 && !this.request.keepGoing;
  }

  note(obstacles: readonly ExportObstacle[]): void {
    for (const obstacle of obstacles) {
      if (this.named.has(obstacle.uri)) continue;
      this.named.add(obstacle.uri);
      if (this.obstacles.length < MOST_OBSTACLES) this.obstacles.push(obstacle);
      else this.more++;
    }
  }

  async each(
    phase: ExportPhase,
    from: number,
    look: (article: ExportRequest['articles'][number], next: number) => Promise<void>,
  ): Promise<void> {
    const { host } = this.workspace;
    const { articles } = this.request;
    let sliceEnd = host.now() + SLICE_MS;
    for (let i = from; i < articles.length; i++) {
      const article = articles[i];
      if (article) await look(article, i + 1);
      this.progress(phase, i + 1, articles.length);
      if (host.now() < sliceEnd) continue;
      await host.pause();
      if (this.cancel.isCancellationRequested) throw new Cancelled();
      sliceEnd = host.now() + SLICE_MS;
    }
  }

  /** Shares the articles out that will be in the dataset. */
  async split(): Promise<{ readonly split: Split; readonly profiles: readonly ArticleProfile[] }> {
    const { request, workspace } = this;
    if (!request.split) throw new Error('nothing to split');
    const { parts, seed, ...options } = request.split;
    const profiles: ArticleProfile[] = [];
    const room = new ProfileRoom();
    await this.each('looking', 0, async ({ uri, path }) => {
      const article = await exportedArticle(workspace, uri, path, request.choice);
      if ('obstacles' in article) this.note(article.obstacles);
      else for (const layer of article.layers) this.profile(layer, profiles, room);
    });
    const steps = splitArticles(profiles, parts, seed, options);
    const split = await runSteps(steps, workspace.host, this.cancel);
    if ('refused' in split) throw new ExportRefused(split.refused satisfies Message);
    return { split, profiles };
  }

  private profile({ article }: ExportedLayer, profiles: ArticleProfile[], room: ProfileRoom): void {
    profiles.push(profileOf(article, room));
    for (const { label } of article.spans) this.labels.add(label);
  }
}

/** The schema with the labels behind it that it lacks, in the order of their names, whichever is met first. */
function withLabels(schema: DatasetSchema, met: ReadonlySet<string>): DatasetSchema {
  const known = new Set(schema.labels);
  const others = [...met].filter((label) => !known.has(label)).sort();
  return others.length === 0 ? schema : { ...schema, labels: [...schema.labels, ...others] };
}

/** Refuses a dataset of nothing. */
export function refuseEmpty({ pass, obstacles }: Exported): void {
  if (pass.counts.layers > 0 || obstacles.length > 0) return;
  const { articles } = pass.leftOut;
  throw new ExportRefused(
    msg(
      'There is nothing to export: {0} articles have no annotations in this layer, {1} are not done, {2} are in other languages. Choose another layer, or other articles.',
      articles.empty,
      articles.notDone,
      articles.language,
    ),
  );
}
