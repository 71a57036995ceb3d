import { msg } from '../message.ts';
import type { InputFile, ReadItem } from './format.ts';
import { membersOf } from './jsonLines.ts';
import { addExtras } from './records/extras.ts';
import { RecordArticle, type SpanDraft } from './records/recordArticle.ts';
import { aboutOf, itemsOf, noText, readRecords } from './records/recordReader.ts';
import { attributeValueOf, listOf, nameOf, textOf } from './records/values.ts';
import { addTagged, trainingItems } from './spacyTraining.ts';

type Members = ReadonlyMap<string, unknown>;

/**
 * Reads every JSON that spaCy and those who train it write: `[text, {"entities": …}]`, `{"text", "entities", "spans",
 * "cats"}`, `Doc.to_json()`, and the training JSON of version 2 (`paragraphs`). Tokens and syntax are left.
 */
export function* readSpacy(file: InputFile): Generator<ReadItem> {
  yield* readRecords(
    file,
    (value, line) => {
      if (Array.isArray(value)) {
        const members = membersOf(value[1]);
        if (typeof value[0] !== 'string' || !members) return undefined;
        return exampleItems(value[0], members, membersOf(value[2]), line);
      }
      const members = membersOf(value);
      if (!members) return undefined;
      if (members.has('paragraphs')) return trainingItems(members, line);
      const text = members.get('text');
      if (typeof text !== 'string') return noText(line);
      return exampleItems(text, membersOf(members.get('annotations')) ?? members, members, line);
    },
    msg('This is no spaCy record. One is [text, {"entities": […]}], or an object with “text”.'),
  );
}

function exampleItems(
  text: string,
  members: Members,
  about: Members | undefined,
  line: number,
): Iterable<ReadItem> {
  const article = new RecordArticle(line, text);
  const groups = [...(membersOf(members.get('spans')) ?? [])].filter(([, list]) => Array.isArray(list));
  for (const [group, list] of groups) {
    for (const entry of listOf(list)) {
      const draft = addEntry(article, entry);
      if (draft && groups.length > 1) draft.attributes.set('group', group);
    }
  }
  // Prodigy's and others' list of spans, where spaCy has groups.
  for (const entry of listOf(members.get('spans'))) addEntry(article, entry);
  addEntities(article, members, text);
  addLinks(article, membersOf(members.get('links')));
  addUnderscores(article, members);
  addExtras(article, about?.get('pressmark'), membersOf(members.get('cats')));
  return itemsOf(article, aboutOf(membersOf(about?.get('meta')), text, 'codePoint', line));
}

/** `[start, end, label, kb_id?]`, or an object with these. */
function addEntry(article: RecordArticle, entry: unknown): SpanDraft | undefined {
  const members = membersOf(entry);
  const list = listOf(entry);
  if (!members && list.length < 3) {
    const message = msg('An entity must be [start, end, label]. Correct it; it was left out.');
    article.report('warning', 'spacy/entity', message);
    return undefined;
  }
  return article.addSpan({
    start: members ? members.get('start') : list[0],
    end: members ? members.get('end') : list[1],
    label: members ? members.get('label') : list[2],
    quote: textOf(members?.get('text')),
    entity: textOf(members ? members.get('kb_id') : list[3]),
    id: nameOf(members?.get('id')),
  });
}

/** `entities` and `ents` repeat spans of the groups: each stands for one of them where there is one at its place. */
function addEntities(article: RecordArticle, members: Members, text: string): void {
  const entries = [...listOf(members.get('entities')), ...listOf(members.get('ents'))];
  if (entries.length > 0 && entries.every((e) => typeof e === 'string' || e === null)) {
    addTagged(article, text, listOf(members.get('words')), entries);
    return;
  }
  const there = new Map<string, number>();
  for (const span of article.spans) {
    const key = JSON.stringify([span.parts[0]?.start, span.parts.at(-1)?.end, span.label]);
    there.set(key, (there.get(key) ?? 0) + 1);
  }
  for (const entry of entries) {
    const own = membersOf(entry);
    const key = JSON.stringify(
      own ? [own.get('start'), own.get('end'), own.get('label')] : listOf(entry).slice(0, 3),
    );
    const left = there.get(key) ?? 0;
    if (left > 0) there.set(key, left - 1);
    else addEntry(article, entry);
  }
}

/** Entity links by place: `{"(7, 17)": {"Q312545": 1.0}}`; the likeliest is taken. */
function addLinks(article: RecordArticle, links: Members | undefined): void {
  if (!links) return;
  const places = byPlace(article);
  for (const [place, ids] of links) {
    const [start, end] = (place.match(/\d{1,15}/g) ?? []).map(Number);
    const best = [...(membersOf(ids) ?? [])].sort(([, a], [, b]) => Number(b) - Number(a))[0];
    if (!best || !(Number(best[1]) > 0)) continue;
    for (const span of places.get(`${start} ${end}`) ?? []) span.entity ??= best[0];
  }
}

/** The spans of an article by where they stand. */
function byPlace({ spans }: RecordArticle): ReadonlyMap<string, readonly SpanDraft[]> {
  const places = new Map<string, SpanDraft[]>();
  for (const span of spans) {
    const place = `${span.parts[0]?.start} ${span.parts.at(-1)?.end}`;
    const list = places.get(place);
    if (list) list.push(span);
    else places.set(place, [span]);
  }
  return places;
}

/** Custom attributes of spans are attributes; those of documents and tokens are told. */
function addUnderscores(article: RecordArticle, members: Members): void {
  const ofSpans = membersOf(members.get('underscore_span'));
  const places = ofSpans ? byPlace(article) : undefined;
  for (const [name, list] of ofSpans ?? []) {
    for (const entry of listOf(list)) {
      const own = membersOf(entry);
      const value = attributeValueOf(own?.get('value'));
      for (const span of places?.get(`${own?.get('start')} ${own?.get('end')}`) ?? [])
        span.attributes.set(name, value);
    }
  }
  const left = [...(membersOf(members.get('_'))?.keys() ?? [])];
  if (left.length === 0) return;
  const message = msg('Custom attributes of this document were left out: {0}.', left.slice(0, 5).join(', '));
  article.report('information', 'spacy/underscore', message);
}
