import type { Anchor, Annotation, AnnotationRecord, AttributeValue, SpanAnnotation } from '../model.ts';
import { annotationLine } from '../serialize.ts';
import type { Changed, ChangedKind } from './change.ts';

/** One thing that differs, without the two versions. */
type Aspect = Omit<Changed, 'before' | 'after'>;

/**
 * What differs between two versions of a line, each thing by itself; empty where they read the same. Two versions of
 * different ids are a tag that was made anew.
 */
export function compareAspects(before: Annotation, after: Annotation): Changed[] {
  const aspects = before.kind === 'unknown' ? [] : [...aspectsOf(before, after)];
  if (aspects.length === 0 && annotationLine(before) !== annotationLine(after)) {
    aspects.push({ kind: before.id === after.id ? 'form' : 'anew' });
  }
  return aspects.map((aspect) => ({ ...aspect, before, after }));
}

function* aspectsOf(before: Annotation, after: Annotation): Generator<Aspect> {
  if (before.kind === 'unknown' || after.kind === 'unknown') return;
  switch (before.kind) {
    case 'span':
      if (after.kind === 'span') yield* ofSpans(before, after);
      break;
    case 'relation':
      if (after.kind !== 'relation') break;
      if (before.from !== after.from || before.to !== after.to) yield { kind: 'ends' };
      yield* value('label', before.label, after.label);
      yield* attributes(before.attributes, after.attributes);
      break;
    case 'documentLabel':
      if (after.kind !== 'documentLabel') break;
      if (before.label !== after.label) yield { kind: 'label', was: before.label, is: after.label };
      yield* value('value', inWords(before.value), inWords(after.value));
      break;
    case 'review':
      if (after.kind !== 'review') break;
      yield* place(before, after);
      yield* value('key', before.rule, after.rule, 'rule');
      yield* value('verdict', before.verdict, after.verdict);
      break;
    case 'articleReview':
      if (after.kind !== 'articleReview') break;
      yield* value('key', before.rule, after.rule, 'rule');
      yield* value('key', before.word, after.word, 'word');
      break;
    case 'record':
      if (after.kind === 'record') yield* ofRecords(before, after);
      break;
    case 'status':
      if (after.kind !== 'status') break;
      yield* value('status', before.status, after.status);
      // Said again of a newer text.
      if (before.status === after.status && before.rev !== after.rev)
        yield { kind: 'status', was: before.status, is: after.status };
      break;
  }
  if ('note' in before || 'note' in after) yield* value('note', noteOf(before), noteOf(after));
  yield* conflict(before.conflict, after.conflict);
  yield* extras(before.extra, after.extra);
}

function* ofSpans(before: SpanAnnotation, after: SpanAnnotation): Generator<Aspect> {
  yield* place(before, after);
  yield* value('label', before.label, after.label);
  yield* value('entity', before.entity, after.entity);
  yield* attributes(before.attributes, after.attributes);
  const same = JSON.stringify(before.sources) === JSON.stringify(after.sources);
  if (before.decision !== after.decision || before.by !== after.by || !same) {
    yield aspect('decision', decided(before), decided(after));
  }
}

/** The words and the place: offsets count in the text of `rev`, so of two revisions only the words can be compared. */
function* place(before: Anchor & Parted, after: Anchor & Parted): Generator<Aspect> {
  const sameText = before.rev === after.rev;
  if (before.text !== after.text) {
    const nested = before.text.includes(after.text) || after.text.includes(before.text);
    yield aspect(sameText || nested ? 'boundary' : 'words', before.text, after.text);
  } else if (!sameText) {
    yield { kind: 'moved' };
  } else if (before.start !== after.start || before.end !== after.end) {
    yield { kind: 'place' };
  } else if (pieces(before) !== pieces(after)) {
    yield aspect('boundary', piecesInWords(before), piecesInWords(after));
  } else if (before.before !== after.before || before.after !== after.after) {
    yield { kind: 'moved' };
  }
}

interface Parted {
  readonly parts?: SpanAnnotation['parts'];
}

function pieces({ parts }: Parted): string {
  return JSON.stringify(parts?.map(({ start, end }) => [start, end]) ?? []);
}

/** The words of the pieces, with a gap as `…`. */
function piecesInWords({ parts, text, start }: Anchor & Parted): string {
  if (!parts) return text;
  const characters = Array.from(text);
  return parts.map((part) => characters.slice(part.start - start, part.end - start).join('')).join(' … ');
}

function* ofRecords(before: AnnotationRecord, after: AnnotationRecord): Generator<Aspect> {
  if (before.comment !== undefined && after.comment !== undefined && before.comment !== after.comment)
    yield aspect('comment', before.comment, after.comment);
  const said = (record: AnnotationRecord) =>
    JSON.stringify([record.ref, record.set, record.delete, record.accept, record.resolved, record.by]);
  const oneSays = (before.comment === undefined) !== (after.comment === undefined);
  if (said(before) !== said(after) || oneSays) yield { kind: 'record' };
  else if (before.was !== after.was || before.time !== after.time) yield { kind: 'record' };
}

function* attributes(
  before: ReadonlyMap<string, AttributeValue> | undefined,
  after: ReadonlyMap<string, AttributeValue> | undefined,
): Generator<Aspect> {
  for (const name of new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])) {
    const [was, is] = [before?.get(name), after?.get(name)];
    // 1 and "1" are two values.
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    yield { ...aspect('attribute', optionalWords(was), optionalWords(is)), name };
  }
}

function* conflict(before: object | undefined, after: object | undefined): Generator<Aspect> {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  yield { kind: after ? 'conflict' : 'settled' };
}

function* extras(
  before: readonly { key: string; json: string }[],
  after: readonly { key: string; json: string }[],
): Generator<Aspect> {
  const [old, now] = [before, after].map((all) => new Map(all.map(({ key, json }) => [key, json])));
  for (const key of new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]))
    yield* value('key', old?.get(key), now?.get(key), key);
}

function* value(
  kind: ChangedKind,
  was: string | undefined,
  is: string | undefined,
  name?: string,
): Generator<Aspect> {
  if (was !== is) yield { ...aspect(kind, was, is), ...(name === undefined ? {} : { name }) };
}

function aspect(kind: ChangedKind, was: string | undefined, is: string | undefined): Aspect {
  return { kind, ...(was === undefined ? {} : { was }), ...(is === undefined ? {} : { is }) };
}

function noteOf(annotation: Annotation): string | undefined {
  return 'note' in annotation ? annotation.note : undefined;
}

function decided({ decision, by }: SpanAnnotation): string | undefined {
  return decision && (by === undefined ? decision : `${decision} (${by})`);
}

function optionalWords(value: AttributeValue | undefined): string | undefined {
  return value === undefined ? undefined : inWords(value);
}

/** A value as people read it. */
export function inWords(value: AttributeValue): string {
  return typeof value === 'object' ? value.join(', ') : String(value);
}
