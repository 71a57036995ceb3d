import type { DiffChange, DiffedArticle, DiffSummary } from '../../contracts.ts';
import type { Io } from '../../io.ts';

/** Turns the results of `diff` into text, article by article. */
export interface DiffReporter {
  /** Before the first article. */
  begin(): string;
  article(article: DiffedArticle): string;
  /** After the last one. */
  end(summary: DiffSummary): string;
}

/** What is compared, in words that the command line takes again. */
export interface Compared {
  readonly from: string;
  /** Absent: the files as they are. */
  readonly to?: string;
}

export type CreateDiffReporter = (io: Io, compared: Compared, version: string) => DiffReporter;

/** Tags that only moved along with their words, and lines that say the same, are counted and not listed for people. */
export function isListed({ kind, status }: DiffChange): boolean {
  return (kind !== 'moved' && kind !== 'form') || needsLook({ status });
}

/** True for a tag that does not stand on its words for certain. */
export function needsLook({ status }: Pick<DiffChange, 'status'>): boolean {
  return status === 'review' || status === 'orphan';
}

/** A change on one line: in words, with the line of the article, and what is wrong with its place. */
export function sentence(change: DiffChange): string {
  const { words, line, status } = change;
  const placed = line === undefined ? words : `${words} (line ${line})`;
  if (status === 'orphan') return `${placed} – its words are no longer in the text`;
  return status === 'review' ? `${placed} – its place in the text is not certain` : placed;
}

/** A problem of one side of a sidecar on one line. */
export function problemSentence({ side, message }: { side: 'before' | 'after'; message: string }): string {
  return side === 'before' ? `the older file: ${message}` : message;
}
