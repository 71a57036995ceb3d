import * as v from 'valibot';
import { ARTICLE_STATES } from '../../core/annotations/model.ts';
import { counted, version } from './parts.ts';

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

export type MarkOutput = v.InferOutput<typeof MarkOutput>;
export type AssignOutput = v.InferOutput<typeof AssignOutput>;
