import { TextOffsets } from '../text/offsets.ts';
import type { DatasetArticle, DatasetDocumentLabel, DatasetRelation, DatasetSpan } from './dataset.ts';
import { type Extras, extrasOf } from './records/extras.ts';
import { given } from './records/recordArticle.ts';
import { plainRelations } from './records/recordWriter.ts';

/** Names that results bear and that `labelingConfig` declares. */
export const TEXT_TAG = 'text';
export const LABELS_TAG = 'label';

/** One person's annotation of a task, and what it has no place for. */
export interface WrittenAnnotation {
  readonly annotation: unknown;
  readonly beside: Extras | undefined;
}

/**
 * The annotation of one layer. `completed_by` is left to Label Studio, which refuses people whom it does not know; who
 * it was stands in `annotator`, and as the model of a prediction.
 */
export function annotationOf(article: DatasetArticle, isPrediction: boolean): WrittenAnnotation {
  const { annotator } = article;
  const offsets = new TextOffsets(article.text);
  const at = (utf16: number): number => offsets.toCodePoint(utf16);
  const plain = plainRelations(article);
  const ids = regionIds(article.spans);
  const taken = new Set(ids.values());
  const result = [
    ...article.spans.map((s) => region(s, ids.get(s.id) ?? s.id, article.text, at)),
    ...article.relations.filter((r) => plain.has(r.id)).map((r) => relation(r, ids)),
    ...article.documentLabels.map((l, i) => choices(l, freeId(taken, i))),
  ];
  const annotation = given({
    result,
    annotator,
    model_version: isPrediction ? annotator : undefined,
    ground_truth: !isPrediction && annotator === 'gold' ? true : undefined,
  });
  const beside = extrasOf({ ...article, spans: [], documentLabels: [] }, at, {
    span: () => true,
    entity: true,
    relation: (r) => plain.has(r.id),
    scores: false,
  });
  return { annotation, beside };
}

/** Ids of regions are made of letters, digits, `_` and `-`. */
function regionIds(spans: readonly DatasetSpan[]): ReadonlyMap<string, string> {
  const taken = new Set(spans.map((s) => s.id));
  let next = 1;
  return new Map(
    spans.map(({ id }) => {
      if (/^[\w-]+$/.test(id)) return [id, id];
      while (taken.has(`region-${next}`)) next++;
      return [id, `region-${next++}`];
    }),
  );
}

/** An id that no region has, for a choice. */
function freeId(taken: ReadonlySet<string>, index: number): string {
  let id = `choice-${index + 1}`;
  while (taken.has(id)) id += '-';
  return id;
}

function region(span: DatasetSpan, id: string, text: string, at: (utf16: number) => number): unknown {
  const { start, end, label, parts, attributes, note, entity } = span;
  const meta = given({
    text: note === undefined ? undefined : [note],
    attributes: attributes.size > 0 ? attributes : undefined,
    entity,
    parts: parts?.map((p) => [at(p.start), at(p.end)]),
    id: id === span.id ? undefined : span.id,
  });
  return {
    id,
    from_name: LABELS_TAG,
    to_name: TEXT_TAG,
    type: 'labels',
    value: { start: at(start), end: at(end), text: text.slice(start, end), labels: [label] },
    ...(Object.keys(meta).length > 0 ? { meta } : {}),
  };
}

function relation(
  { id, label, from, to, attributes, note }: DatasetRelation,
  ids: ReadonlyMap<string, string>,
): unknown {
  return {
    type: 'relation',
    from_id: ids.get(from),
    to_id: ids.get(to),
    direction: 'right',
    labels: [label],
    meta: { id, ...given({ attributes: attributes.size > 0 ? attributes : undefined }) },
    ...given({ notes: note }),
  };
}

function choices({ id, label, value, note }: DatasetDocumentLabel, resultId: string): unknown {
  const isText = typeof value === 'string';
  const chosen = isText ? [value] : [Array.isArray(value) ? JSON.stringify(value) : String(value)];
  const listed = Array.isArray(value) && value.length > 1 ? value : chosen;
  const meta = given({
    text: note === undefined ? undefined : [note],
    value: isText || listed === value ? undefined : value,
    id,
  });
  return {
    id: resultId,
    from_name: label,
    to_name: TEXT_TAG,
    type: 'choices',
    value: { choices: listed },
    meta,
  };
}
