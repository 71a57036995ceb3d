import type { Article } from '../../service/articles.ts';
import type { CheckedArticle, CheckSummary } from '../contracts.ts';
import type { Io } from '../io.ts';

/** Turns the results of `check` into text as they come, so that no corpus is too large to report. */
export interface Reporter {
  /** Before the first article. */
  begin(): string;
  /** For each article that was read, in order. */
  article(article: Article, checked: CheckedArticle): string;
  /** After the last one. */
  end(summary: CheckSummary): string;
}

export type CreateReporter = (io: Io, version: string) => Reporter;
