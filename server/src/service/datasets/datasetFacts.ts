import type { Annotation, Decision } from '../../core/annotations/model.ts';
import { GOLD } from '../../core/annotations/sidecarNames.ts';
import type { CardAdjudication, CardFacts, CardProvenance } from '../../core/datasets/card/facts.ts';
import { LeakCheck, type LeakReport } from '../../core/datasets/leaks.ts';
import { type ArticleProfile, ProfileRoom, profileOf } from '../../core/datasets/profile.ts';
import type { ExportSummary } from '../../core/formats/report.ts';
import { Article } from '../articles.ts';
import type { PassProgress } from '../corpus.ts';
import { type Cancellation, Cancelled } from '../ports.ts';
import type { LoadedProject } from '../projects.ts';
import type { Layer } from '../sidecars.ts';
import { runSteps } from '../stepping.ts';
import type { Workspace } from '../workspace.ts';
import { cardAgreement } from './cardAgreement.ts';
import { exportedArticle } from './exportArticles.ts';
import type { Exported } from './exporting.ts';
import type { ExportRequest } from './exportRequest.ts';
import { chosenLayers, isUndone } from './undone.ts';

/** What of a request matters to a card. */
export type DescribedRequest = Pick<ExportRequest, 'articles' | 'choice' | 'split'>;

export interface FactsRun {
  readonly cancel: Cancellation;
  readonly progress: PassProgress;
  /** Also count the findings that nobody has judged, which takes as long as checking all articles. */
  readonly check: boolean;
}

/** Between two pauses. */
const SLICE_MS = 10;

/**
 * All that a dataset card tells of an export that was made: looks at the articles of the dataset once more, for leaks
 * between its parts, for how gold came to be, and for what is not done. Throws `Cancelled` where it is stopped.
 */
export async function datasetFacts(
  workspace: Workspace,
  request: DescribedRequest,
  summary: ExportSummary,
  { split }: Pick<Exported, 'split'>,
  run: FactsRun,
): Promise<CardFacts> {
  const projects = new Set<LoadedProject>();
  for (const { uri } of request.articles) projects.add(await workspace.projects.of(uri));
  const [first] = projects.size > 0 ? projects : await workspace.projects.all();
  const look = new Look(workspace, request, split, run);
  await look.all();
  const agreement = await cardAgreement(workspace, [...projects], look.uris, run.cancel, run.progress);
  const leaks = await look.leaks();
  return {
    summary,
    project: {
      labels: [...projects].flatMap(({ project }) => project.labels),
      relations: [...projects].flatMap(({ project }) => project.relations),
      documentLabels: [...projects].flatMap(({ project }) => project.documentLabels),
      dataset: first?.project.dataset ?? { creators: [] },
    },
    provenance: first ? await provenanceOf(workspace, first, look.uris) : {},
    ...(split && request.split
      ? {
          split: {
            ...split,
            seed: request.split.seed,
            method: request.split.method ?? 'stratified',
          },
        }
      : {}),
    ...(leaks ? { leaks } : {}),
    ...(agreement ? { agreement } : {}),
    ...(request.choice.layer === GOLD ? { adjudication: look.adjudication } : {}),
    corpus: { undone: look.undone, ...(run.check ? { open: look.open } : {}) },
  };
}

/** The commit that the corpus is at, and whether what the dataset was made of differs from it. */
async function provenanceOf(
  { host }: Workspace,
  { root }: LoadedProject,
  uris: readonly string[],
): Promise<CardProvenance> {
  const commit = await host.history?.committed?.(root, 'HEAD');
  if (!commit) return {};
  const articles = new Set(uris);
  const isOfDataset = (uri: string | undefined) =>
    uri !== undefined && (articles.has(uri) || articles.has(uri.replace(/(?:\.[^./]+)?\.ann\.json$/, '')));
  const changed = await host.history?.changed(root, commit.id);
  return {
    commit: commit.id,
    committed: commit.time,
    changed: (changed ?? []).some(({ was, is }) => isOfDataset(was) || isOfDataset(is)),
  };
}

