import * as v from 'valibot';
import { located, OUTPUT_VERSION, offset } from './parts.ts';

const place = { id: v.string(), ...located };

/** An annotation of an article: `layer` is the annotator, `gold`, or `shared`; `label` or `rule` as its line has it. */
export const ReanchoredAnnotation = v.strictObject({
  path: v.string(),
  layer: v.string(),
  ...place,
  label: v.optional(v.string()),
  rule: v.optional(v.string()),
  /** The words as they were tagged. */
  text: v.string(),
});

/** With paths, annotations have all keys, and there is a summary; with two texts only what is about the place. */
export const ReanchorOutput = v.strictObject({
  version: v.literal(OUTPUT_VERSION),
  annotations: v.array(v.union([ReanchoredAnnotation, v.strictObject(place)])),
  summary: v.optional(
    v.strictObject({ kept: offset, moved: offset, review: offset, orphan: offset, written: offset }),
  ),
});

export type ReanchoredAnnotation = v.InferOutput<typeof ReanchoredAnnotation>;
export type ReanchorOutput = v.InferOutput<typeof ReanchorOutput>;
