import * as v from 'valibot';
import { ADJUDICATION_RULES } from '../../core/adjudication/rules.ts';
import { offset, version } from './parts.ts';

const ordinal = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

const OpenVersion = v.strictObject({
  kind: v.picklist(['span', 'relation', 'documentLabel', 'review', 'articleReview']),
  /** The rule, where it is a word on a finding. */
  label: v.string(),
  start: v.optional(offset),
  end: v.optional(offset),
  text: v.optional(v.string()),
  value: v.optional(v.union([v.string(), v.number(), v.boolean(), v.array(v.string())])),
  verdict: v.optional(v.picklist(['dismissed', 'confirmed'])),
  entity: v.optional(v.string()),
  attributes: v.optional(v.record(v.string(), v.unknown())),
  /** False where the text has changed so that the place is a guess. */
  certain: v.boolean(),
  annotators: v.array(v.string()),
});

/** What is left to people: `having` of `of` annotators have something there. */
export const OpenGroupOutput = v.strictObject({
  key: v.string(),
  kind: v.picklist(['agreed', 'details', 'label', 'boundaries', 'overlap', 'value', 'missing', 'lost']),
  /** It was settled, and an annotator has changed theirs since. */
  changed: v.boolean(),
  having: offset,
  of: offset,
  start: v.optional(offset),
  end: v.optional(offset),
  line: v.optional(ordinal),
  column: v.optional(ordinal),
  text: v.optional(v.string()),
  versions: v.array(OpenVersion),
});

/** `groups` = `settled` + the open ones; `byRule` were settled by this run. */
export const AdjudicatedArticleOutput = v.strictObject({
  path: v.string(),
  gold: v.string(),
  annotators: v.array(v.string()),
  groups: offset,
  settled: offset,
  byRule: offset,
  open: v.array(OpenGroupOutput),
});

/** `waiting`: articles that too few people are done with; `unreadable`: those named on standard error. */
export const AdjudicationSummary = v.strictObject({
  articles: offset,
  unreadable: offset,
  waiting: offset,
  groups: offset,
  settled: offset,
  byRule: offset,
  open: offset,
});

export const AdjudicateOutput = v.strictObject({
  version,
  rule: v.picklist(ADJUDICATION_RULES),
  articles: v.array(AdjudicatedArticleOutput),
  summary: AdjudicationSummary,
});

export type AdjudicatedArticleOutput = v.InferOutput<typeof AdjudicatedArticleOutput>;
export type AdjudicationSummary = v.InferOutput<typeof AdjudicationSummary>;
export type OpenGroupOutput = v.InferOutput<typeof OpenGroupOutput>;
