import type { AttributeValue } from '../annotations/model.ts';
import type { TextRange } from '../text/range.ts';

/**
 * What goes out of sidecars into a dataset and comes in from one: an article with the annotations of one layer, freed
 * of everything that only Pressmark needs (anchors, records, revisions).
 */
export interface DatasetArticle {
  /** From the corpus's root, with `/`, e.g. `2026/rusia.txt`: the article's name in every file that is written. */
  readonly path: string;
  /** `canonicalText`: without byte order mark, every line end one LF. */
  readonly text: string;
  /** BCP 47; `und` where it is not known. */
  readonly language: string;
  /** Whose layer it is, `gold` for the adjudicated one; absent: the shared one, or nobody says. */
  readonly annotator?: string;
  /** In text order: by `start`, then the longer first, then by label and id. */
  readonly spans: readonly DatasetSpan[];
  readonly relations: readonly DatasetRelation[];
  readonly documentLabels: readonly DatasetDocumentLabel[];
}

interface Item {
  /** Unlike every other id of the article, those of relations and document labels included. */
  readonly id: string;
  readonly label: string;
  readonly note?: string;
}

/** A labelled stretch of the text. */
export interface DatasetSpan extends Item, TextRange {
  /** UTF-16 units of the article's text, end exclusive; the hull where there are `parts`. `start` = `end`: a mere place. */
  readonly start: number;
  readonly end: number;
  /** At least two, in order, not touching each other; the first begins at `start`, the last ends at `end`. */
  readonly parts?: readonly TextRange[];
  /** Empty where there are none. */
  readonly attributes: ReadonlyMap<string, AttributeValue>;
  /** Id of the entity that it names. */
  readonly entity?: string;
}

/** A labelled link between two spans, or between relations, by their ids. */
export interface DatasetRelation extends Item {
  readonly from: string;
  readonly to: string;
  readonly attributes: ReadonlyMap<string, AttributeValue>;
}

/** A value for the article as a whole. */
export interface DatasetDocumentLabel extends Item {
  readonly value: AttributeValue;
}

/** The order of spans in a `DatasetArticle`. */
export function compareSpans(a: DatasetSpan, b: DatasetSpan): number {
  return a.start - b.start || b.end - a.end || compareTexts(a.label, b.label) || compareTexts(a.id, b.id);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The stretches that a span covers: its parts, or itself as the only one. UTF-16 units. */
export function partsOf(span: DatasetSpan): readonly TextRange[] {
  return span.parts ?? [{ start: span.start, end: span.end }];
}
