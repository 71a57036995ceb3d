import * as v from 'valibot';
import { CHANGED_KINDS } from '../core/annotations/diff.ts';
import { ARTICLE_STATES } from '../core/annotations/model.ts';
import { WORD_OUTCOMES } from '../core/annotations/records.ts';
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
/** What people say about an annotation. `now`: what the annotation is shown as; `own`: the line as its owner has it. */
const Standing = v.strictObject({
  now: v.picklist(['kept', 'changed', 'deleted']),
  /** True where some word is open: outdated, contradicted, or of no use. */
  disputed: v.boolean(),
  acceptedBy: v.array(v.string()),
  own: v.optional(v.record(v.string(), v.unknown())),
  words: v.array(
    v.strictObject({
      layer: v.string(),
      by: v.optional(v.string()),
      says: v.picklist(['set', 'delete', 'accept']),
      set: v.optional(v.record(v.string(), v.unknown())),
      note: v.optional(v.string()),
      outcome: v.picklist(WORD_OUTCOMES),
    }),
  ),
  /** Of the thread; absent where nobody has commented. */
  resolved: v.optional(v.boolean()),
  comments: v.optional(
    v.array(
      v.strictObject({
        layer: v.string(),
        by: v.optional(v.string()),
        time: v.optional(v.string()),
        text: v.string(),
        outdated: v.boolean(),
      }),
    ),
  ),
});
const spoken = { standing: v.optional(Standing) };

/**
 * `layer` is the annotator, `gold`, or `shared`. Orphans have no place. A record's `outcome` says what becomes of it, or
 * why it speaks of nothing.
 */
export const ShowOutput = v.strictObject({
  version,
  path: v.string(),
  annotations: v.array(
    v.union([
      v.looseObject({
        kind: v.literal('span'),
        ...shown,
        ...located,
        label: v.string(),
        text: v.string(),
        ...spoken,
      }),
      v.looseObject({
        kind: v.literal('review'),
        ...shown,
        ...located,
        rule: v.string(),
        verdict: v.string(),
        text: v.string(),
        ...spoken,
      }),
      v.looseObject({
        kind: v.literal('articleReview'),
        ...shown,
        rule: v.string(),
        word: v.optional(v.string()),
        verdict: v.string(),
        ...spoken,
      }),
      v.looseObject({ kind: v.picklist(['relation', 'documentLabel']), ...shown, ...spoken }),
      v.looseObject({
        kind: v.literal('record'),
        ...shown,
        ref: v.string(),
        outcome: v.picklist([...WORD_OUTCOMES, 'thread', 'missing', 'several', 'record']),
      }),
      v.looseObject({ kind: v.literal('status'), ...shown, status: v.picklist(ARTICLE_STATES) }),
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

/** How far somebody is; `open`: begun or assigned, and neither done nor reviewed. `annotator` may be `shared`. */
export const PersonStats = v.strictObject({
  annotator: v.string(),
  assigned: counted,
  open: counted,
  done: counted,
  reviewed: counted,
  /** Of the done and reviewed articles, those whose text has changed since. */
  changed: counted,
  spans: counted,
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
  people: v.array(PersonStats),
});

const names = v.array(v.string());

/** `changed`: whether the sidecar said something else before. `doubts`: own annotations to look at. */
export const MarkOutput = v.strictObject({
  version,
  status: v.picklist(ARTICLE_STATES),
  articles: v.array(v.strictObject({ path: v.string(), changed: v.boolean(), doubts: counted })),
});

/**
 * `articles`: all assignments, by path from the project file's folder; `is` tells new ones and moved ones. `weight` of a
 * person is the number of their articles, or of characters in them.
 */
export const AssignOutput = v.strictObject({
  version,
  file: v.string(),
  written: v.boolean(),
  articles: v.array(
    v.strictObject({
      article: v.string(),
      annotators: names,
      is: v.optional(v.picklist(['new', 'moved'])),
    }),
  ),
  people: v.array(
    v.strictObject({ annotator: v.string(), articles: counted, new: counted, weight: counted }),
  ),
  pairs: v.array(v.strictObject({ annotators: v.tuple([v.string(), v.string()]), articles: counted })),
});

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
export type MarkOutput = v.InferOutput<typeof MarkOutput>;
export type AssignOutput = v.InferOutput<typeof AssignOutput>;
export type StatsOutput = v.InferOutput<typeof StatsOutput>;
export type FindingOutput = v.InferOutput<typeof FindingOutput>;
export type MentionOutput = v.InferOutput<typeof MentionOutput>;
export type CheckSummary = v.InferOutput<typeof CheckSummary>;
export type CheckedArticle = v.InferOutput<typeof CheckedArticle>;
export type FilterOutput = v.InferOutput<typeof FilterOutput>;
export type ProblemOutput = v.InferOutput<typeof ProblemOutput>;
export type ValidatedFile = v.InferOutput<typeof ValidatedFile>;
export type ShowOutput = v.InferOutput<typeof ShowOutput>;
