import * as v from 'valibot';
import { type JsonMember, jsonMembers, minifyJson, parseJson } from '../json/scan.ts';
import { type Message, msg } from '../message.ts';
import {
  type Annotation,
  type AttributeValue,
  type Conflict,
  type ExtraMember,
  type KnownAnnotation,
  type SpanAnnotation,
  STATUS_ID,
  type UnknownAnnotation,
} from './model.ts';
import {
  ANNOTATION_SCHEMAS,
  AttributeValueSchema,
  type KnownKind,
  knownKeys,
  ScoreSchema,
} from './schema.ts';

/** What a value of a sidecar's array says, and why it could not be understood, if so. */
export interface ReadAnnotation {
  readonly annotation: Annotation;
  /** Present with kind `unknown` only; names the remedy. */
  readonly fault?: Message;
}

/**
 * The annotation that a JSON value means; undefined where the text is no JSON value. Whatever cannot be held without
 * loss (unknown shapes, doubled keys, numbers too long for a double) is kept verbatim as `unknown`. Never throws.
 */
export function readAnnotation(json: string): ReadAnnotation | undefined {
  const parsed = parseJson(json);
  if (!parsed) return undefined;
  const { value } = parsed;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return kept(
      '',
      json,
      msg(
        'Only annotations, each in braces, belong in this list. This value is kept, but not used: delete it.',
      ),
    );
  }
  const plain = plainSpan(json, value);
  if (plain) return { annotation: plain };
  const id = textOf(value, 'id');
  const members = jsonMembers(json);
  const doubled = doubledKey(members);
  if (doubled !== undefined) {
    return kept(
      id,
      json,
      msg(
        'The key "{0}" stands twice in this annotation, so that it is kept, but not used: delete one of the two.',
        doubled,
      ),
    );
  }
  const kind = kindOf((key) => Object.hasOwn(value, key));
  if (!kind) {
    return kept(
      id,
      json,
      msg(
        'Pressmark does not know this kind of annotation. It is kept, but not used: update Pressmark, or delete the line.',
      ),
    );
  }
  const rule = ruleFault(kind, value);
  if (rule) return kept(id, json, rule);
  const fault = shapeFault(kind, withoutOwnScore(value)) ?? memberFault(json, members, kind);
  if (fault !== undefined) {
    return kept(
      id,
      json,
      msg(
        'The value of "{0}" is missing or cannot be right, so that this annotation is kept, but not used: correct it, or delete the line.',
        fault,
      ),
    );
  }
  return { annotation: knownAnnotation(kind, value, json, members) };
}

/** The keys of nearly all lines. */
const PLAIN_KEYS: ReadonlySet<string> = new Set([
  'id',
  'start',
  'end',
  'label',
  'text',
  'before',
  'after',
  'rev',
  'note',
  'entity',
]);
const REVISION = /^[0-9a-f]{12}$/;

/**
 * The span of a line that holds nothing out of the ordinary and is written as Pressmark writes it: what is read of any
 * line below, in a fifth of the time. Undefined for any other line. That writing the value gives the same line again
 * shows that no key stands twice in it and that no number is cut.
 */
function plainSpan(json: string, value: object): SpanAnnotation | undefined {
  for (const key of Object.keys(value)) if (!PLAIN_KEYS.has(key)) return undefined;
  // By the set above, no key is one that every object has.
  const { id, start, end, label, text, before, after, rev, note, entity } = value as Record<string, unknown>;
  const isPlain =
    isName(id) &&
    isOffset(start) &&
    isOffset(end) &&
    start <= end &&
    isName(label) &&
    typeof text === 'string' &&
    typeof before === 'string' &&
    typeof after === 'string' &&
    typeof rev === 'string' &&
    REVISION.test(rev) &&
    (note === undefined || typeof note === 'string') &&
    (entity === undefined || typeof entity === 'string');
  if (!isPlain) return undefined;
  const span: SpanAnnotation = { kind: 'span', id, start, end, label, text, before, after, rev, extra: [] };
  const said = note === undefined ? span : { ...span, note };
  const whole = entity === undefined ? said : { ...said, entity };
  return json === plainLine(whole) || json === JSON.stringify(value) ? whole : undefined;
}

