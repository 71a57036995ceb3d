import { msg } from '../../message.ts';
import type { TextRange } from '../../text/range.ts';
import type { DatasetArticle, DatasetSpan } from '../dataset.ts';
import type { Alignment } from '../format.ts';
import type { Loss, Reason } from '../loss.ts';
import { alignSpan } from './align.ts';
import { resolveLayers } from './overlaps.ts';
import { tokenRows } from './sentencesOf.ts';
import { type Tokenizer, tokenizer } from './tokenizer.ts';

/** A label on tokens. Its range is that of its tokens, in UTF-16 units of the article. */
export interface TokenSpan extends TextRange {
  /** The span as it was. */
  readonly span: DatasetSpan;
  /** 0-based places among all tokens of the article. */
  readonly first: number;
  readonly last: number;
}

/** An article as formats write it that give each token one label, or a few. */
export interface TokenLayers {
  readonly tokenizer: Tokenizer;
  /** The tokens by sentences; no span goes over the end of a row. */
  readonly rows: readonly (readonly TextRange[])[];
  /** As many as were asked for; within one no two spans share a token. */
  readonly layers: readonly (readonly TokenSpan[])[];
  readonly losses: readonly Loss[];
}

/**
 * Puts the spans of an article on its tokens, in up to `layers` labels per token, and says what is lost by it: only
 * labels stay, on what their tokens cover. A span in parts becomes the whole from its first to its last.
 */
export function tokenLayers(article: DatasetArticle, align: Alignment, layers: number): TokenLayers {
  const own = tokenizer(article.language);
  const tokens = own.split(article.text);
  const reasons = new Map<DatasetSpan, Reason[]>();
  const dropped = new Set<DatasetSpan>();
  const placed: TokenSpan[] = [];
  for (const span of article.spans) {
    const told: Reason[] = [];
    const aligned = alignSpan(span, tokens, align);
    if (aligned.range) {
      const { first, last } = aligned;
      placed.push({ ...aligned.range, span, first, last });
      if (span.parts) told.push(WHOLE);
      told.push(...carried(span));
    } else dropped.add(span);
    if (aligned.reason) told.push(aligned.reason);
    reasons.set(span, told);
  }
  const resolved = resolveLayers(placed, layers);
  for (const { item, reason } of resolved.others) {
    dropped.add(item.span);
    reasons.set(item.span, [reason]);
  }
  const places = new Map(placed.map((p) => [p.span, p]));
  const losses: Loss[] = [];
  for (const span of article.spans) {
    const told = reasons.get(span) ?? [];
    const place = places.get(span);
    if (told.length === 0) continue;
    if (dropped.has(span) || !place) losses.push({ kind: 'span', item: span, reasons: told });
    else losses.push({ kind: 'span', item: span, reasons: told, now: bare(span, place) });
  }
  for (const item of article.relations) losses.push({ kind: 'relation', item, reasons: [RELATION] });
  for (const item of article.documentLabels)
    losses.push({ kind: 'documentLabel', item, reasons: [DOCUMENT_LABEL] });
  const rows = tokenRows(article.text, article.language, tokens, resolved.layers.flat());
  return { tokenizer: own, rows, layers: resolved.layers, losses };
}

function bare({ id, label }: DatasetSpan, { start, end }: TextRange): DatasetSpan {
  return { id, label, start, end, attributes: new Map() };
}

/** What a span carries beside its label. */
function carried({ attributes, note, entity }: DatasetSpan): Reason[] {
  return [
    ...(attributes.size > 0 ? [ATTRIBUTES] : []),
    ...(note === undefined ? [] : [NOTE]),
    ...(entity === undefined ? [] : [ENTITY]),
  ];
}

const WHOLE: Reason = {
  code: 'discontinuous',
  message: msg('It has gaps, which were marked with it: labels of tokens cannot leave words out.'),
};
const ATTRIBUTES: Reason = {
  code: 'attribute',
  message: msg('Its attributes were left out: tokens have labels only.'),
};
const NOTE: Reason = { code: 'note', message: msg('Its note was left out: tokens have labels only.') };
const ENTITY: Reason = {
  code: 'entity',
  message: msg('The entity that it names was left out: tokens have labels only.'),
};
const RELATION: Reason = {
  code: 'relation',
  message: msg('The format labels tokens and knows no relations.'),
};
const DOCUMENT_LABEL: Reason = {
  code: 'document-label',
  message: msg('The format labels tokens and knows no labels of whole articles.'),
};
