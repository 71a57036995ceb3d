import {
  type Annotation,
  ARTICLE_STATES,
  type ArticleState,
  type ArticleStatus,
  STATUS_ID,
} from './model.ts';
import type { Operation } from './operations.ts';

/** How far a person is with an article, and whether the article is still as it was then. */
export interface ArticleProgress {
  readonly state: ArticleState;
  /** The article's text has changed since it was called done or reviewed. */
  readonly changed: boolean;
}

/**
 * How far the person is whose sidecar has these annotations: open where it does not say. Of several status lines, as a
 * merge may leave them, the one that claims least counts.
 */
export function stateOf(annotations: readonly Annotation[]): ArticleState {
  return statusOf(annotations)?.status ?? 'open';
}

/** The line that counts; undefined where there is none. */
export function statusOf(annotations: readonly Annotation[]): ArticleStatus | undefined {
  let least: ArticleStatus | undefined;
  for (const annotation of annotations) {
    if (annotation.kind !== 'status') continue;
    if (!least || rank(annotation.status) < rank(least.status)) least = annotation;
  }
  return least;
}

/** How far somebody is with an article whose text now has this revision. */
export function progressOf(annotations: readonly Annotation[], revision: string): ArticleProgress {
  const status = statusOf(annotations);
  if (!status || status.status === 'open') return { state: 'open', changed: false };
  return { state: status.status, changed: status.rev !== revision };
}

/**
 * The change of a sidecar that says how far its person is; `rev`: the article's revision as it is now. Undefined where
 * the sidecar says so already. A line that is there is replaced, so that what others put into it stays; where two sides
 * of a merge said different things, this settles it.
 */
export function statusOperation(
  annotations: readonly Annotation[],
  status: ArticleState,
  rev: string,
): Operation | undefined {
  const known = annotations.find((a) => a.kind === 'status');
  if (!known) {
    if (status === 'open') return undefined;
    return { kind: 'add', annotation: { kind: 'status', id: STATUS_ID, status, rev, extra: [] } };
  }
  const says = known.status === status && (known.rev === rev || status === 'open');
  if (says && !known.conflict) return undefined;
  return { kind: 'replace', annotation: { kind: 'status', id: STATUS_ID, status, rev, extra: known.extra } };
}

function rank(state: ArticleState): number {
  return ARTICLE_STATES.indexOf(state);
}