/** The line of a plain span in which nothing has to be escaped: other lines of such spans are none that equal it. */
function plainLine({
  id,
  start,
  end,
  label,
  text,
  before,
  after,
  rev,
  note,
  entity,
}: SpanAnnotation): string {
  const place = `{"id":"${id}","start":${start},"end":${end},"label":"${label}","text":"${text}"`;
  const said = note === undefined ? '' : `,"note":"${note}"`;
  const named = entity === undefined ? '' : `,"entity":"${entity}"`;
  return `${place},"before":"${before}","after":"${after}","rev":"${rev}"${said}${named}}`;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function kept(id: string, json: string, fault: Message): ReadAnnotation {
  const annotation: UnknownAnnotation = { kind: 'unknown', id, json: minifyJson(json) };
  return { annotation, fault };
}

function textOf(value: object, key: string): string {
  const own: unknown = Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
  return typeof own === 'string' ? own : '';
}

function doubledKey(members: readonly JsonMember[]): string | undefined {
  const seen = new Set<string>();
  for (const { key } of members) {
    if (seen.has(key)) return key;
    seen.add(key);
  }
  return undefined;
}

/** The kind by shape, as the file format defines it; `has` tells whether a key is there. */
export function kindOf(has: (key: string) => boolean): KnownKind | undefined {
  if (has('ref')) return 'record';
  if (has('rule')) return has('start') || has('end') ? 'review' : 'articleReview';
  if (has('from') && has('to')) return 'relation';
  if (has('start') || has('end')) return 'span';
  if (has('value')) return 'documentLabel';
  if (has('status')) return 'status';
  return undefined;
}

const SAYINGS = ['set', 'delete', 'accept', 'comment', 'resolved'] as const;

/** What is wrong with a line as a whole, where naming a key would not tell what to do. */
function ruleFault(kind: KnownKind, value: object): Message | undefined {
  if (kind === 'status' && textOf(value, 'id') !== STATUS_ID) {
    return msg(
      'The line that says how far somebody is with the article has the id "{0}". It is kept, but not used: give it that id, or delete the line.',
      STATUS_ID,
    );
  }
  if (kind === 'record' && SAYINGS.filter((key) => Object.hasOwn(value, key)).length !== 1) {
    return msg(
      'A word on another annotation says one thing: {0}. This line is kept, but not used: leave one of them, or delete the line.',
      SAYINGS.join(', '),
    );
  }
  return undefined;
}

/** The first key that is missing or of a wrong shape. */
function shapeFault(kind: KnownKind, value: object): string | undefined {
  const result = v.safeParse(ANNOTATION_SCHEMAS[kind], value);
  if (!result.success) return String(result.issues[0].path?.[0]?.key ?? kind);
  const known = result.output;
  if ('start' in known && known.start > known.end) return 'end';
  if ('parts' in known && known.parts && !partsFit(known.parts, known.start, known.end)) return 'parts';
  return undefined;
}

/** True for what `pressmark suggest` writes; other programs have scores of their own kinds, which are kept as they are. */
function isScore(json: string): boolean {
  const value: unknown = JSON.parse(json);
  return v.is(ScoreSchema, value) && JSON.stringify(value) === json;
}

function withoutOwnScore(value: object): object {
  if (!Object.hasOwn(value, 'score') || v.is(ScoreSchema, Reflect.get(value, 'score'))) return value;
  const { score: _own, ...others } = value as Record<string, unknown>;
  return others;
}

/** Parts stand in order, do not overlap, and reach from the span's start to its end. */
function partsFit(parts: readonly (readonly [number, number])[], start: number, end: number): boolean {
  let from = start;
  for (const [a, b] of parts) {
    if (a < from || b <= a) return false;
    from = b;
  }
  return parts.length > 0 && parts[0]?.[0] === start && from === end;
}

/** The first key whose value would not survive being read and written: no object, doubled keys in it, long numbers. */
function memberFault(json: string, members: readonly JsonMember[], kind: KnownKind): string | undefined {
  const known = knownKeys(kind);
  for (const m of members) {
    if (!known.includes(m.key)) continue;
    if (m.key === 'value' && !isExact(json.slice(m.start, m.end))) return m.key;
    if (m.key !== 'attributes' && m.key !== 'set' && m.key !== 'conflict') continue;
    // To the schema an array is an object too.
    if (json[m.start] !== '{') return m.key;
    const inner = jsonMembers(json, m.start);
    if (doubledKey(inner) !== undefined) return m.key;
    if (m.key === 'conflict' && inner.some((side) => !/[{n]/.test(json[side.start] ?? ''))) return m.key;
    if (m.key === 'attributes' && inner.some((a) => !isExact(json.slice(a.start, a.end)))) return m.key;
  }
  return undefined;
}

/** True for an attribute's value that is the same after being read as a JavaScript value and written again. */
function isExact(json: string): boolean {
  const value: unknown = JSON.parse(json);
  if (!v.is(AttributeValueSchema, value)) return false;
  if (typeof value !== 'number') return true;
  // A double holds 15 significant decimal digits of any number; zero must really be zero.
  const digits = (json.split(/[eE]/)[0] ?? '').replace(/[-.]/g, '').replace(/^0+/, '');
  return Number.isFinite(value) && digits.length <= 15 && (value !== 0 || digits === '');
}

function knownAnnotation(
  kind: KnownKind,
  value: object,
  json: string,
  members: readonly JsonMember[],
): KnownAnnotation {
  const known = knownKeys(kind);
  const fields: Record<string, unknown> = { kind };
  const extra: ExtraMember[] = [];
  for (const m of members) {
    const raw = json.slice(m.start, m.end);
    if (!known.includes(m.key) || (m.key === 'score' && !isScore(raw)))
      extra.push({ key: m.key, json: minifyJson(raw) });
    else if (m.key === 'attributes') fields[m.key] = attributesOf(json, m.start);
    else if (m.key === 'set') fields[m.key] = jsonMembers(json, m.start).map((s) => rawMember(json, s));
    else if (m.key === 'conflict') fields[m.key] = conflictOf(json, m.start);
    else if (m.key === 'parts') fields[m.key] = partsOf(raw);
    else fields[m.key] = Reflect.get(value, m.key);
  }
  // The fields were checked against the kind's schema above.
  return { ...fields, extra } as unknown as KnownAnnotation;
}

function rawMember(json: string, m: JsonMember): ExtraMember {
  return { key: m.key, json: minifyJson(json.slice(m.start, m.end)) };
}

function attributesOf(json: string, from: number): ReadonlyMap<string, AttributeValue> {
  const entries = jsonMembers(json, from).map((m): [string, AttributeValue] => [
    m.key,
    JSON.parse(json.slice(m.start, m.end)) as AttributeValue,
  ]);
  return new Map(entries);
}

function conflictOf(json: string, from: number): Conflict {
  const sides = new Map(jsonMembers(json, from).map((m) => [m.key, json.slice(m.start, m.end)]));
  const side = (key: keyof Conflict) => {
    const line = sides.get(key) ?? 'null';
    return line === 'null' ? null : minifyJson(line);
  };
  return { base: side('base'), ours: side('ours'), theirs: side('theirs') };
}

function partsOf(json: string): { start: number; end: number }[] {
  return (JSON.parse(json) as [number, number][]).map(([start, end]) => ({ start, end }));
}
