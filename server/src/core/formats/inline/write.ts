import { msg } from '../../message.ts';
import { compareSpans, type DatasetArticle, type DatasetSpan } from '../dataset.ts';
import type { Loss } from '../loss.ts';
import { writeDetails } from './details.ts';

/** An article with its tags in it, and what they cannot hold. */
export interface TaggedText {
  readonly text: string;
  readonly losses: readonly Loss[];
}

/**
 * An article with every span as `[words](LABEL)`, inner ones inside outer ones; `[`, `]` and `\` of the text get a
 * backslash. Of two spans that cross, the one that begins first is there.
 */
export function writeInline({
  text,
  spans,
  relations,
  documentLabels,
}: Pick<DatasetArticle, 'text' | 'spans' | 'relations' | 'documentLabels'>): TaggedText {
  const losses: Loss[] = [];
  const own = text.toWellFormed();
  if (own !== text) losses.push({ kind: 'article', reasons: [HALVES], now: { text: own } });
  const open: DatasetSpan[] = [];
  let tagged = '';
  let at = 0;
  const closeUntil = (limit: number) => {
    for (let last = open.at(-1); last && last.end <= limit; last = open.at(-1)) {
      tagged += `${escaped(own.slice(at, last.end))}](${writeDetails(last)})`;
      at = last.end;
      open.pop();
    }
  };
  for (const span of [...spans].sort(compareSpans)) {
    if (span.parts) {
      losses.push({ kind: 'span', item: span, reasons: [GAP] });
      continue;
    }
    closeUntil(span.start);
    const outer = open.at(-1);
    if (outer && span.end > outer.end) {
      losses.push({ kind: 'span', item: span, reasons: [CROSSING] });
      continue;
    }
    tagged += `${escaped(own.slice(at, span.start))}[`;
    at = span.start;
    open.push(span);
  }
  closeUntil(Number.POSITIVE_INFINITY);
  for (const item of relations) losses.push({ kind: 'relation', item, reasons: [RELATION] });
  for (const item of documentLabels) losses.push({ kind: 'documentLabel', item, reasons: [DOCUMENT_LABEL] });
  return { text: tagged + escaped(own.slice(at)), losses };
}

function escaped(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&');
}

const CROSSING = {
  code: 'overlap',
  message: msg('It crosses another span; brackets can only stand inside each other.'),
} as const;
const GAP = { code: 'discontinuous', message: msg('It has a gap, and brackets have none.') } as const;
const RELATION = { code: 'relation', message: msg('Tagged text has no relations.') } as const;
const DOCUMENT_LABEL = {
  code: 'document-label',
  message: msg('Tagged text has no labels of the article as a whole.'),
} as const;
const HALVES = {
  code: 'characters',
  message: msg('Halves of characters, which no file in UTF-8 can hold, were replaced.'),
} as const;
