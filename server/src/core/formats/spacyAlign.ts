import { msg } from '../message.ts';
import type { TextRange } from '../text/range.ts';
import type { DatasetArticle, DatasetRelation, DatasetSpan } from './dataset.ts';
import type { Alignment } from './format.ts';
import type { Loss, Reason } from './loss.ts';
import { alignSpan } from './tokens/align.ts';

/** An article whose spans begin and end where tokens do. */
export interface AlignedArticle {
  readonly article: DatasetArticle;
  /** Ids of the spans that stand on tokens. Others mark no token at all, and stay what they were. */
  readonly onTokens: ReadonlySet<string>;
  readonly losses: readonly Loss[];
}

/** Moves the edges of spans to those of tokens as `align` says, and leaves out what then is nowhere, with its relations. */
export function alignedToTokens(
  article: DatasetArticle,
  tokens: readonly TextRange[],
  align: Alignment,
): AlignedArticle {
  const losses: Loss[] = [];
  const onTokens = new Set<string>();
  const spans = article.spans.flatMap((span): DatasetSpan[] => {
    const aligned = alignSpan(span, tokens, align);
    const code = aligned.reason?.code;
    if (!aligned.range && (code === 'empty' || code === 'no-token')) return [span];
    if (!aligned.range) {
      losses.push({ kind: 'span', item: span, reasons: [aligned.reason] });
      return [];
    }
    onTokens.add(span.id);
    if (!aligned.reason) return [span];
    const { parts: _, ...rest } = span;
    const parts = span.parts && narrowed(span.parts, aligned.range);
    const now: DatasetSpan = { ...rest, ...aligned.range, ...(parts ? { parts } : {}) };
    const reasons: Reason[] = span.parts && !parts ? [aligned.reason, IN_ONE] : [aligned.reason];
    losses.push({ kind: 'span', item: span, reasons, now });
    return [now];
  });
  const relations = tied(article, new Set(spans.map((s) => s.id)), losses);
  return { article: { ...article, spans, relations }, onTokens, losses };
}

/** The parts of a span that now begins and ends elsewhere; undefined where one would be gone. */
function narrowed(parts: readonly TextRange[], { start, end }: TextRange): readonly TextRange[] | undefined {
  const moved = parts.map((part, i) => ({
    start: i === 0 ? start : part.start,
    end: i === parts.length - 1 ? end : part.end,
  }));
  return moved.every((p) => p.start < p.end) ? moved : undefined;
}

/** The relations whose ends are there; the others are told. */
function tied(article: DatasetArticle, there: Set<string>, losses: Loss[]): DatasetRelation[] {
  let left = [...article.relations];
  for (;;) {
    const rest = left.filter((r) => !there.has(r.from) || !there.has(r.to));
    if (rest.length === left.length) break;
    const untied = new Set(rest);
    for (const relation of left) if (!untied.has(relation)) there.add(relation.id);
    left = rest;
  }
  for (const item of left) losses.push({ kind: 'relation', item, reasons: [END_DROPPED] });
  const dropped = new Set(left);
  return article.relations.filter((r) => !dropped.has(r));
}

const IN_ONE: Reason = {
  code: 'discontinuous',
  message: msg('A part of it has no whole token; it was written as one piece.'),
};
const END_DROPPED: Reason = {
  code: 'end-dropped',
  message: msg('It links an annotation that could not be written.'),
};
