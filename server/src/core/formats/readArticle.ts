import type { AttributeValue } from '../annotations/model.ts';
import type { Message } from '../message.ts';
import type { ProblemSeverity } from '../problem.ts';

/** What is wrong with a file that is read, or what was left in it. The message names the remedy. */
export interface FileProblem {
  /** Stable code, e.g. `brat/bad-line`. */
  readonly code: string;
  /** error: the file cannot be used as it is, and nothing is imported; warning: a part is left out; information: worth knowing. */
  readonly severity: ProblemSeverity;
  readonly message: Message;
  /** The file, where it is one beside the file that is read. */
  readonly file?: string;
  /** 1-based; for a format without lines the number of the record. Absent: it is about the file as a whole. */
  readonly line?: number;
}

/** What offsets may count. */
export const OFFSET_UNITS = ['codePoint', 'utf16', 'byte'] as const;
export type OffsetUnit = (typeof OFFSET_UNITS)[number];

/**
 * An article as a file of a format has it: nothing is checked against its text yet, and offsets are as the file has
 * them. `placeRead` of offsets/ makes a `DatasetArticle` of it.
 */
export interface ReadArticle {
  /** What the file calls the article: a path, a title, an id; absent where it has no name. */
  readonly name?: string;
  /** The text as it stands in the file, line ends included; absent where the format leaves it elsewhere. */
  readonly text?: string;
  /**
   * `given`: the very text that was annotated. `built`: put together from tokens, so that blanks and line ends may
   * differ from the article's; offsets are then UTF-16 units of it, whatever `unit` says.
   */
  readonly textIs: 'given' | 'built';
  /** What the format's definition says that offsets count: tried first. */
  readonly unit: OffsetUnit;
  /**
   * stated: the file itself leaves no doubt of its unit, or the format's definition gives it and the libraries that
   * write it keep to that. Otherwise the definition gives it, which not all programs keep to.
   */
  readonly unitIs?: 'stated';
  /** BCP 47, where the file tells. */
  readonly language?: string;
  readonly annotator?: string;
  readonly spans: readonly ReadSpan[];
  readonly relations: readonly ReadRelation[];
  readonly documentLabels: readonly ReadDocumentLabel[];
  /** 1-based line (or record) at which it begins. */
  readonly line: number;
}

interface ReadAnnotation {
  /** Unlike every other id of the article; made up by the reader (`s1`, `r1` …) where the file has none. */
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  /** Another one than the article's: files that hold several people's annotations of one article. */
  readonly annotator?: string;
  /** 1-based line (or record). */
  readonly line: number;
}

export interface ReadSpan extends ReadAnnotation {
  /** The stretches that it covers, at least one, in order, ends exclusive, in the file's unit. */
  readonly parts: readonly ReadPart[];
  readonly attributes: ReadonlyMap<string, AttributeValue>;
  readonly entity?: string;
}

export interface ReadPart {
  readonly start: number;
  readonly end: number;
  /** The words that the file says stand there; absent where it does not say. Blanks and line ends may be folded. */
  readonly quote?: string;
}

export interface ReadRelation extends ReadAnnotation {
  readonly from: string;
  readonly to: string;
  readonly attributes: ReadonlyMap<string, AttributeValue>;
}

export interface ReadDocumentLabel extends ReadAnnotation {
  readonly value: AttributeValue;
}
