import type { AttributeValue } from '../annotations/model.ts';
import { msg } from '../message.ts';
import { membersOf } from './jsonLines.ts';
import { addSpanMembers, extraName } from './records/extras.ts';
import type { RecordArticle, RelationDraft, SpanDraft } from './records/recordArticle.ts';
import { attributesOf, attributeValueOf, listOf, nameOf, textOf } from './records/values.ts';

type Members = ReadonlyMap<string, unknown>;

/** Where a region keeps its labels, by the tags that make them. */
const LABEL_KEYS = ['labels', 'hypertextlabels', 'paragraphlabels'] as const;

/** What a tag beside the labels says, by the key of the value that holds it. */
const ANSWER_KEYS = ['choices', 'text', 'number', 'rating', 'taxonomy', 'datetime', 'ranker'] as const;

/** Adds the results of an annotation: regions, what is said of them, relations between them, choices about the text. */
export function addResults(article: RecordArticle, results: readonly unknown[], text: string): void {
  const all = results.flatMap((r) => membersOf(r) ?? []);
  const regions = new Map<string, SpanDraft[]>();
  for (const result of all) if (isRegion(result)) addRegion(article, result, text, regions);
  for (const result of all) {
    if (result.get('type') === 'relation') addRelation(article, result);
    else if (!isRegion(result)) addAnswer(article, result, regions);
  }
}

function valueIn(result: Members): Members {
  return membersOf(result.get('value')) ?? new Map();
}

/** A result that labels a stretch of text. */
function isRegion(result: Members): boolean {
  const value = valueIn(result);
  const type = textOf(result.get('type')) ?? '';
  if (ANSWER_KEYS.some((key) => key === type || (type === 'textarea' && key === 'text'))) return false;
  return value.has('start') || LABEL_KEYS.some((key) => value.has(key));
}

/** The labels of a region, whatever tag gave them. */
export function regionLabels(value: Members): readonly unknown[] {
  for (const key of LABEL_KEYS) if (value.has(key)) return listOf(value.get(key));
  return [];
}

/** The offsets of a region in the task's text; undefined where the text is HTML or a dialogue, which is told. */
export function regionPlace(
  article: RecordArticle,
  value: Members,
  text: string,
): { readonly start: unknown; readonly end: unknown } | undefined {
  const [start, end] = [value.get('start'), value.get('end')];
  if (typeof start !== 'string' && typeof end !== 'string') return { start, end };
  const whole = membersOf(value.get('globalOffsets'));
  // In a text without markup the offsets over all of its text are those of the text itself.
  if (whole && !/<[a-z!/]/i.test(text)) return { start: whole.get('start'), end: whole.get('end') };
  const message = msg(
    'A region in HTML or in a dialogue was left out: its place is told by elements, not by characters of the text.',
  );
  article.report('warning', 'label-studio/markup', message);
  return undefined;
}

function addRegion(
  article: RecordArticle,
  result: Members,
  text: string,
  regions: Map<string, SpanDraft[]>,
): void {
  const value = valueIn(result);
  if (!value.has('start') && !value.has('globalOffsets')) {
    const type = textOf(result.get('type')) ?? '–';
    article.report(
      'warning',
      'label-studio/no-text',
      msg('A region of the kind “{0}” was left out: it marks no text.', type),
    );
    return;
  }
  const place = regionPlace(article, value, text);
  if (!place) return;
  const labels = regionLabels(value);
  const id = nameOf(result.get('id'));
  const own = id === undefined ? [] : (regions.get(id) ?? []);
  const meta = membersOf(result.get('meta'));
  for (const label of labels.length > 0 ? labels : [undefined]) {
    const draft = article.addSpan({
      ...place,
      label,
      quote: textOf(value.get('text')),
      // The first of several labels on one region is the one that relations mean.
      id: own.length === 0 ? (textOf(meta?.get('id')) ?? id) : undefined,
      names: own.length === 0 && id !== undefined ? [regionName(id)] : [],
    });
    if (!draft) continue;
    // Relations that only this project can hold speak of spans by their own ids.
    if (own.length === 0 && draft.id !== undefined) article.name(draft, [extraName(draft.id)]);
    own.push(draft);
    if (meta) addMeta(article, draft, meta);
  }
  if (id !== undefined) regions.set(id, own);
}

/** The note that people write beside a region, and what this project keeps there. */
function addMeta(article: RecordArticle, draft: SpanDraft, meta: Members): void {
  const { id: _, ...rest } = Object.fromEntries(meta);
  addSpanMembers(article, draft, new Map(Object.entries(rest)));
  const note = noteOf(meta);
  if (note !== undefined) draft.note = note;
}

function noteOf(meta: Members | undefined): string | undefined {
  const text = meta?.get('text');
  if (typeof text === 'string') return text;
  const lines = listOf(text).filter((l) => typeof l === 'string');
  return lines.length > 0 ? lines.join('\n') : undefined;
}

function regionName(id: string): string {
  return `region:${id}`;
}

function addRelation(article: RecordArticle, result: Members): void {
  const [from, to] = [nameOf(result.get('from_id')), nameOf(result.get('to_id'))];
  const direction = result.get('direction');
  const labels = listOf(result.get('labels'));
  const meta = membersOf(result.get('meta'));
  const ends = [regionName(from ?? '–'), regionName(to ?? '–')] as const;
  const [source, target] = direction === 'left' ? [ends[1], ends[0]] : ends;
  for (const label of labels.length > 0 ? labels : ['relation']) {
    const draft: RelationDraft | undefined = article.addRelation({
      label,
      from: source,
      to: target,
      note: typeof result.get('notes') === 'string' ? String(result.get('notes')) : undefined,
      id: textOf(meta?.get('id')),
    });
    if (direction === 'bi') draft?.attributes.set('direction', 'bi');
    for (const [name, value] of attributesOf(membersOf(meta?.get('attributes'))))
      draft?.attributes.set(name, value);
  }
}

/** What other tags say: of a region where one has the result's id, else of the whole text. */
function addAnswer(
  article: RecordArticle,
  result: Members,
  regions: ReadonlyMap<string, readonly SpanDraft[]>,
): void {
  const name = textOf(result.get('from_name'));
  const meta = membersOf(result.get('meta'));
  const value = meta?.has('value') ? attributeValueOf(meta.get('value')) : answerOf(valueIn(result));
  if (name === undefined || value === undefined) {
    const type = textOf(result.get('type')) ?? '–';
    article.report('warning', 'label-studio/kind', msg('A result of the kind “{0}” was left out.', type));
    return;
  }
  const spans = regions.get(nameOf(result.get('id')) ?? '') ?? [];
  for (const span of spans) span.attributes.set(name, value);
  if (spans.length === 0)
    article.addDocumentLabel(name, value, { note: noteOf(meta), id: textOf(meta?.get('id')) });
}

function answerOf(value: Members): AttributeValue | undefined {
  for (const key of ANSWER_KEYS) {
    const answer = value.get(key);
    if (answer === undefined || answer === null) continue;
    const list = Array.isArray(answer)
      ? answer.map((a: unknown) => (Array.isArray(a) ? a.join('/') : a))
      : undefined;
    if (!list) return attributeValueOf(answer);
    if (list.length > 0) return attributeValueOf(list.length === 1 ? list[0] : list);
  }
  return undefined;
}
