import { msg } from '../../message.ts';
import type { DatasetArticle, DatasetDocumentLabel, DatasetRelation, DatasetSpan } from '../dataset.ts';
import { membersOf } from '../jsonLines.ts';
import { documentLabelName, documentLabelsOf } from './documentLabelNames.ts';
import { given, type RecordArticle, type RelationDraft, type SpanDraft } from './recordArticle.ts';
import { attributesOf, listOf, textOf } from './values.ts';

/**
 * What a record of a tool has no place for, under the key `pressmark`: the tool ignores it or keeps it. It refers to
 * spans by place and label, so that it still fits after a tool has given them other ids, and what a person has
 * taken out of the record in the tool stays out.
 */
export interface Extras {
  /** Further members of spans that the record has. */
  readonly spans?: readonly unknown[];
  /** Spans that the tool's own list cannot hold. */
  readonly places?: readonly unknown[];
  readonly relations?: readonly unknown[];
  /** What names of document labels stand for, where they do not say it themselves. */
  readonly documentLabels?: readonly unknown[];
}

/** What a record has of its own. */
export interface NativePlaces {
  /** Whether its list of spans holds a span at all. */
  span(span: DatasetSpan): boolean;
  /** Whether the list says whom a span names. */
  readonly entity: boolean;
  /** Whether it holds a relation whole. */
  relation(relation: DatasetRelation): boolean;
  /** Whether it gives document labels scores, so that it can say that an article is not of a class. */
  readonly scores: boolean;
}

/** What the record of an article has to carry beside its own places; undefined: nothing. `at` turns offsets into the file's unit. */
export function extrasOf(
  article: DatasetArticle,
  at: (utf16: number) => number,
  native: NativePlaces,
): Extras | undefined {
  const relations = article.relations.filter((r) => !native.relation(r));
  const ends = new Set(relations.flatMap((r) => [r.from, r.to]));
  const described = (span: DatasetSpan): Record<string, unknown> =>
    given({
      id: ends.has(span.id) ? span.id : undefined,
      parts: span.parts?.map((p) => [at(p.start), at(p.end)]),
      attributes: span.attributes.size > 0 ? span.attributes : undefined,
      note: span.note,
    });
  const place = ({ start, end, label }: DatasetSpan) => ({ start: at(start), end: at(end), label });
  const spans: unknown[] = [];
  const places: unknown[] = [];
  for (const span of article.spans) {
    const members = described(span);
    const entity = given({ entity: span.entity });
    const tellsMore = Object.keys(members).length > 0 || (span.entity !== undefined && !native.entity);
    if (!native.span(span)) places.push({ ...place(span), ...entity, ...members });
    // The entity is told even where the record has it: it tells spans of one place and label apart.
    else if (tellsMore) spans.push({ ...place(span), ...entity, ...members });
  }
  const labels = unclearLabels(article.documentLabels, native.scores);
  const extras: Extras = given({
    spans: spans.length > 0 ? spans : undefined,
    places: places.length > 0 ? places : undefined,
    relations: relations.length > 0 ? relations.map((r) => relationMembers(r, ends.has(r.id))) : undefined,
    documentLabels: labels.length > 0 ? labels : undefined,
  });
  return Object.keys(extras).length > 0 ? extras : undefined;
}

/** A relation as an object for JSON, its ends by their ids. */
export function relationMembers(
  { id, label, from, to, attributes, note }: DatasetRelation,
  withId: boolean,
): Record<string, unknown> {
  return given({
    id: withId ? id : undefined,
    label,
    from,
    to,
    attributes: attributes.size > 0 ? attributes : undefined,
    note,
  });
}

/** The document labels that their names do not tell; one that no name stands for has no `as`. */
function unclearLabels(labels: readonly DatasetDocumentLabel[], scores: boolean): unknown[] {
  const names = labels.map((l) => (scores || l.value !== false ? documentLabelName(l) : undefined));
  return labels.flatMap((one, i) => {
    const as = names[i];
    const { label, value, note } = one;
    if (as !== undefined && names.indexOf(as) === names.lastIndexOf(as)) {
      const [said] = documentLabelsOf(as, value === false ? 0 : 1, []);
      if (said?.label === label && said.value === value && note === undefined) return [];
    }
    return [given({ as, label, value, note })];
  });
}

