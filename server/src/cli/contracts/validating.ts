import * as v from 'valibot';
import { offset, place, stretch, version } from './parts.ts';

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

export type ProblemOutput = v.InferOutput<typeof ProblemOutput>;
export type ValidatedFile = v.InferOutput<typeof ValidatedFile>;
