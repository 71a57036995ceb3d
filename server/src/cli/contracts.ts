import * as v from 'valibot';
import { SEVERITIES } from '../core/checks/finding.ts';

/**
 * The JSON that the commands read and write. Others build on it: published as JSON Schemas, held by tests. Offsets are
 * Unicode code points of the text without BOM and with LF line ends, `end` exclusive; lines and columns count from 1,
 * columns in code points.
 */

/** The version of all output formats below. */
export const OUTPUT_VERSION = 1;

const version = v.literal(OUTPUT_VERSION);
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const ordinal = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const stretch = { start: offset, end: offset };
const place = { ...stretch, line: ordinal, column: ordinal };

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

export const AnnotateOutput = v.strictObject({
  version,
  path: v.string(),
  sidecar: v.string(),
  added: v.array(v.strictObject({ id: v.string(), ...stretch, label: v.string(), text: v.string() })),
});

const ProblemOutput = v.strictObject({
  code: v.string(),
  severity: v.picklist(['error', 'warning', 'information']),
  ...place,
  message: v.string(),
});
export const ValidatedFile = v.strictObject({ path: v.string(), problems: v.array(ProblemOutput) });
/** Files without problems are counted, and not listed. */
export const ValidateOutput = v.strictObject({
  version,
  files: v.array(ValidatedFile),
  summary: v.strictObject({ files: offset, error: offset, warning: offset, information: offset }),
});

const shown = { id: v.string(), layer: v.string() };
const located = {
  status: v.picklist(['kept', 'moved', 'review', 'orphan']),
  start: v.optional(offset),
  end: v.optional(offset),
};
/** `layer` is the annotator, `gold`, or `shared`. Orphans have no place. */
export const ShowOutput = v.strictObject({
  version,
  path: v.string(),
  annotations: v.array(
    v.union([
      v.looseObject({ kind: v.literal('span'), ...shown, ...located, label: v.string(), text: v.string() }),
      v.looseObject({
        kind: v.literal('review'),
        ...shown,
        ...located,
        rule: v.string(),
        verdict: v.string(),
        text: v.string(),
      }),
      v.looseObject({
        kind: v.literal('articleReview'),
        ...shown,
        rule: v.string(),
        word: v.optional(v.string()),
        verdict: v.string(),
      }),
      v.looseObject({ kind: v.picklist(['relation', 'documentLabel', 'record']), ...shown }),
    ]),
  ),
});

const counted = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** What became of a rule's findings: `open` to `disputed` add up to `findings`. */
export const RuleStats = v.strictObject({
  rule: v.string(),
  findings: counted,
  open: counted,
  confirmed: counted,
  dismissed: counted,
  disputed: counted,
  /** Verdicts on words that were corrected or deleted since. */
  past: v.strictObject({ confirmed: counted, dismissed: counted }),
  /** Confirmed / (confirmed + dismissed), past ones included, with Wilson's 95 % interval; null where n is 0. */
  precision: v.nullable(v.strictObject({ value: share, low: share, high: share, n: counted })),
});

/** Lengths are in code points. */
export const StatsOutput = v.strictObject({
  version,
  articles: counted,
  unreadable: counted,
  annotated: counted,
  characters: v.strictObject({ total: counted, least: counted, median: v.number(), most: counted }),
  words: counted,
  languages: v.array(v.strictObject({ language: v.string(), articles: counted })),
  labels: v.array(v.strictObject({ label: v.string(), annotations: counted, articles: counted })),
  rules: v.array(RuleStats),
});

export type StatsOutput = v.InferOutput<typeof StatsOutput>;
export type FindingOutput = v.InferOutput<typeof FindingOutput>;
export type MentionOutput = v.InferOutput<typeof MentionOutput>;
export type CheckSummary = v.InferOutput<typeof CheckSummary>;
export type CheckedArticle = v.InferOutput<typeof CheckedArticle>;
export type FilterOutput = v.InferOutput<typeof FilterOutput>;
export type ProblemOutput = v.InferOutput<typeof ProblemOutput>;
export type ValidatedFile = v.InferOutput<typeof ValidatedFile>;
export type ShowOutput = v.InferOutput<typeof ShowOutput>;
