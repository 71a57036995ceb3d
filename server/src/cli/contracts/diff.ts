import * as v from 'valibot';
import { CHANGED_KINDS } from '../../core/annotations/diff.ts';
import { counted, located, offset, ordinal, version } from './parts.ts';

/**
 * One thing that became of an annotation. The place is in the newer text; of what was removed, in the older one, and
 * `now` where its words are in the newer. Where nobody touched the tag, but the text below it: `unfit` where it no longer
 * stands on its words for certain, `reworded` where its place now reads `is`. `before` and `after` are lines of sidecars.
 */
export const DiffChange = v.strictObject({
  kind: v.picklist(['added', 'removed', 'unfit', 'reworded', ...CHANGED_KINDS]),
  id: v.string(),
  words: v.string(),
  line: v.optional(ordinal),
  column: v.optional(ordinal),
  start: v.optional(offset),
  end: v.optional(offset),
  now: v.optional(v.strictObject({ line: ordinal, column: ordinal })),
  status: v.optional(located.status),
  sidecarLine: v.optional(ordinal),
  name: v.optional(v.string()),
  was: v.optional(v.string()),
  is: v.optional(v.string()),
  before: v.optional(v.unknown()),
  after: v.optional(v.unknown()),
});
/** `layer` is the annotator, `gold`, or `shared`; `was` the sidecar's former path. */
export const DiffedLayer = v.strictObject({
  layer: v.string(),
  sidecar: v.string(),
  was: v.optional(v.string()),
  /** Why something of the file could not be compared, on which side. */
  problems: v.array(v.strictObject({ side: v.picklist(['before', 'after']), message: v.string() })),
  changes: v.array(DiffChange),
});
export const DiffedArticle = v.strictObject({
  path: v.string(),
  was: v.optional(v.string()),
  layers: v.array(DiffedLayer),
});
/** `changes` are those of annotations; `unfit` counts tags that do not fit the newer text for certain. */
export const DiffSummary = v.strictObject({
  articles: counted,
  changes: counted,
  added: counted,
  removed: counted,
  changed: counted,
  moved: counted,
  unfit: counted,
  problems: counted,
});
/** `to` is null where it is the files as they are on the disk. */
export const DiffOutput = v.strictObject({
  version,
  from: v.string(),
  to: v.nullable(v.string()),
  articles: v.array(DiffedArticle),
  summary: DiffSummary,
});

export type DiffChange = v.InferOutput<typeof DiffChange>;
export type DiffedLayer = v.InferOutput<typeof DiffedLayer>;
export type DiffedArticle = v.InferOutput<typeof DiffedArticle>;
export type DiffSummary = v.InferOutput<typeof DiffSummary>;
