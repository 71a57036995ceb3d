import { NegativeDraw } from '../../core/datasets/negatives.ts';
import { type ArticleProfile, ProfileRoom, profileOf } from '../../core/datasets/profile.ts';
import { type SentenceFormat, sentenceWriter } from '../../core/datasets/sentenceRows.ts';
import type { SentenceRecord } from '../../core/datasets/sentences.ts';
import { type Split, splitArticles } from '../../core/datasets/split.ts';
import type { Piece } from '../../core/formats/format.ts';
import { type Cancellation, Cancelled } from '../ports.ts';
import { runSteps } from '../stepping.ts';
import type { Workspace } from '../workspace.ts';
import type { ExportObstacle } from './exportArticles.ts';
import type { ExportChoice } from './exportChoice.ts';
import type { ExportProgress } from './exporting.ts';
import { ExportRefused } from './exportRefused.ts';
import { type RequestedArticle, type RequestedSplit, WHOLE } from './exportRequest.ts';
import { SentenceCounts } from './sentenceCounts.ts';
import { sentencesOf } from './sentenceExamples.ts';

/** Sentences as somebody asks for them. The same request on the same corpus gives the same bytes. */
export interface SentenceRequest {
  readonly name: string;
  readonly articles: readonly RequestedArticle[];
  readonly choice: ExportChoice;
  readonly format: SentenceFormat;
  readonly split?: RequestedSplit;
  /** Clean sentences for each bad one; absent: all of them. */
  readonly negatives?: number;
  readonly seed: string;
  /** Leave out articles that cannot be read. */
  readonly keepGoing: boolean;
}

/** What an export of sentences gave. */
export interface ExportedSentences {
  readonly counts: SentenceCounts;
  readonly split?: Split;
  /** Files that cannot be read; where there are some and the request does not say to go on, nothing was written. */
  readonly obstacles: readonly ExportObstacle[];
}

export interface SentenceRun {
  readonly cancel: Cancellation;
  readonly progress: ExportProgress;
  /** Takes in what is to be written. */
  write(pieces: readonly Piece[], split: string): Promise<void>;
}

/** Between two pauses. */
const SLICE_MS = 10;

/**
 * Writes the sentences of articles, one article after the other. Where they are shared out, or clean ones are drawn, all
 * articles are looked at first. Throws `Cancelled` where it is stopped, `ExportRefused` where it cannot be as asked.
 */
export async function exportSentences(
  workspace: Workspace,
  request: SentenceRequest,
  run: SentenceRun,
): Promise<ExportedSentences> {
  const walk = new Walk(workspace, request, run);
  const split = request.split && (await walk.split(request.split));
  const parts = split ? split.parts.map((p) => p.name) : [WHOLE];
  const partOf = (path: string) => split?.partOf.get(path) ?? 0;
  const draw =
    request.negatives === undefined ? undefined : new NegativeDraw(request.negatives, request.seed);
  if (draw) await walk.each('looking', async (path, records) => draw.show(partOf(path), records));
  const counts = new SentenceCounts(parts.length, draw?.settle());
  const writers = parts.map((name) => sentenceWriter(request.format, name));
  await walk.each('writing', async (path, records) => {
    const part = partOf(path);
    const taken = (draw ? draw.drawn(part, records) : records).filter((r) => r.class !== 'unjudged');
    counts.add(part, records, taken);
    if (walk.isStopped) return;
    await run.write(writers[part]?.add(taken) ?? [], parts[part] ?? WHOLE);
  });
  if (!walk.isStopped)
    for (const [part, writer] of writers.entries()) await run.write(writer.end(), parts[part] ?? WHOLE);
  return { counts, obstacles: walk.obstacles, ...(split ? { split } : {}) };
}

/** Walks over the articles of a request, several times perhaps: what is held does not grow with them. */
class Walk {
  readonly obstacles: ExportObstacle[] = [];
  private readonly named = new Set<string>();
  private readonly workspace: Workspace;
  private readonly request: SentenceRequest;
  private readonly run: SentenceRun;

  constructor(workspace: Workspace, request: SentenceRequest, run: SentenceRun) {
    this.workspace = workspace;
    this.request = request;
    this.run = run;
  }

  /** True where nothing more is to be written. */
  get isStopped(): boolean {
    return this.obstacles.length > 0 && !this.request.keepGoing;
  }

  async each(
    phase: 'looking' | 'writing',
    look: (
      path: string,
      records: readonly SentenceRecord[],
      profile: () => ArticleProfile[],
    ) => Promise<void>,
    room = new ProfileRoom(),
  ): Promise<void> {
    const { workspace, request, run } = this;
    const { host } = workspace;
    let sliceEnd = host.now() + SLICE_MS;
    for (const [i, { uri, path }] of request.articles.entries()) {
      const found = await sentencesOf(workspace, uri, path, request.choice, run.cancel);
      if ('obstacles' in found) this.note(found.obstacles);
      else {
        const { article, records } = found;
        await look(path, records, () => (article ? [classProfile(profileOf(article, room), records)] : []));
      }
      workspace.sidecars.forget(uri);
      run.progress(phase, i + 1, request.articles.length);
      if (host.now() < sliceEnd) continue;
      await host.pause();
      if (run.cancel.isCancellationRequested) throw new Cancelled();
      sliceEnd = host.now() + SLICE_MS;
    }
  }

  /** Shares articles out so that every part gets its share of each class. */
  async split({ parts, seed, ...options }: RequestedSplit): Promise<Split> {
    const profiles: ArticleProfile[] = [];
    await this.each('looking', async (_path, _records, profile) => {
      profiles.push(...profile());
    });
    const { host } = this.workspace;
    const split = await runSteps(splitArticles(profiles, parts, seed, options), host, this.run.cancel);
    if ('refused' in split) throw new ExportRefused(split.refused);
    return split;
  }

  private note(obstacles: readonly ExportObstacle[]): void {
    for (const obstacle of obstacles) {
      if (this.named.has(obstacle.uri)) continue;
      this.named.add(obstacle.uri);
      this.obstacles.push(obstacle);
    }
  }
}

/** The profile of an article whose labels are the classes of its sentences. */
function classProfile(profile: ArticleProfile, records: readonly SentenceRecord[]): ArticleProfile {
  const counts = new Map<string, number>();
  for (const { class: name } of records)
    if (name !== 'unjudged') counts.set(name, (counts.get(name) ?? 0) + 1);
  const labels = [...counts.keys()].sort();
  return { ...profile, labels, counts: labels.map((label) => counts.get(label) ?? 0) };
}
