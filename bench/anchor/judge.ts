import type { Location } from '../../server/src/core/annotations/locate.ts';
import type { Truth } from './truth.ts';

/** What came out for the spans of a kind of edit. */
export interface Counts {
  /** Spans whose words are still there. */
  live: number;
  /** Put silently where they are. */
  silent: number;
  /** Shown for review at the right place. */
  reviewRight: number;
  reviewWrong: number;
  orphan: number;
  /** Put silently where they are not. */
  wrong: number;
  /** Spans all of whose words were taken away. */
  deleted: number;
  /** Of these, put silently on other words. */
  replaced: number;
  /** Of these, shown for review at some place. */
  deletedReview: number;
  /** Spans for which there is no one right answer. */
  open: number;
  milliseconds: number;
  articles: number;
}

export type Outcome =
  | 'silent'
  | 'reviewRight'
  | 'reviewWrong'
  | 'orphan'
  | 'wrong'
  | 'replaced'
  | 'deletedReview'
  | 'gone'
  | 'open';

/** Counts by method and kind of edit. */
export type Results = Map<string, Map<string, Counts>>;

export function noCounts(): Counts {
  return {
    live: 0,
    silent: 0,
    reviewRight: 0,
    reviewWrong: 0,
    orphan: 0,
    wrong: 0,
    deleted: 0,
    replaced: 0,
    deletedReview: 0,
    open: 0,
    milliseconds: 0,
    articles: 0,
  };
}

/** What a method's answer is worth. */
export function judge(truth: Truth, { status, range }: Location): Outcome {
  if (truth.kind === 'open') return 'open';
  const isSilent = status === 'kept' || status === 'moved';
  if (truth.kind === 'deleted') {
    if (!range) return 'gone';
    return isSilent ? 'replaced' : 'deletedReview';
  }
  if (!range) return 'orphan';
  const isRight = range.start === truth.start && range.end === truth.end;
  if (isSilent) return isRight ? 'silent' : 'wrong';
  return isRight ? 'reviewRight' : 'reviewWrong';
}

export function count(counts: Counts, outcome: Outcome): void {
  if (outcome === 'open') counts.open++;
  else if (outcome === 'gone' || outcome === 'replaced' || outcome === 'deletedReview') {
    counts.deleted++;
    if (outcome !== 'gone') counts[outcome]++;
  } else {
    counts.live++;
    counts[outcome]++;
  }
}

export function sum(all: readonly Counts[]): Counts {
  const total = noCounts();
  for (const counts of all) {
    for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += counts[key];
  }
  return total;
}