const JUDGED: ReadonlySet<Annotation['kind']> = new Set(['span', 'relation', 'documentLabel']);

function decisionOf(annotation: Annotation): Decision | undefined {
  return 'decision' in annotation ? annotation.decision : undefined;
}

/** One look at all articles of a dataset. */
class Look {
  /** The articles that are in the dataset. */
  readonly uris: string[] = [];
  undone = 0;
  readonly adjudication: { -readonly [K in keyof CardAdjudication]: number } = {
    unanimous: 0,
    majority: 0,
    decided: 0,
    unsaid: 0,
  };
  readonly open = { findings: 0, articles: 0 };
  private readonly profiles: ArticleProfile[] = [];
  private readonly room = new ProfileRoom();
  private readonly check: LeakCheck;
  private readonly workspace: Workspace;
  private readonly request: DescribedRequest;
  private readonly split: Exported['split'];
  private readonly run: FactsRun;

  constructor(workspace: Workspace, request: DescribedRequest, split: Exported['split'], run: FactsRun) {
    this.workspace = workspace;
    this.request = request;
    this.split = split;
    this.run = run;
    this.check = new LeakCheck();
  }

  async all(): Promise<void> {
    const { workspace, request, run } = this;
    const { host } = workspace;
    let sliceEnd = host.now() + SLICE_MS;
    for (const [i, { uri, path }] of request.articles.entries()) {
      await this.one(uri, path);
      workspace.sidecars.forget(uri);
      run.progress(i + 1, request.articles.length);
      if (host.now() < sliceEnd) continue;
      await host.pause();
      if (run.cancel.isCancellationRequested) throw new Cancelled();
      sliceEnd = host.now() + SLICE_MS;
    }
  }

  /** What the parts have in common; undefined where there is one. */
  async leaks(): Promise<LeakReport | undefined> {
    const { split } = this;
    if (!split) return undefined;
    const threshold = this.request.split?.threshold;
    return runSteps(
      this.check.result(this.profiles, split.partOf, threshold === undefined ? {} : { threshold }),
      this.workspace.host,
      this.run.cancel,
    );
  }

  private async one(uri: string, path: string): Promise<void> {
    const { workspace, request, split } = this;
    const exported = await exportedArticle(workspace, uri, path, request.choice);
    if ('obstacles' in exported || exported.layers.length === 0) return;
    this.uris.push(uri);
    const project = await workspace.projects.of(uri);
    const sentenceLabels = new Set(project.project.labels.filter((l) => l.sentence).map((l) => l.name));
    if (split) {
      for (const { article } of exported.layers) {
        this.profiles.push(profileOf(article, this.room));
        this.check.add(article, split.partOf.get(path) ?? 0, sentenceLabels);
      }
    }
    this.layers(await workspace.sidecars.layers(uri, project));
    if (this.run.check) await this.findings(uri);
  }

  private layers(layers: readonly Layer[]): void {
    const { layer } = this.request.choice;
    if (isUndone(layers, layer)) this.undone++;
    if (layer !== GOLD) return;
    for (const { sidecar } of chosenLayers(layers, layer))
      for (const { annotation } of sidecar?.annotations ?? [])
        if (JUDGED.has(annotation.kind)) this.adjudication[decisionOf(annotation) ?? 'unsaid']++;
  }

  private async findings(uri: string): Promise<void> {
    const { workspace } = this;
    const article = await workspace.articles.get(uri);
    if (!(article instanceof Article)) return;
    const findings = await article.findings(this.run.cancel);
    if (findings.length === 0) return;
    const { verdicts } = await workspace.annotations(article, 'quick');
    const open = findings.filter((finding) => verdicts.on(finding).standing === 'open').length;
    this.open.findings += open;
    if (open > 0) this.open.articles++;
  }
}
