import { pairsOf } from '../../core/agreement/coding/ratings.ts';
import { type JudgedFigure, withIntervals } from '../../core/agreement/corpus/bootstrap.ts';
import type { ComparedArticle } from '../../core/agreement/corpus/comparedArticle.ts';
import { disagreementsIn } from '../../core/agreement/corpus/disagreements.ts';
import { type Feature, Features } from '../../core/agreement/corpus/features.ts';
import { type Figure, figures, labelFigures, labelsIn } from '../../core/agreement/corpus/figures.ts';
import { readSums, type Sums } from '../../core/agreement/corpus/sums.ts';
import { tallyArticle } from '../../core/agreement/corpus/tallyArticle.ts';
import { tallyGamma } from '../../core/agreement/corpus/tallyGamma.ts';
import { progressOf } from '../../core/annotations/articleStatus.ts';
import { GOLD } from '../../core/annotations/sidecarNames.ts';
import type { Steps } from '../../core/steps.ts';
import { Article } from '../articles.ts';
import type { PassProgress } from '../corpus.ts';
import { type Cancellation, Cancelled } from '../ports.ts';
import { runSteps } from '../stepping.ts';
import type { Workspace } from '../workspace.ts';
import { codedArticle } from './codedArticle.ts';
import { Counts } from './counts.ts';
import { personLayers } from './layersOfArticle.ts';
import { placeDisagreement } from './placeDisagreement.ts';
import type {
  AgreementQuestion,
  AgreementReport,
  ArticleFigures,
  PairFigures,
  PlacedDisagreement,
  SkippedArticle,
} from './report.ts';

/** Two people and the numbers of the articles that both have done. */
interface Pair {
  readonly a: string;
  readonly b: string;
  readonly features: Features;
}

/**
 * Measures how well people agree: article after article, of which nothing is kept but numbers and the disagreements
 * that are listed. `annotators`: whom to compare, at least two.
 */
export class AgreementPass {
  private readonly workspace: Workspace;
  private readonly annotators: readonly string[];
  private readonly question: AgreementQuestion;
  private readonly all = new Features();
  private readonly pairs: readonly Pair[];
  private readonly counts: Counts;
  private readonly byArticle: ArticleFigures[] = [];
  private readonly listed: PlacedDisagreement[] = [];
  private readonly skipped: SkippedArticle[] = [];
  private disagreementCount = 0;

  constructor(workspace: Workspace, annotators: readonly string[], question: AgreementQuestion) {
    this.workspace = workspace;
    this.annotators = annotators;
    this.question = question;
    this.counts = new Counts(annotators);
    this.pairs = pairsOf(annotators.length).map(([first, second]) => ({
      a: annotators[first] ?? '',
      b: annotators[second] ?? '',
      // Of two people, all is what they say.
      features: annotators.length === 2 ? this.all : new Features(),
    }));
  }

  /** Throws `Cancelled` where it is stopped. */
  async run(cancel: Cancellation, progress: PassProgress): Promise<AgreementReport> {
    const { articles } = this.question;
    for (const [i, uri] of articles.entries()) {
      if (cancel.isCancellationRequested) throw new Cancelled();
      await this.look(uri, cancel);
      progress(i + 1, articles.length);
    }
    return this.report(cancel);
  }

  private async look(uri: string, cancel: Cancellation): Promise<void> {
    const { workspace, annotators, question, counts } = this;
    const project = await workspace.projects.of(uri);
    const known = new Set([...project.project.annotators, GOLD]);
    // In a folder with several projects, articles of those in which fewer than two of these people work are no matter.
    if (annotators.filter((annotator) => known.has(annotator)).length < 2) return;
    counts.all++;
    const layers = await workspace.sidecars.layers(uri, project);
    const people = personLayers(layers, annotators);
    for (const person of people) counts.seen(person);
    const lost = people.find(({ loss }) => loss !== undefined);
    const finished = people.filter(({ done }) => question.unfinished || done);
    if (lost?.loss) {
      this.skipped.push({ uri, message: lost.loss });
      return;
    }
    if (finished.length < 2) {
      counts.notDone++;
      return;
    }
    const article = await workspace.articles.get(uri);
    if (!(article instanceof Article)) {
      if (article) this.skipped.push({ uri, message: article.unreadable });
      return;
    }
    const labels = question.labels && new Set(question.labels);
    const { compared, leftOut } = await codedArticle(workspace, article, finished, labels);
    for (const left of leftOut) counts.compared(left);
    for (const { annotator, annotations } of finished)
      if (progressOf(annotations, article.revision).changed) counts.changedSince(annotator);
    counts.both++;
    await runSteps(this.add(uri, compared), workspace.host, cancel);
    this.list(article, compared);
  }

  private *add(uri: string, article: ComparedArticle): Steps<void> {
    const present = article.layers.map(({ annotator }) => annotator);
    const own: Feature[] = [];
    yield* this.tally(article, this.annotators, (features) => own.push(...features));
    this.all.add(own);
    for (const { a, b, features } of this.pairs) {
      if (features === this.all || !present.includes(a) || !present.includes(b)) continue;
      yield* this.tally(article, [a, b], (made) => features.add(made));
    }
    if (this.question.byArticle) {
      const alone = new Features();
      alone.add(own);
      const sums = readSums(alone.keys, alone.sums(), this.annotators.length);
      this.byArticle.push({ uri, annotators: present, figures: this.compute(sums) });
    }
  }

  private *tally(
    article: ComparedArticle,
    coders: readonly string[],
    add: (features: readonly Feature[]) => void,
  ): Steps<void> {
    const features = [...tallyArticle(article, coders)];
    yield;
    if (this.question.measures.has('gamma')) features.push(...(yield* tallyGamma(article, coders)));
    add(features);
  }

  private list(article: Article, compared: ComparedArticle): void {
    for (const disagreement of disagreementsIn(compared)) {
      this.disagreementCount++;
      if (this.listed.length < this.question.disagreements)
        this.listed.push(placeDisagreement(article, disagreement));
    }
  }

  private compute(sums: Sums): Figure[] {
    const { measures } = this.question;
    return [
      ...figures(sums, measures),
      ...labelsIn(sums).flatMap((label) => labelFigures(sums, label, measures)),
    ];
  }

  private async report(cancel: Cancellation): Promise<AgreementReport> {
    const { all, annotators } = this;
    const together = await this.judge(all, annotators.length, cancel);
    const pairs: PairFigures[] = [];
    for (const { a, b, features } of this.pairs)
      pairs.push({
        a,
        b,
        articles: features.articles,
        figures: features === all ? together : await this.judge(features, 2, cancel),
      });
    return {
      annotators: this.counts.byAnnotator(),
      articles: { all: this.counts.all, compared: this.counts.both, notDone: this.counts.notDone },
      skipped: this.skipped,
      together,
      pairs,
      byArticle: this.byArticle,
      disagreements: this.listed,
      disagreementCount: this.disagreementCount,
      unproved: readSums(all.keys, all.sums(), annotators.length).gamma?.unproved ?? 0,
    };
  }

  private judge(features: Features, coders: number, cancel: Cancellation): Promise<JudgedFigure[]> {
    return runSteps(
      withIntervals(features, coders, (sums) => this.compute(sums)),
      this.workspace.host,
      cancel,
    );
  }
}
