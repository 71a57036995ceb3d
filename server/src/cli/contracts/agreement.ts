import * as v from 'valibot';
import { MEASURE_NAMES } from '../../core/agreement/measures.ts';
import { OUTPUT_VERSION } from './parts.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const ordinal = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/**
 * A value of a measure. `subject`: the spans; the labels of stretches that both marked alike; a document label or the
 * sentences with a label, whose `name` then is there. `label`: one label alone. `value` is null where the measure is
 * undefined, and `undefined` says why. `low` and `high`: 95 % by bootstrap over articles, where there are at least five.
 * `raw`: the share on which people simply agree, where that is something else than the value. `n`: spans, or items.
 */
export const FigureOutput = v.strictObject({
  subject: v.picklist(['spans', 'labels', 'document', 'sentence']),
  name: v.optional(v.string()),
  label: v.optional(v.string()),
  measure: v.picklist(MEASURE_NAMES),
  value: v.nullable(v.number()),
  undefined: v.optional(v.string()),
  low: v.optional(v.number()),
  high: v.optional(v.number()),
  raw: v.optional(v.number()),
  n: count,
});

/** What one annotator has done; `review` and `lost`: spans of compared articles that have no certain place. */
export const AnnotatorOutput = v.strictObject({
  annotator: v.string(),
  begun: count,
  done: count,
  compared: count,
  changed: count,
  review: count,
  lost: count,
});

const SaidOutput = v.nullable(
  v.strictObject({
    label: v.optional(v.string()),
    start: v.optional(count),
    end: v.optional(count),
    value: v.optional(v.string()),
  }),
);

/** A place of which two people say different things; `a` and `b`: what each has there, null for nothing. */
export const DisagreementOutput = v.strictObject({
  path: v.string(),
  line: ordinal,
  column: ordinal,
  start: count,
  end: count,
  text: v.string(),
  kind: v.picklist(['onlyA', 'onlyB', 'label', 'boundary', 'labelAndBoundary', 'value']),
  subject: v.picklist(['spans', 'labels', 'document', 'sentence']),
  name: v.optional(v.string()),
  annotators: v.tuple([v.string(), v.string()]),
  a: SaidOutput,
  b: SaidOutput,
});

const GateOutput = v.array(v.strictObject({ figure: FigureOutput, least: v.number() }));

/** `missed`: figures below their thresholds; `undefined`: those of which nobody can tell. */
export const AgreeOutput = v.strictObject({
  version: v.literal(OUTPUT_VERSION),
  articles: v.strictObject({ all: count, compared: count, notDone: count, skipped: count }),
  annotators: v.array(AnnotatorOutput),
  together: v.array(FigureOutput),
  pairs: v.array(
    v.strictObject({
      annotators: v.tuple([v.string(), v.string()]),
      articles: count,
      figures: v.array(FigureOutput),
    }),
  ),
  /** With `--per article`. */
  byArticle: v.optional(
    v.array(
      v.strictObject({ path: v.string(), annotators: v.array(v.string()), figures: v.array(FigureOutput) }),
    ),
  ),
  disagreementCount: count,
  /** With `--disagreements`. */
  disagreements: v.optional(v.array(DisagreementOutput)),
  /** Articles in which an alignment of γ could not be proved to be the best. */
  unproved: count,
  missed: GateOutput,
  undefined: GateOutput,
});

export type FigureOutput = v.InferOutput<typeof FigureOutput>;
export type DisagreementOutput = v.InferOutput<typeof DisagreementOutput>;
export type AgreeOutput = v.InferOutput<typeof AgreeOutput>;
