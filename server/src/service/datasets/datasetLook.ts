import type { Annotation, Decision } from '../../core/annotations/model.ts';
import { GOLD } from '../../core/annotations/sidecarNames.ts';
import type { CardAdjudication } from '../../core/datasets/card/facts.ts';
import { LeakCheck, type LeakReport } from '../../core/datasets/leaks.ts';
import { type ArticleProfile, ProfileRoom, profileOf } from '../../core/datasets/profile.ts';
import type { Split } from '../../core/datasets/split.ts';
import type { Cancellation } from '../ports.ts';
import type { Layer } from '../sidecars.ts';
import { runSteps } from '../stepping.ts';
import type { Workspace } from '../workspace.ts';
import type { ExportedArticle } from './exportArticles.ts';
import type { ExportRequest, RequestedArticle } from './exportRequest.ts';
import { chosenLayers, isUndone } from './undone.ts';

/** What of a request matters to a card. */
export type DescribedRequest = Pick<ExportRequest, 'articles' | 'choice' | 'split'>;

const JUDGED: ReadonlySet<Annotation['kind']> = new Set(['span', 'relation', 'documentLabel']);

function decisionOf(annotation: Annotation): Decision | undefined {
  return 'decision' in annotation ? annotation.decision : undefined;
}

/** What a dataset card tells of the articles of a dataset, gathered while these pass. Holds no article. */
export class DatasetLook {
  /** URIs of the articles that are in the dataset. */
  readonly uris: string[] = [];
  undone = 0;
  readonly adjudication: { -readonly [K in keyof CardAdjudication]: number } = {
    unanimous: 0,
    majority: 0,
    decided: 0,
    unsaid: 0,
  };
  private readonly workspace: Workspace;
  private readonly request: DescribedRequest;
  private readonly split: Split | undefined;
  private readonly check = new LeakCheck();
  private readonly room = new ProfileRoom();
  private readonly own: ArticleProfile[] = [];
  private readonly profiles: readonly ArticleProfile[] | undefined;

  /** `profiles`: those that the split was made from; absent: they are made again. */
  constructor(
    workspace: Workspace,
    request: DescribedRequest,
    split?: Split,
    profiles?: readonly ArticleProfile[],
  ) {
    this.workspace = workspace;
    this.request = request;
    this.split = split;
    this.profiles = profiles;
  }

  /** Takes in an article, which is in the dataset where it has layers; one after the other, in the dataset's order. */
  async add({ uri, path }: RequestedArticle, { layers, sidecars }: ExportedArticle): Promise<void> {
    if (layers.length === 0) return;
    this.uris.push(uri);
    const { split } = this;
    if (split) {
      const { project } = await this.workspace.projects.of(uri);
      const sentenceLabels = new Set(project.labels.filter((l) => l.sentence).map((l) => l.name));
      for (const { article } of layers) {
        if (!this.profiles) this.own.push(profileOf(article, this.room));
        this.check.add(article, split.partOf.get(path) ?? 0, sentenceLabels);
      }
    }
    this.decisions(sidecars);
  }

  /** What the parts have in common; undefined where there is one. Nothing may be added after it. */
  async leaks(cancel: Cancellation): Promise<LeakReport | undefined> {
    const { split } = this;
    if (!split) return undefined;
    const threshold = this.request.split?.threshold;
    const options = threshold === undefined ? {} : { threshold };
    const steps = this.check.result(this.profiles ?? this.own, split.partOf, options);
    return runSteps(steps, this.workspace.host, cancel);
  }

  private decisions(sidecars: readonly Layer[]): void {
    const { layer } = this.request.choice;
    if (isUndone(sidecars, layer)) this.undone++;
    if (layer !== GOLD) return;
    for (const { sidecar } of chosenLayers(sidecars, layer))
      for (const { annotation } of sidecar?.annotations ?? [])
        if (JUDGED.has(annotation.kind)) this.adjudication[decisionOf(annotation) ?? 'unsaid']++;
  }
}
