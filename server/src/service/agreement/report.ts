import type { Range } from 'vscode-languageserver-types';
import type { JudgedFigure } from '../../core/agreement/corpus/bootstrap.ts';
import type { Disagreement } from '../../core/agreement/corpus/disagreements.ts';
import type { Figure } from '../../core/agreement/corpus/figures.ts';
import type { MeasureName } from '../../core/agreement/measures.ts';
import type { Message } from '../../core/message.ts';

/** What is to be compared. */
export interface AgreementQuestion {
  /** Addresses of articles. */
  readonly articles: readonly string[];
  /** Absent: everybody of the projects. */
  readonly annotators?: readonly string[];
  /** Absent: all labels. */
  readonly labels?: readonly string[];
  readonly measures: ReadonlySet<MeasureName>;
  /** Also articles that somebody has begun and not called done. */
  readonly unfinished?: boolean;
  /** So many disagreements are listed; those beyond are counted. */
  readonly disagreements: number;
  /** Also the figures of each article. */
  readonly byArticle?: boolean;
}

/** What one annotator has done. */
export interface AnnotatorCount {
  readonly annotator: string;
  /** Articles that they have a sidecar for, that they called done, and that were compared with somebody's. */
  readonly begun: number;
  readonly done: number;
  readonly compared: number;
  /** Articles whose text has changed since they called them done. */
  readonly changed: number;
  /** Spans of compared articles that are left out: their place is uncertain, or their words are gone. */
  readonly review: number;
  readonly lost: number;
}

/** Two people. */
export interface PairFigures {
  readonly a: string;
  readonly b: string;
  /** Articles that both have done. */
  readonly articles: number;
  /** Of all labels, and of each. */
  readonly figures: readonly JudgedFigure[];
}

export interface ArticleFigures {
  readonly uri: string;
  readonly annotators: readonly string[];
  readonly figures: readonly Figure[];
}

/** A disagreement at its place in the article. */
export interface PlacedDisagreement extends Disagreement {
  readonly uri: string;
  /** Code points, `end` exclusive; both 0 where it is about the whole article. */
  readonly start: number;
  readonly end: number;
  /** From 1; columns in code points. */
  readonly line: number;
  readonly column: number;
  /** The same place as LSP counts. */
  readonly range: Range;
  /** The words from `start` to `end`. */
  readonly text: string;
}

/** An article that could have been compared and was not. */
export interface SkippedArticle {
  readonly uri: string;
  readonly message: Message;
}

/** How well people agree on a corpus. */
export interface AgreementReport {
  readonly annotators: readonly AnnotatorCount[];
  /** Articles looked at, those that two people have done, and those left out since fewer than two have. */
  readonly articles: { readonly all: number; readonly compared: number; readonly notDone: number };
  readonly skipped: readonly SkippedArticle[];
  /** Over all pairs of people, of all labels and of each. */
  readonly together: readonly JudgedFigure[];
  readonly pairs: readonly PairFigures[];
  readonly byArticle: readonly ArticleFigures[];
  readonly disagreements: readonly PlacedDisagreement[];
  /** All that were found, listed or not. */
  readonly disagreementCount: number;
  /** Articles in which γ's alignment could not be proved to be the best. */
  readonly unproved: number;
}
