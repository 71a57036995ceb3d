import fc from 'fast-check';
import {
  type Annotation,
  ARTICLE_STATES,
  type AttributeValue,
  DECISIONS,
  type ExtraMember,
  type FindingReview,
  type KnownAnnotation,
  STATUS_ID,
} from '../../server/src/core/annotations/model.ts';
import { knownKeys } from '../../server/src/core/annotations/schema.ts';
import { minifyJson } from '../../server/src/core/json/scan.ts';

/** Any strings, lone surrogates, control characters, markers and prototype keys included. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('a', '\n', '\r', '"', '\\', '{', ']', ',', '\u2028', '\ud800', '😀', '<'),
    maxLength: 8,
  }),
  fc.constantFrom('__proto__', 'constructor', '<<<<<<< HEAD', 'null', ''),
);

/** Ids as Pressmark makes them, few enough to collide, and odd ones. */
export const anyId = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.integer({ min: 0, max: 30 }).map((n) => `${String(n).padStart(8, '0')}-abcdef`),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 5 }) },
);

const anyNumber = fc.oneof(fc.integer(), fc.constantFrom(0.5, -1.25, 1e21, 123456.789));
const attributeValue: fc.Arbitrary<AttributeValue> = fc.oneof(
  anyText,
  anyNumber.map((n) => (Object.is(n, -0) ? 0 : n)),
  fc.boolean(),
  fc.array(anyText, { maxLength: 2 }),
);
const attributes = fc
  .array(fc.tuple(anyText, attributeValue), { maxLength: 3 })
  .map((entries) => new Map<string, AttributeValue>(entries));
const json = fc.oneof(
  fc.json({ maxDepth: 3 }),
  fc.constantFrom('1e400', '12345678901234567890', '{"2":1,"1":2}', '{"__proto__":{"a":1}}'),
);

function members(known: readonly string[]): fc.Arbitrary<ExtraMember[]> {
  const key = fc
    .oneof(anyText, fc.constantFrom('2', '1'))
    .filter((k) => !known.includes(k) && !SHAPE_KEYS.includes(k));
  return fc.uniqueArray(fc.record({ key, json }), { selector: (m) => m.key, maxLength: 3 });
}

/** Keys that decide an annotation's kind. */
const SHAPE_KEYS = ['ref', 'rule', 'from', 'to', 'start', 'end', 'value', 'status'];

export const anyRevision = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef'),
  minLength: 12,
  maxLength: 12,
});
const anchor = {
  start: fc.nat(1000),
  length: fc.nat(20),
  text: anyText,
  before: anyText,
  after: anyText,
  rev: anyRevision,
};
const name = anyText.filter((t) => t !== '');
/** Times of day as people's words have them, few enough to collide. */
export const anyTime = fc.oneof(
  fc.integer({ min: 0, max: 5 }).map((s) => `2026-11-22T08:05:0${s}Z`),
  fc
    .date({
      min: new Date('1970-01-01T00:00:00Z'),
      max: new Date('2999-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString()),
);

function optional<T, K extends string>(key: K, value: fc.Arbitrary<T>) {
  return fc.option(value, { nil: undefined }).map((v) => (v === undefined ? {} : { [key]: v }));
}

const side = fc.option(
  members([]).map((all) => `{${all.map((m) => `${JSON.stringify(m.key)}:${minifyJson(m.json)}`).join(',')}}`),
  { nil: null },
);
/** Both sides of a line that could not be merged, as on any kind of line. */
const conflict = optional('conflict', fc.record({ base: side, ours: side, theirs: side }));

function built(kind: KnownAnnotation['kind'], required: object, ...others: fc.Arbitrary<object>[]) {
  return fc
    .tuple(fc.record({ id: anyId, ...required, extra: members(knownKeys(kind)) }), conflict, ...others)
    .map(([fields, ...rest]) => {
      const all: Record<string, unknown> = Object.assign({ kind }, fields, ...rest);
      if (typeof all.length === 'number') {
        all.end = Number(all.start) + all.length;
        delete all.length;
      }
      return all as unknown as KnownAnnotation;
    });
}

const note = optional('note', anyText);
/** How a line of the gold layer came to be. */
const judged = [
  optional('sources', fc.array(anyText, { maxLength: 2 })),
  optional('decision', fc.constantFrom(...DECISIONS)),
  optional('by', name),
];

/** Any annotation that a sidecar can hold. */
export const anyAnnotation: fc.Arbitrary<Annotation> = fc.oneof(
  {
    weight: 5,
    arbitrary: built(
      'span',
      { ...anchor, label: name },
      note,
      optional('entity', anyText),
      optional('attributes', attributes),
      ...judged,
    ),
  },
  built(
    'relation',
    { from: name, to: name, label: name },
    note,
    optional('attributes', attributes),
    ...judged,
  ),
  built('documentLabel', { label: name, value: attributeValue }, note, ...judged),
  built(
    'review',
    { ...anchor, rule: name, verdict: fc.constantFrom<FindingReview['verdict']>('dismissed', 'confirmed') },
    note,
    ...judged,
  ),
  built(
    'articleReview',
    { rule: name, verdict: fc.constant('dismissed') },
    optional('word', name),
    note,
    ...judged,
  ),
  built(
    'record',
    { ref: name, was: anyText },
    fc.oneof(
      fc.constant({ delete: true }),
      fc.constant({ accept: true }),
      members([]).map((set) => ({ set })),
      name.map((comment) => ({ comment })),
      fc.boolean().map((resolved) => ({ resolved })),
    ),
    note,
    optional('by', name),
    optional('time', anyTime),
  ),
  built('status', {
    id: fc.constant(STATUS_ID),
    status: fc.constantFrom(...ARTICLE_STATES),
    rev: anyRevision,
  }),
  fc.tuple(anyId, json).map(([id, value]): Annotation => {
    const raw = `{"id":${JSON.stringify(id)},"start":"?","later":${value.replace(/\s/g, '')}}`;
    return { kind: 'unknown', id, json: raw };
  }),
);

/** Annotations with ids of their own. */
export const anyAnnotations = fc.uniqueArray(anyAnnotation, { selector: (a) => a.id, maxLength: 8 });
