import type { Part } from '../../core/datasets/parts.ts';
import type { SplitMethod } from '../../core/datasets/split.ts';
import type { Alignment, DatasetSchema, Format } from '../../core/formats/format.ts';
import type { ExportChoice } from './exportChoice.ts';

/** An article of the corpus, and its name in the dataset. */
export interface RequestedArticle {
  readonly uri: string;
  /** With `/`; unlike every other one. */
  readonly path: string;
}

/** How a dataset is shared out. */
export interface RequestedSplit {
  readonly parts: readonly Part[];
  readonly seed: string;
  readonly method?: SplitMethod;
  /** By path, the part that an article is to stay in. */
  readonly keep?: ReadonlyMap<string, string>;
  /** Jaccard similarity from which articles are near-duplicates, which stay together. */
  readonly threshold?: number;
}

/** All that decides what is in a dataset. The same request on the same corpus gives the same bytes. */
export interface ExportRequest {
  /** The dataset's name. */
  readonly name: string;
  /** In the order in which they are written. */
  readonly articles: readonly RequestedArticle[];
  readonly choice: ExportChoice;
  readonly format: Format;
  readonly align: Alignment;
  /** The format's own options, each of them there. */
  readonly options: ReadonlyMap<string, string>;
  readonly schema: DatasetSchema;
  /** Absent: one part, of all. */
  readonly split?: RequestedSplit;
  /** Leave out articles that cannot be read, rather than make no dataset. */
  readonly keepGoing: boolean;
  /** Make no dataset where anything is changed or dropped. */
  readonly strict: boolean;
}

/** What the only part of a dataset that is not split is called. */
export const WHOLE = 'data';

/** Everything that was asked for, as text: two requests of the same text give the same dataset. */
export function requestText(request: ExportRequest): string {
  return JSON.stringify({ ...request, format: request.format.name }, (_, value: unknown) =>
    value instanceof Map ? [...value] : value instanceof Set ? [...value].sort() : value,
  );
}
