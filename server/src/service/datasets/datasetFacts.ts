import { GOLD } from '../../core/annotations/sidecarNames.ts';
import type { CardFacts, CardProvenance } from '../../core/datasets/card/facts.ts';
import type { ExportSummary } from '../../core/formats/report.ts';
import { Article } from '../articles.ts';
import type { PassProgress } from '../corpus.ts';
import { type Cancellation, Cancelled } from '../ports.ts';
import type { LoadedProject } from '../projects.ts';
import type { Workspace } from '../workspace.ts';
import { cardAgreement } from './cardAgreement.ts';
import { DatasetLook, type DescribedRequest } from './datasetLook.ts';
import { exportedArticle } from './exportArticles.ts';
import type { Exported } from './exporting.ts';

export interface FactsRun {
  readonly cancel: Cancellation;
  readonly progress: PassProgress;
  /** Also count the findings that nobody has judged, which takes as long as checking all articles. */
  readonly check: boolean;
}

/** Between two pauses. */
const SLICE_MS = 10;

/**
 * All that a dataset card tells of an export that was made: of what was gathered while its articles passed, or, where
 * nothing was, of one more look at them. Where several people annotate, their agreement is computed, which reads all
 * articles and sidecars once more. Throws `Cancelled` where it is stopped.
 */
export async function datasetFacts(
  workspace: Workspace,
  request: DescribedRequest,
  summary: ExportSummary,
  { split, look }: Pick<Exported, 'split' | 'look'>,
  run: FactsRun,
): Promise<CardFacts> {
  const projects = new Set<LoadedProject>();
  for (const { uri } of request.articles) projects.add(await workspace.projects.of(uri));
  const [first] = projects.size > 0 ? projects : await workspace.projects.all();
  const seen = look ?? (await lookAgain(workspace, request, split, run));
  const open = run.check ? await openFindings(workspace, seen.uris, run) : undefined;
  const agreement = await cardAgreement(workspace, [...projects], seen.uris, run.cancel, run.progress);
  const leaks = await seen.leaks(run.cancel);
  return {
    summary,
    project: {
      labels: [...projects].flatMap(({ project }) => project.labels),
      relations: [...projects].flatMap(({ project }) => project.relations),
      documentLabels: [...projects].flatMap(({ project }) => project.documentLabels),
      dataset: first?.project.dataset ?? { creators: [] },
    },
    provenance: first ? await provenanceOf(workspace, first, seen.uris) : {},
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
    ...(request.choice.layer === GOLD ? { adjudication: seen.adjudication } : {}),
    corpus: { undone: seen.undone, ...(open ? { open } : {}) },
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
  const changed = (await host.history?.changed(root, commit.id)) ?? [];
  const articles = new Set(changed.length > 0 ? uris : []);
  const isOfDataset = (uri: string | undefined) =>
    uri !== undefined && (articles.has(uri) || articles.has(uri.replace(/(?:\.[^./]+)?\.ann\.json$/, '')));
  return {
    commit: commit.id,
    committed: commit.time,
    changed: changed.some(({ was, is }) => isOfDataset(was) || isOfDataset(is)),
  };
}

async function lookAgain(
  workspace: Workspace,
  request: DescribedRequest,
  split: Exported['split'],
  run: FactsRun,
): Promise<DatasetLook> {
  const look = new DatasetLook(workspace, request, split);
  await each(workspace, request.articles, run, async (article) => {
    const exported = await exportedArticle(workspace, article.uri, article.path, request.choice);
    if (!('obstacles' in exported)) await look.add(article, exported);
  });
  return look;
}

/** How many findings nobody has judged, and in how many articles. */
async function openFindings(workspace: Workspace, uris: readonly string[], run: FactsRun) {
  const open = { findings: 0, articles: 0 };
  await each(workspace, uris, run, async (uri) => {
    const found = await openFindingsOf(workspace, uri, run.cancel);
    workspace.sidecars.forget(uri);
    open.findings += found;
    if (found > 0) open.articles++;
  });
  return open;
}

async function openFindingsOf(workspace: Workspace, uri: string, cancel: Cancellation): Promise<number> {
  const article = await workspace.articles.get(uri);
  if (!(article instanceof Article)) return 0;
  const findings = await article.findings(cancel);
  if (findings.length === 0) return 0;
  const { verdicts } = await workspace.annotations(article, 'quick');
  return findings.filter((finding) => verdicts.on(finding).standing === 'open').length;
}

async function each<T>(
  { host }: Workspace,
  items: readonly T[],
  { cancel, progress }: FactsRun,
  look: (item: T) => Promise<void>,
): Promise<void> {
  let sliceEnd = host.now() + SLICE_MS;
  for (const [i, item] of items.entries()) {
    await look(item);
    progress(i + 1, items.length);
    if (host.now() < sliceEnd) continue;
    await host.pause();
    if (cancel.isCancellationRequested) throw new Cancelled();
    sliceEnd = host.now() + SLICE_MS;
  }
}
