import { msg } from '../../message.ts';
import type { DatasetArticle, DatasetDocumentLabel, DatasetRelation, DatasetSpan } from '../dataset.ts';
import type { ArticleLoss } from '../format.ts';
import type { Reason } from '../loss.ts';
import { xmlCharacters } from '../xml/writeXml.ts';

/** An article as XML can hold it, and what that changes: characters only, each into U+FFFD, so that offsets stay. */
export function heldByXml(article: DatasetArticle): {
  readonly article: DatasetArticle;
  readonly losses: readonly ArticleLoss[];
} {
  const losses: ArticleLoss[] = [];
  const text = xmlCharacters(article.text);
  if (text !== article.text)
    losses.push({ article, loss: { kind: 'article', reasons: [CHARACTERS], now: { text } } });
  const spans = article.spans.map((item): DatasetSpan => {
    const entity = item.entity === undefined ? undefined : xmlCharacters(item.entity);
    const now = heldItem(item);
    if (now === item && entity === item.entity) return item;
    const changed = { ...now, ...(entity === undefined ? {} : { entity }) };
    losses.push({ article, loss: { kind: 'span', reasons: [CHARACTERS], item, now: changed } });
    return changed;
  });
  const relations = article.relations.map((item): DatasetRelation => {
    const now = heldItem(item);
    if (now !== item) losses.push({ article, loss: { kind: 'relation', reasons: [CHARACTERS], item, now } });
    return now;
  });
  const documentLabels = article.documentLabels.map((item): DatasetDocumentLabel => {
    // Lists are written as JSON, which escapes what XML cannot hold.
    const { value } = item;
    const held = typeof value === 'string' ? xmlCharacters(value) : value;
    const named = heldItem(item);
    if (named === item && held === value) return item;
    const now = { ...named, value: held };
    losses.push({ article, loss: { kind: 'documentLabel', reasons: [CHARACTERS], item, now } });
    return now;
  });
  const held = {
    ...article,
    path: xmlCharacters(article.path),
    language: xmlCharacters(article.language),
    ...(article.annotator === undefined ? {} : { annotator: xmlCharacters(article.annotator) }),
  };
  return { article: { ...held, text, spans, relations, documentLabels }, losses };
}

const CHARACTERS: Reason = {
  code: 'characters',
  message: msg(
    'XML cannot hold a control character or half a character of it; U+FFFD stands instead of each.',
  ),
};

/** The same item where nothing of its label and note changes.  */
function heldItem<T extends { readonly label: string; readonly note?: string }>(item: T): T {
  const label = xmlCharacters(item.label);
  const note = item.note === undefined ? undefined : xmlCharacters(item.note);
  if (label === item.label && note === item.note) return item;
  return { ...item, label, ...(note === undefined ? {} : { note }) };
}
