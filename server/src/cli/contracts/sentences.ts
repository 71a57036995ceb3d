import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** `pressmark export --sentences --format json`. */
export const SentencesOutput = v.object({
  version: v.literal(1),
  /** Sentences that are written, and those of them that a person said to be bad. */
  sentences: count,
  positives: count,
  /** Left out: nobody judged them, in articles that are not done. */
  unjudged: count,
  classes: v.array(
    v.object({ class: v.string(), parts: v.array(v.object({ part: v.string(), sentences: count })) }),
  ),
  /** How clean sentences were drawn, by part (0-based) and language; null: all were taken. */
  negatives: v.nullable(
    v.array(v.object({ part: count, language: v.string(), positives: count, clean: count, drawn: count })),
  ),
});
export type SentencesOutput = v.InferOutput<typeof SentencesOutput>;