/** Adds to the annotations of a record what its extras say, and the document labels of its names with their scores. */
export function addExtras(
  article: RecordArticle,
  extras: unknown,
  documentLabels: ReadonlyMap<string, unknown> = new Map(),
): void {
  const members = membersOf(extras);
  const waiting = new Map<string, SpanDraft[]>();
  for (const span of article.spans) {
    const key = keyOf(span.parts[0]?.start, span.parts.at(-1)?.end, span.label, span.entity);
    const list = waiting.get(key);
    if (list) list.push(span);
    else waiting.set(key, [span]);
  }
  for (const entry of listOf(members?.get('spans'))) {
    const own = membersOf(entry);
    if (!own) continue;
    const named = (entity: unknown): SpanDraft | undefined =>
      waiting.get(keyOf(own.get('start'), own.get('end'), own.get('label'), entity))?.shift();
    const draft = named(own.get('entity')) ?? named(undefined);
    if (draft) addSpanMembers(article, draft, own);
  }
  for (const entry of listOf(members?.get('places'))) {
    const own = membersOf(entry);
    const draft =
      own && article.addSpan({ start: own.get('start'), end: own.get('end'), label: own.get('label') });
    if (own && draft) addSpanMembers(article, draft, own);
  }
  for (const entry of listOf(members?.get('relations'))) addRelationEntry(article, membersOf(entry));
  const meanings = listOf(members?.get('documentLabels')).flatMap((entry) => membersOf(entry) ?? []);
  for (const [name, score] of [...documentLabels, [undefined, undefined] as const]) {
    for (const { label, value, note } of documentLabelsOf(name, score, meanings))
      article.addDocumentLabel(label, value, { note });
  }
}

/** Gives a span what an object says of it beside its place and label. */
export function addSpanMembers(
  article: RecordArticle,
  draft: SpanDraft,
  members: ReadonlyMap<string, unknown>,
): void {
  addMembers(article, draft, members);
  const entity = textOf(members.get('entity'));
  if (entity !== undefined) draft.entity = entity;
  const parts = listOf(members.get('parts'));
  const placed = parts.flatMap(
    (p) => article.partOf(listOf(p)[0], listOf(p)[1], draft.label, draft.line) ?? [],
  );
  const inOrder = placed.every((p, i) => p.start >= (placed[i - 1]?.end ?? 0));
  if (placed.length > 1 && placed.length === parts.length && inOrder) draft.parts = placed;
  else if (parts.length > 0) {
    const message = msg('The parts of a “{0}” are not in order. It was read as one piece.', draft.label);
    article.report('warning', 'record/parts', message, draft.line);
  }
}

function addRelationEntry(article: RecordArticle, members: ReadonlyMap<string, unknown> | undefined): void {
  if (!members) return;
  const [from, to] = [members.get('from'), members.get('to')];
  const draft = article.addRelation({
    label: members.get('label'),
    from: extraName(from),
    to: extraName(to),
  });
  if (draft) addMembers(article, draft, members);
}

/** The id (also as a name for relations), the attributes and the note. */
function addMembers(
  article: RecordArticle,
  draft: SpanDraft | RelationDraft,
  members: ReadonlyMap<string, unknown>,
): void {
  const id = textOf(members.get('id'));
  if (id !== undefined) {
    draft.id ??= id;
    article.name(draft, [extraName(id)]);
  }
  for (const [name, value] of attributesOf(membersOf(members.get('attributes'))))
    draft.attributes.set(name, value);
  const note = members.get('note');
  if (typeof note === 'string') draft.note = note;
}

/** The name that relations of the extras have for an annotation. */
export function extraName(id: unknown): string {
  return `extra:${String(id)}`;
}

function keyOf(...members: readonly unknown[]): string {
  return JSON.stringify(members);
}
