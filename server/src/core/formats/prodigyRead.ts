import { msg } from '../message.ts';
import type { InputFile, ReadItem, ReadOptions } from './format.ts';
import { membersOf } from './jsonLines.ts';
import type { FileProblem } from './readArticle.ts';
import { addExtras, addSpanMembers } from './records/extras.ts';
import { given, RecordArticle, type SpanDraft } from './records/recordArticle.ts';
import { aboutOf, itemsOf, noText, readRecords } from './records/recordReader.ts';
import { attributesOf, listOf, memberOf, nameOf, offsetOf, textOf } from './records/values.ts';

type Members = ReadonlyMap<string, unknown>;

/** Reads Prodigy's tasks. Hashes, sessions, scores and the look of things are left; answers that were not accepted are told. */
export function* readProdigy(file: InputFile, { options }: ReadOptions): Generator<ReadItem> {
  const all = options.get('answers') === 'all';
  const left = new Map<string, { count: number; line: number }>();
  yield* readRecords(
    file,
    (value, line) => {
      const task = membersOf(value);
      if (!task) return undefined;
      const answer = textOf(task.get('answer')) ?? 'accept';
      // A rejected class is an answer: the article is not of it.
      const isClass = answer === 'reject' && textOf(task.get('label')) !== undefined && !task.has('spans');
      if (answer !== 'accept' && !isClass) {
        const seen = left.get(answer);
        if (!all) {
          left.set(answer, { count: (seen?.count ?? 0) + 1, line: seen?.line ?? line });
          return [];
        }
      }
      return taskItems(task, line, answer);
    },
    msg('This is no Prodigy task. A task is an object with “text” and “spans”, one on each line.'),
  );
  for (const [answer, { count, line }] of left)
    yield { kind: 'problem', problem: leftOut(answer, count, line) };
}

function leftOut(answer: string, count: number, line: number): FileProblem {
  const message = msg(
    '{0} tasks with the answer “{1}” were left out, the first here. The option answers=all reads them too.',
    count,
    answer,
  );
  return { code: 'prodigy/answer', severity: 'information', message, line };
}

function taskItems(task: Members, line: number, answer: string): Iterable<ReadItem> {
  const text = task.get('text');
  if (typeof text !== 'string') return noText(line);
  const meta = membersOf(task.get('meta'));
  const article = new RecordArticle(line, text);
  const tokens = tokensOf(task);
  const choices = choicesOf(task);
  const linked = linkedEntity(choices);
  for (const value of listOf(task.get('spans'))) {
    const span = membersOf(value);
    if (!span) continue;
    const answer = textOf(span.get('answer')) ?? 'accept';
    if (answer !== 'accept') {
      const message = msg('A span with the answer “{0}” was left out.', answer);
      article.report('information', 'prodigy/answer', message);
      continue;
    }
    const draft = article.addSpan({
      start: span.get('start') ?? tokens[offsetOf(span.get('token_start')) ?? -1]?.start,
      end: span.get('end') ?? tokens[offsetOf(span.get('token_end')) ?? -1]?.end,
      label: span.get('label'),
      quote: textOf(span.get('text')) ?? quoteOf(tokens, span.get('start'), span.get('end')),
      entity: textOf(span.get('kb_id')) ?? linked,
      id: nameOf(span.get('id')),
      names: span.has('id') ? [spanName(span.get('id'))] : [],
    });
    if (draft) addSpanMembers(article, draft, new Map([...span].filter(([k]) => OWN_MEMBERS.has(k))));
  }
  addRelations(article, task, tokens);
  const accepted = new Map([...choices.accepted].filter((id) => id !== linked).map((id) => [id, 1] as const));
  const label = textOf(task.get('label'));
  const names = new Map<string, unknown>(choices.isEntity ? [] : accepted);
  if (label !== undefined && !choices.accepted.has(label)) names.set(label, answer === 'reject' ? 0 : 1);
  addExtras(article, task.get('pressmark'), names);
  const about = aboutOf(meta, text, 'codePoint', line);
  const annotator = textOf(task.get('_annotator_id')) ?? about.annotator;
  return itemsOf(article, { ...about, ...given({ annotator }) });
}

/** What may stand in a span beside its place, as this project writes it. */
const OWN_MEMBERS: ReadonlySet<string> = new Set(['id', 'attributes', 'note', 'parts']);

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function tokensOf(task: Members): readonly (Token | undefined)[] {
  return listOf(task.get('tokens')).map((token) => {
    const [start, end] = [offsetOf(memberOf(token, 'start')), offsetOf(memberOf(token, 'end'))];
    const text = memberOf(token, 'text');
    return start === undefined || end === undefined || typeof text !== 'string'
      ? undefined
      : { text, start, end };
  });
}

