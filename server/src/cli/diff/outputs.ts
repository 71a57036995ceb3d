import type { Annotation } from '../../core/annotations/model.ts';
import { annotationLine } from '../../core/annotations/serialize.ts';
import { GOLD } from '../../core/annotations/sidecarNames.ts';
import { formatMessage } from '../../core/message.ts';
import {
  type ArticleChanges,
  annotationIn,
  type LayerChanges,
  type PlacedChange,
} from '../../service/changes/change.ts';
import type { DiffChange, DiffedArticle, DiffedLayer, DiffSummary } from '../contracts.ts';
import type { Session } from '../session.ts';

/** The name of the sidecar that nobody owns alone. */
const SHARED = 'shared';

/** What a layer is called on the command line: its annotator, `gold`, or `shared`. */
export function layerName(annotator: string | undefined): string {
  return annotator ?? SHARED;
}

/** What became of an article's annotations, as the contract has it. `by`: only this layer. */
export function articleOutput(
  session: Session,
  { uri, was, layers }: ArticleChanges,
  by: string | undefined,
): DiffedArticle {
  return {
    path: session.shown(uri),
    ...(was === undefined ? {} : { was: session.shown(was) }),
    layers: layers
      .filter(({ annotator }) => by === undefined || layerName(annotator) === by)
      .toSorted((a, b) => rank(a.annotator) - rank(b.annotator))
      .map((layer) => layerOutput(session, layer)),
  };
}

/** The shared layer first, gold last, people as they come. */
function rank(annotator: string | undefined): number {
  return annotator === undefined ? 0 : annotator === GOLD ? 2 : 1;
}

function layerOutput(
  session: Session,
  { uri, was, annotator, changes, problems }: LayerChanges,
): DiffedLayer {
  return {
    layer: layerName(annotator),
    sidecar: session.shown(uri),
    ...(was === undefined ? {} : { was: session.shown(was) }),
    problems: problems.map(({ side, message }) => ({ side, message: formatMessage(message) })),
    changes: changes.map(changeOutput),
  };
}

function changeOutput({ change, words, place, oldPlace, status, sidecarLine }: PlacedChange): DiffChange {
  const annotation = annotationIn(change);
  const at = change.kind === 'removed' ? oldPlace : place;
  const named = 'name' in change && change.name !== undefined ? { name: change.name } : {};
  const was = 'was' in change && change.was !== undefined ? { was: change.was } : {};
  const is = 'is' in change && change.is !== undefined ? { is: change.is } : {};
  return {
    kind: change.kind,
    id: annotation.id,
    words: formatMessage(words),
    ...(at ? { line: at.line, column: at.column, ...at.codePoints } : {}),
    ...(change.kind === 'removed' && place ? { now: { line: place.line, column: place.column } } : {}),
    ...(status === undefined ? {} : { status }),
    ...(sidecarLine === undefined ? {} : { sidecarLine: sidecarLine + 1 }),
    ...named,
    ...was,
    ...is,
    ...('before' in change ? { before: lineOf(change.before) } : {}),
    ...('after' in change ? { after: lineOf(change.after) } : {}),
  };
}

function lineOf(annotation: Annotation): unknown {
  return JSON.parse(annotationLine(annotation));
}

/** Counts what was written. */
export class Counts {
  private counts = {
    articles: 0,
    changes: 0,
    added: 0,
    removed: 0,
    changed: 0,
    moved: 0,
    unfit: 0,
    problems: 0,
  };

  add({ layers }: DiffedArticle): void {
    this.counts.articles++;
    for (const { changes, problems } of layers) {
      this.counts.problems += problems.length;
      for (const change of changes) this.count(change);
    }
  }

  private count({ kind, status }: DiffChange): void {
    if (status === 'review' || status === 'orphan') this.counts.unfit++;
    if (kind === 'unfit' || kind === 'reworded') return;
    this.counts.changes++;
    if (kind === 'added' || kind === 'removed' || kind === 'moved') this.counts[kind]++;
    else this.counts.changed++;
  }

  get summary(): DiffSummary {
    return { ...this.counts };
  }
}
