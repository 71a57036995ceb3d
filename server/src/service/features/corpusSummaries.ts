import { statusOf } from '../../core/annotations/articleStatus.ts';
import type { ArticleState } from '../../core/annotations/model.ts';
import { GOLD } from '../../core/annotations/sidecarNames.ts';
import { revisionOf } from '../../core/text/revision.ts';
import type { LoadedAssignments } from '../assignments.ts';
import type { CorpusArticle, SidecarRecord } from '../corpus.ts';
import { whoAmI } from '../people.ts';
import type { LoadedProject } from '../projects.ts';
import { relativePath } from '../uris.ts';
import type { Workspace } from '../workspace.ts';

/** So many sidecars are read at a time. */
const AT_A_TIME = 200;

/** What is known of an article, for a list of all of them. */
export interface CorpusSummary {
  readonly uri: string;
  readonly path: string;
  readonly annotations: number;
  readonly status: ArticleState;
  readonly changed?: true;
  readonly progress: readonly { annotator?: string; state: ArticleState; changed: boolean }[];
  readonly assigned?: readonly string[];
  readonly mine?: boolean;
  readonly errors?: number;
  readonly warnings?: number;
  readonly mentions?: number;
  readonly language?: string;
}

/** What is the same for all articles of a project. */
interface ProjectScene {
  readonly project: LoadedProject;
  /** Whoever works here, if that is one of the project's people. */
  readonly me: string | undefined;
  readonly assignments: LoadedAssignments;
}

/** The articles of the corpus with what is known of each so far, in the order of their paths. */
export async function corpusSummaries(workspace: Workspace): Promise<CorpusSummary[]> {
  const articles = await workspace.corpus.articles();
  const scenes = new Map<string, ProjectScene>();
  for (const project of await workspace.projects.all()) {
    const [me, assignments] = await Promise.all([
      whoAmI(workspace, project),
      workspace.assignments.of(project),
    ]);
    scenes.set(project.root, { project, me, assignments });
  }
  const summaries: CorpusSummary[] = [];
  for (let i = 0; i < articles.length; i += AT_A_TIME) {
    const some = articles.slice(i, i + AT_A_TIME).flatMap((article) => {
      const scene = scenes.get(article.project);
      return scene ? [summaryOf(workspace, article, scene)] : [];
    });
    summaries.push(...(await Promise.all(some)));
    await workspace.host.pause();
  }
  return summaries;
}

async function summaryOf(
  workspace: Workspace,
  article: CorpusArticle,
  { project, me, assignments }: ProjectScene,
): Promise<CorpusSummary> {
  const { uri, path } = article;
  const check = workspace.corpus.check(uri);
  const known = workspace.corpus.mentionsIn(uri);
  const mentions = known && [...known.mentions.values()].reduce((a, b) => a + b, 0);
  const said = article.annotated ? await sidecarRecord(workspace, uri, project, me) : undefined;
  const progress = said?.progress ?? [];
  const isKnown = me !== undefined || project.project.people.length === 0;
  const own = isKnown ? progress.find(({ annotator }) => annotator === me) : undefined;
  const assigned = assignments.annotatorsOf.get(relativePath(project.root, uri) ?? '');
  return {
    uri,
    path,
    annotations: check?.annotations ?? said?.spans ?? 0,
    status: own?.state ?? 'open',
    ...(own?.changed ? { changed: true } : {}),
    progress: progress.map(({ annotator, state, changed }) => ({
      ...(annotator === undefined ? {} : { annotator }),
      state,
      changed,
    })),
    ...(assigned ? { assigned } : {}),
    ...(assignments.annotatorsOf.size > 0 ? { mine: me !== undefined && (assigned ?? []).includes(me) } : {}),
    ...(check ? { errors: check.errors, warnings: check.warnings } : {}),
    ...(known && mentions !== undefined ? { mentions, language: known.language } : {}),
  };
}

/** Taken from the sidecars; the article is read only where somebody calls it done. */
async function sidecarRecord(
  workspace: Workspace,
  uri: string,
  project: LoadedProject,
  me: string | undefined,
): Promise<SidecarRecord> {
  const { corpus, people, sidecars } = workspace;
  const seenBy = people.isBlind(project) ? `only ${me}` : 'all';
  const known = corpus.saidOf(uri);
  if (known?.seenBy === seenBy) return known;
  const layers = await sidecars.visibleLayers(uri, project);
  const annotations = layers.flatMap((l) => (l.sidecar?.annotations ?? []).map((e) => e.annotation));
  const statuses = layers.flatMap(({ annotator, sidecar }) => {
    const status = statusOf((sidecar?.annotations ?? []).map((e) => e.annotation));
    return !status || status.status === 'open' || annotator === GOLD ? [] : [{ annotator, status }];
  });
  const revision = statuses.length > 0 ? await revisionAt(workspace, uri) : undefined;
  const record: SidecarRecord = {
    seenBy,
    spans: annotations.filter((a) => a.kind === 'span').length,
    progress: statuses.map(({ annotator, status }) => ({
      annotator,
      state: status.status,
      changed: revision !== undefined && status.rev !== revision,
    })),
  };
  corpus.noteSaid(uri, record);
  return record;
}

async function revisionAt({ texts }: Workspace, uri: string): Promise<string | undefined> {
  const file = await texts.read(uri);
  return file && 'document' in file ? revisionOf(file.document.getText()) : undefined;
}
