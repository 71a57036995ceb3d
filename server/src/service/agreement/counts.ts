import type { LeftOut } from './codedArticle.ts';
import type { PersonLayers } from './layersOfArticle.ts';
import type { AnnotatorCount } from './report.ts';

type Counted = { -readonly [K in keyof AnnotatorCount]: AnnotatorCount[K] };

/** Counts what was compared and what was left out, so that nobody has to guess what a figure rests on. */
export class Counts {
  /** Articles of projects in which two of these people work. */
  all = 0;
  /** Articles that two people have done, and those that fewer than two have. */
  both = 0;
  notDone = 0;
  private readonly people: ReadonlyMap<string, Counted>;

  constructor(annotators: readonly string[]) {
    this.people = new Map(
      annotators.map((annotator) => [
        annotator,
        { annotator, begun: 0, done: 0, compared: 0, changed: 0, review: 0, lost: 0 },
      ]),
    );
  }

  seen({ annotator, done }: PersonLayers): void {
    const counted = this.people.get(annotator);
    if (!counted) return;
    counted.begun++;
    if (done) counted.done++;
  }

  compared({ annotator, review, lost }: LeftOut): void {
    const counted = this.people.get(annotator);
    if (!counted) return;
    counted.compared++;
    counted.review += review;
    counted.lost += lost;
  }

  changedSince(annotator: string): void {
    const counted = this.people.get(annotator);
    if (counted) counted.changed++;
  }

  byAnnotator(): AnnotatorCount[] {
    return [...this.people.values()];
  }
}
