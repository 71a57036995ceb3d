import type { Annotation, DocumentLabel, Relation, SpanAnnotation } from '../../core/annotations/model.ts';
import {
  compareSpans,
  type DatasetDocumentLabel,
  type DatasetRelation,
  type DatasetSpan,
} from '../../core/formats/dataset.ts';
import type { PlacedLoss } from '../../core/formats/lossLines.ts';
import type { LeftOut } from '../../core/formats/report.ts';
import { msg } from '../../core/message.ts';
import { isRefusal } from '../../core/suggestions/refusalLine.ts';
import type { Layer } from '../sidecars.ts';
import { type Standings, shownAnnotation } from '../standings.ts';
import type { Workspace } from '../workspace.ts';
import type { ExportChoice } from './exportChoice.ts';
import { FreshIds } from './freshIds.ts';
import { type KnownSpan, placeSpans } from './placeSpans.ts';
import { linkRelations } from './relationEnds.ts';
import type { SourceText } from './sourceText.ts';

/** What is counted of a layer and told once. */
export type LayerLeftOut = Omit<LeftOut, 'articles'>;

/** What one person's layer of an article gives to a dataset. */
export interface LayerItems {
  readonly spans: readonly DatasetSpan[];
  readonly relations: readonly DatasetRelation[];
  readonly documentLabels: readonly DatasetDocumentLabel[];
  readonly losses: readonly PlacedLoss[];
  /** Spans whose place is a guess, in the dataset or not. */
  readonly review: number;
  readonly leftOut: LayerLeftOut;
}

/**
 * The annotations of a person's sidecars (more than one where files of a former name are still there), as they stand
 * once everybody's records are applied, at their places in the article as it is now.
 */
export async function layerItems(
  workspace: Workspace,
  source: SourceText,
  layers: readonly Layer[],
  standings: Standings,
  choice: ExportChoice,
): Promise<LayerItems> {
  const sorted = new SortedLines(choice);
  for (const layer of layers) sorted.add(layer, standings);
  const { spans, losses, review } = await placeSpans(workspace, source, sorted.spans, choice.review);
  const kept = new Set(spans.map((s) => s.id));
  const links = linkRelations(sorted.relations, kept, sorted.notChosen);
  for (const item of links.dropped) losses.push({ loss: { kind: 'relation', item, reasons: [END_DROPPED] } });
  return {
    spans: spans.sort(compareSpans),
    relations: links.relations,
    documentLabels: sorted.documentLabels,
    losses,
    review,
    leftOut: { ...sorted.leftOut, labels: sorted.leftOut.labels + links.notChosen },
  };
}

const END_DROPPED = {
  code: 'end-dropped',
  message: msg('An annotation that it links is not in the dataset.'),
} as const;

/** The lines of one person's sidecars by kind, with ids that are unlike each other. */
class SortedLines {
  readonly spans: KnownSpan[] = [];
  readonly relations: DatasetRelation[] = [];
  readonly documentLabels: DatasetDocumentLabel[] = [];
  /** Ids of spans whose labels were not chosen. */
  readonly notChosen = new Set<string>();
  readonly leftOut = {
    labels: 0,
    deleted: 0,
    findingReviews: 0,
    refusals: 0,
    comments: 0,
    unknownLines: 0,
    unknownKeys: 0,
  };
  private readonly choice: ExportChoice;
  private readonly ids = new FreshIds();

  constructor(choice: ExportChoice) {
    this.choice = choice;
  }

  add(layer: Layer, standings: Standings): void {
    const entries = layer.sidecar?.annotations ?? [];
    this.ids.nextFile(entries.map((e) => e.annotation.id));
    for (const { annotation } of entries) {
      const standing = standings.of(annotation);
      if (standing && standing.now === undefined) this.leftOut.deleted++;
      else this.sort(layer, shownAnnotation<Annotation>(annotation, standing));
    }
  }

  private sort(layer: Layer, annotation: Annotation): void {
    const { leftOut } = this;
    switch (annotation.kind) {
      case 'span':
        this.span(layer, annotation);
        return;
      case 'relation':
        this.relations.push(this.relation(annotation));
        break;
      case 'documentLabel':
        this.documentLabels.push(this.documentLabel(annotation));
        break;
      case 'review':
      case 'articleReview':
        if (isRefusal(annotation)) leftOut.refusals++;
        else leftOut.findingReviews++;
        return;
      case 'record':
        if (annotation.comment !== undefined) leftOut.comments++;
        return;
      case 'status':
        return;
      case 'unknown':
        leftOut.unknownLines++;
        return;
    }
    if (annotation.extra.length > 0) leftOut.unknownKeys++;
  }

  private span(layer: Layer, annotation: SpanAnnotation): void {
    const id = this.ids.of(annotation.id);
    if (this.choice.labels && !this.choice.labels.has(annotation.label)) {
      this.notChosen.add(id);
      this.leftOut.labels++;
      return;
    }
    if (annotation.extra.length > 0) this.leftOut.unknownKeys++;
    this.spans.push({ id, sidecar: layer.uri, annotation });
  }

  private relation({ id, label, from, to, note, attributes }: Relation): DatasetRelation {
    const ends = { from: this.ids.of(from), to: this.ids.of(to) };
    const said = note === undefined ? {} : { note };
    return { id: this.ids.of(id), label, ...ends, attributes: attributes ?? new Map(), ...said };
  }

  private documentLabel({ id, label, value, note }: DocumentLabel): DatasetDocumentLabel {
    return { id: this.ids.of(id), label, value, ...(note === undefined ? {} : { note }) };
  }
}
