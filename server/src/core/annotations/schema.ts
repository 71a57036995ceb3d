import * as v from 'valibot';
import { ARTICLE_STATES, DECISIONS, STATUS_ID } from './model.ts';

/** The version that sidecars of this format say in their first key. */
export const SIDECAR_VERSION = 1;

const id = v.pipe(v.string(), v.nonEmpty());
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const revision = v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/));
export const AttributeValueSchema = v.union([v.string(), v.number(), v.boolean(), v.array(v.string())]);
/** How sure a suggestion is. */
export const ScoreSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const attributes = v.optional(v.record(v.string(), AttributeValueSchema));
const note = v.optional(v.string());

const json = v.record(v.string(), v.unknown());
/** Both sides of a line that could not be merged, and what it was before. */
const conflict = v.optional(
  v.strictObject({ base: v.nullable(json), ours: v.nullable(json), theirs: v.nullable(json) }),
);
const person = v.optional(v.pipe(v.string(), v.nonEmpty()));
/** Of the gold layer: how a line came to be. */
const judged = {
  sources: v.optional(v.array(v.string())),
  decision: v.optional(v.picklist(DECISIONS)),
  by: person,
};

const context = { before: v.string(), after: v.string(), rev: revision };

/** The known keys of each kind of annotation, in the order in which they are written. */
export const ANNOTATION_SCHEMAS = {
  span: v.object({
    id,
    start: offset,
    end: offset,
    label: v.pipe(v.string(), v.nonEmpty()),
    text: v.string(),
    ...context,
    parts: v.optional(v.array(v.strictTuple([offset, offset]))),
    attributes,
    note,
    entity: v.optional(v.string()),
    score: v.optional(ScoreSchema),
    ...judged,
    conflict,
  }),
  relation: v.object({
    id,
    from: id,
    to: id,
    label: v.pipe(v.string(), v.nonEmpty()),
    attributes,
    note,
    ...judged,
    conflict,
  }),
  documentLabel: v.object({
    id,
    label: v.pipe(v.string(), v.nonEmpty()),
    value: AttributeValueSchema,
    note,
    ...judged,
    conflict,
  }),
  review: v.object({
    id,
    rule: v.pipe(v.string(), v.nonEmpty()),
    start: offset,
    end: offset,
    text: v.string(),
    ...context,
    verdict: v.picklist(['dismissed', 'confirmed']),
    note,
    ...judged,
    conflict,
  }),
  articleReview: v.object({
    id,
    rule: v.pipe(v.string(), v.nonEmpty()),
    word: v.optional(v.pipe(v.string(), v.nonEmpty())),
    verdict: v.literal('dismissed'),
    note,
    ...judged,
    conflict,
  }),
  record: v.object({
    id,
    ref: id,
    set: v.optional(v.record(v.string(), v.unknown())),
    delete: v.optional(v.literal(true)),
    accept: v.optional(v.literal(true)),
    comment: v.optional(v.pipe(v.string(), v.nonEmpty())),
    resolved: v.optional(v.boolean()),
    was: v.string(),
    note,
    by: person,
    time: v.optional(v.pipe(v.string(), v.isoTimestamp())),
    conflict,
  }),
  status: v.object({ id: v.literal(STATUS_ID), status: v.picklist(ARTICLE_STATES), rev: revision, conflict }),
} as const;

export type KnownKind = keyof typeof ANNOTATION_SCHEMAS;

const KNOWN_KEYS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(ANNOTATION_SCHEMAS).map(([kind, schema]) => [kind, Object.keys(schema.entries)]),
);

/** The keys of a kind that this version knows, in the order in which they are written. */
export function knownKeys(kind: KnownKind): readonly string[] {
  return KNOWN_KEYS.get(kind) ?? [];
}

/** A sidecar as a whole, for the published JSON Schema; the parser reads line by line instead. */
export const SidecarSchema = v.object({
  pressmark: v.literal(SIDECAR_VERSION),
  annotations: v.array(
    v.union([
      ANNOTATION_SCHEMAS.span,
      ANNOTATION_SCHEMAS.relation,
      ANNOTATION_SCHEMAS.documentLabel,
      ANNOTATION_SCHEMAS.review,
      ANNOTATION_SCHEMAS.articleReview,
      ANNOTATION_SCHEMAS.record,
      ANNOTATION_SCHEMAS.status,
      v.null(),
    ]),
  ),
});