/** The words that the task's tokens say stand at a place: offsets are checked against them. */
function quoteOf(tokens: readonly (Token | undefined)[], start: unknown, end: unknown): string | undefined {
  if (tokens.length === 0 || typeof start !== 'number' || typeof end !== 'number' || start >= end)
    return undefined;
  const first = firstAt(tokens, start);
  if (tokens[first]?.start !== start) return undefined;
  let quote = '';
  let at = start;
  for (let i = first; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.end > end) return undefined;
    quote += ' '.repeat(Math.min(MAX_GAP, Math.max(0, token.start - at))) + token.text;
    at = token.end;
    if (at === end) return quote;
  }
  return undefined;
}

const MAX_GAP = 100;

/** The place of the first token that begins at or behind an offset. */
function firstAt(tokens: readonly (Token | undefined)[], start: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function spanName(id: unknown): string {
  return `id:${String(id)}`;
}

function addRelations(article: RecordArticle, task: Members, tokens: readonly (Token | undefined)[]): void {
  const byPlace = new Map<string, SpanDraft>();
  const byToken = new Map<number, SpanDraft>();
  const places = new Map(article.spans.map((span, i) => [span, i]));
  const relations = listOf(task.get('relations'));
  if (relations.length === 0) return;
  const starts = new Map(tokens.flatMap((t, i) => (t ? [[t.end, i] as const] : [])));
  for (const span of article.spans) {
    const [start, end] = [span.parts[0]?.start, span.parts.at(-1)?.end];
    byPlace.set(placeName(start, end, span.label), span);
    const last = starts.get(end ?? -1);
    if (last !== undefined && !byToken.has(last)) byToken.set(last, span);
  }
  const endName = (relation: Members, which: 'head' | 'child'): string => {
    const id = spanName(relation.get(`${which}_id`));
    if (relation.has(`${which}_id`) && article.hasName(id)) return id;
    const span = membersOf(relation.get(`${which}_span`));
    const index = offsetOf(relation.get(which)) ?? -1;
    const draft =
      byPlace.get(placeName(span?.get('start'), span?.get('end'), span?.get('label'))) ?? byToken.get(index);
    const name = draft ? `end:${places.get(draft)}` : `token:${index}`;
    if (!article.hasName(name)) {
      const made = draft ?? tokenSpan(article, span, tokens[index]);
      if (made) article.name(made, [name]);
    }
    return name;
  };
  for (const value of relations) {
    const relation = membersOf(value);
    if (!relation) continue;
    const draft = article.addRelation({
      label: relation.get('label'),
      from: endName(relation, 'head'),
      to: endName(relation, 'child'),
      id: textOf(relation.get('id')),
    });
    if (!draft) continue;
    for (const [name, v] of attributesOf(membersOf(relation.get('attributes'))))
      draft.attributes.set(name, v);
    const note = relation.get('note');
    if (typeof note === 'string') draft.note = note;
  }
}

/** Prodigy links bare tokens too: they become spans of their own. */
function tokenSpan(
  article: RecordArticle,
  span: Members | undefined,
  token: Token | undefined,
): SpanDraft | undefined {
  const [start, end] = [span?.get('start') ?? token?.start, span?.get('end') ?? token?.end];
  if (start === undefined || end === undefined) return undefined;
  return article.addSpan({
    start,
    end,
    label: textOf(span?.get('label')) ?? 'TOKEN',
    quote: start === token?.start && end === token?.end ? token?.text : undefined,
  });
}

function placeName(start: unknown, end: unknown, label: unknown): string {
  return `${String(start)} ${String(end)} ${String(label)}`;
}

interface Choices {
  readonly accepted: ReadonlySet<string>;
  /** Whether they are entities of the one span rather than classes of the text. */
  readonly isEntity: boolean;
}

/** Wikidata ids, as entity-linking recipes offer them beside their `NIL` answers. */
const ENTITY_ID = /^(?:Q\d+|NIL(?:_.*)?)$/;

function choicesOf(task: Members): Choices {
  const offered = listOf(task.get('options')).flatMap((o) => nameOf(membersOf(o)?.get('id')) ?? []);
  const accepted = new Set(listOf(task.get('accept')).flatMap((a) => nameOf(a) ?? []));
  const isEntity =
    task.get('_view_id') === 'choice' &&
    listOf(task.get('spans')).length === 1 &&
    offered.length > 0 &&
    offered.every((id) => ENTITY_ID.test(id));
  return { accepted, isEntity };
}

function linkedEntity({ accepted, isEntity }: Choices): string | undefined {
  if (!isEntity) return undefined;
  const [only, ...others] = accepted;
  return others.length === 0 && only !== undefined && /^Q\d+$/.test(only) ? only : undefined;
}
