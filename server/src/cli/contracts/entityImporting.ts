import * as v from 'valibot';
import { SOURCE_FORMATS } from '../../core/entities/sources/source.ts';
import { counted, ordinal, version } from './parts.ts';

const SourceOutput = v.strictObject({
  path: v.string(),
  format: v.picklist(SOURCE_FORMATS),
  lines: counted,
  /** As read, before those of one id were joined. */
  entities: counted,
});

/** What was left out for one reason, with the first lines. `problem`: false for what was not asked for. */
const LeftOutOutput = v.strictObject({
  code: v.string(),
  message: v.string(),
  problem: v.boolean(),
  count: counted,
  examples: v.array(v.strictObject({ file: v.string(), line: ordinal, text: v.string() })),
});

/** `error`: nothing was made, and why. */
export const EntityImportOutput = v.strictObject({
  version,
  name: v.string(),
  output: v.string(),
  dryRun: v.boolean(),
  imported: v.boolean(),
  /** True where it went on after an interruption. */
  resumed: v.boolean(),
  error: v.optional(v.string()),
  sources: v.array(SourceOutput),
  entities: counted,
  names: counted,
  bytes: counted,
  leftOut: v.array(LeftOutOutput),
});

/** The caches in the user's folder. `state`: as their sources are, changed or missing; `unusable`: import it again. */
export const EntityCachesOutput = v.strictObject({
  version,
  caches: v.array(
    v.strictObject({
      name: v.string(),
      path: v.string(),
      bytes: counted,
      entities: counted,
      names: counted,
      sources: v.array(v.string()),
      state: v.picklist(['current', 'changed', 'missing', 'unusable']),
    }),
  ),
});

export type EntityImportOutput = v.InferOutput<typeof EntityImportOutput>;
export type EntityCachesOutput = v.InferOutput<typeof EntityCachesOutput>;
