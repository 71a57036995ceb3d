import { readSource } from '../adjudication/source.ts';
import { msg } from '../message.ts';
import type { Problem } from '../problem.ts';
import type { Annotation, ArticleStatus, SpanAnnotation } from './model.ts';
import { problemAt } from './problemAt.ts';
import type { SidecarEntry } from './sidecar.ts';

/** What the other sidecars of an article tell; what is absent is not looked at. */
export interface OtherLayers {
  /** True where `annotator:id` (`:id` in the shared layer) names a line. */
  has(ref: string): boolean;
}

/** What is out of date: what a line was made from, how far its person is. */
export function wordProblems(
  entry: SidecarEntry,
  annotation: Annotation,
  revision: string | undefined,
  others: OtherLayers | undefined,
): Problem[] {
  if (annotation.kind === 'unknown') return [];
  const problems: Problem[] = [];
  if (annotation.kind === 'status') problems.push(...statusProblems(entry, annotation, revision));
  if (annotation.kind === 'span' && others) problems.push(...sourceProblems(entry, annotation, others));
  return problems;
}

function statusProblems(
  entry: SidecarEntry,
  { status, rev }: ArticleStatus,
  revision: string | undefined,
): Problem[] {
  if (revision === undefined || rev === revision || status === 'open') return [];
  const message = msg(
    'The article was marked {0} before its text was changed: look at it again, and mark it anew if that still holds.',
    status,
  );
  return [problemAt(entry, 'sidecar/status-outdated', 'information', message)];
}

function sourceProblems(entry: SidecarEntry, { sources }: SpanAnnotation, others: OtherLayers): Problem[] {
  const gone = (sources ?? []).map((source) => readSource(source).ref).filter((ref) => !others.has(ref));
  if (gone.length === 0) return [];
  const message = msg(
    'This was made from {0}, which is not there any more: look at it again, and settle it anew if need be.',
    gone.join(', '),
  );
  return [problemAt(entry, 'sidecar/source-gone', 'information', message)];
}
