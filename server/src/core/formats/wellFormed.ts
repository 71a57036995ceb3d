import { msg } from '../message.ts';
import type { DatasetArticle, DatasetDocumentLabel, DatasetRelation, DatasetSpan } from './dataset.ts';
import type { Loss, Reason } from './loss.ts';

/** An article without unpaired surrogates, which no UTF-8 can hold, and what that changed. */
export interface WellFormed {
  readonly article: DatasetArticle;
  readonly losses: readonly Loss[];
}

/** Puts U+FFFD for each unpaired surrogate of an article, so that every offset stays. Attributes are left alone: files have them as JSON, which escapes. */
export function wellFormed(article: DatasetArticle): WellFormed {
  const losses: Loss[] = [];
  const text = article.text.toWellFormed();
  if (text !== article.text) losses.push({ kind: 'article', reasons: [CHARACTERS], now: { text } });
  const each = <T extends { readonly label: string; readonly note?: string; readonly entity?: string }>(
    items: readonly T[],
    tell: (item: T, now: T) => Loss,
  ): readonly T[] =>
    items.map((item) => {
      const { label, note, entity } = item;
      if ([label, note, entity].every((t) => t?.isWellFormed() ?? true)) return item;
      const now = {
        ...item,
        label: label.toWellFormed(),
        ...(note === undefined ? {} : { note: note.toWellFormed() }),
        ...(entity === undefined ? {} : { entity: entity.toWellFormed() }),
      };
      losses.push(tell(item, now));
      return now;
    });
  const reasons = [CHARACTERS];
  return {
    article: {
      ...article,
      text,
      spans: each<DatasetSpan>(article.spans, (item, now) => ({ kind: 'span', item, reasons, now })),
      relations: each<DatasetRelation>(article.relations, (item, now) => ({
        kind: 'relation',
        item,
        reasons,
        now,
      })),
      documentLabels: each<DatasetDocumentLabel>(article.documentLabels, (item, now) => ({
        kind: 'documentLabel',
        item,
        reasons,
        now,
      })),
    },
    losses,
  };
}

const CHARACTERS: Reason = {
  code: 'characters',
  message: msg('It has halves of characters, which UTF-8 cannot hold: U+FFFD was written for each.'),
};
