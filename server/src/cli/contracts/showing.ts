import * as v from 'valibot';
import { ARTICLE_STATES } from '../../core/annotations/model.ts';
import { WORD_OUTCOMES } from '../../core/annotations/records.ts';
import { located, version } from './parts.ts';

const shown = { id: v.string(), layer: v.string() };
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

export type ShowOutput = v.InferOutput<typeof ShowOutput>;
