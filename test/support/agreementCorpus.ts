import { newId, newSpan } from '../../server/src/core/annotations/create.ts';
import type { Annotation } from '../../server/src/core/annotations/model.ts';
import { serializeSidecar } from '../../server/src/core/annotations/serialize.ts';
import { revisionOf } from '../../server/src/core/text/revision.ts';

/** A tag on the first place of some words. */
export type Tag = readonly [quote: string, label: string];

/** The text of somebody's sidecar: tags on an article, by default of one who is done with it. */
export function sidecarOf(
  article: string,
  tags: readonly Tag[],
  { done = true, values = [] }: { done?: boolean; values?: readonly (readonly [string, string])[] } = {},
): string {
  const spans = tags.map(([quote, label], i): Annotation => {
    const start = article.indexOf(quote);
    if (start < 0) throw new Error(`no ${quote}`);
    const range = { start, end: start + quote.length };
    return newSpan({ article, range, suffix: `aaaaa${i.toString(36)}`, label });
  });
  const given = values.map(
    ([label, value], i): Annotation => ({
      kind: 'documentLabel',
      id: newId(0, `ddddd${i.toString(36)}`),
      label,
      value,
      extra: [],
    }),
  );
  const status: Annotation[] = done
    ? [{ kind: 'status', id: 'status', status: 'done', rev: revisionOf(article), extra: [] }]
    : [];
  return serializeSidecar([...spans, ...given, ...status]);
}
