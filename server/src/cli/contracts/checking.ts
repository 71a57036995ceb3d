import * as v from 'valibot';
import { SEVERITIES } from '../../core/checks/finding.ts';
import { offset, place, stretch, version } from './parts.ts';

const Fix = v.strictObject({
  title: v.string(),
  /** True where the repair is right whenever the finding is; `check --fix` carries out only these. */
  certain: v.boolean(),
  /** Replacements of `start`–`end` by `text`; they do not overlap. */
  edits: v.array(v.strictObject({ ...stretch, text: v.string() })),
});

/** A finding; `fix` is the likeliest repair, where the rule has one, `standing` what people say, if anything. */
export const FindingOutput = v.strictObject({
  rule: v.string(),
  severity: v.picklist(SEVERITIES),
  ...place,
  text: v.string(),
  message: v.string(),
  why: v.string(),
  fix: v.optional(Fix),
  standing: v.optional(v.picklist(['confirmed', 'disputed'])),
});

export const MentionOutput = v.strictObject({
  ...stretch,
  text: v.string(),
  entity: v.string(),
  name: v.string(),
  type: v.string(),
  score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
});

/** `languageConfidence`: the share of the sentences looked at that are in `language`; 1 where it was declared. */
export const CheckedArticle = v.strictObject({
  path: v.string(),
  language: v.string(),
  languageConfidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  findings: v.array(FindingOutput),
});

/** Articles that could not be read are counted here, and named on standard error. */
export const CheckSummary = v.strictObject({
  articles: offset,
  unreadable: offset,
  findings: offset,
  error: offset,
  warning: offset,
  information: offset,
  hint: offset,
});

export const CheckOutput = v.strictObject({
  version,
  articles: v.array(CheckedArticle),
  summary: CheckSummary,
});

export const ReadArticle = v.strictObject({ path: v.string(), mentions: v.array(MentionOutput) });
export const EntitiesOutput = v.strictObject({ version, articles: v.array(ReadArticle) });

const id = v.union([v.string(), v.number()]);

/** A line into `check --stdin`. */
export const FilterInput = v.object({ id, text: v.string(), language: v.optional(v.string()) });
/** The line out for it; `error` instead where the line in could not be used, with its id if it had one. */
export const FilterOutput = v.union([
  v.strictObject({
    id,
    language: v.string(),
    findings: v.array(FindingOutput),
    mentions: v.array(MentionOutput),
  }),
  v.strictObject({ id: v.nullable(id), error: v.string() }),
]);

export type FindingOutput = v.InferOutput<typeof FindingOutput>;
export type MentionOutput = v.InferOutput<typeof MentionOutput>;
export type CheckedArticle = v.InferOutput<typeof CheckedArticle>;
export type CheckSummary = v.InferOutput<typeof CheckSummary>;
export type FilterOutput = v.InferOutput<typeof FilterOutput>;
