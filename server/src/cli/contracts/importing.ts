import * as v from 'valibot';
import { OFFSET_UNITS } from '../../core/formats/readArticle.ts';
import { counted, offset, ordinal, version } from './parts.ts';

const severity = v.picklist(['error', 'warning', 'information']);

const ImportProblemOutput = v.strictObject({
  /** As it was named, or its path in the project; empty where it is about the call. */
  file: v.string(),
  line: v.optional(ordinal),
  code: v.string(),
  severity,
  message: v.string(),
});

const CountingOutput = v.strictObject({
  unit: v.picklist(OFFSET_UNITS),
  lineEnds: v.picklist(['asIs', 'lf', 'crlf']),
  form: v.picklist(['asIs', 'NFC', 'NFD']),
  bom: v.boolean(),
});

const counts = {
  added: counted,
  /** Same label, same place, same layer: not doubled. */
  there: counted,
  /** Of those added: at a place that somebody should look at. */
  look: counted,
  /** Of those that are there: with other attributes, another note or entity. */
  differs: counted,
  leftOut: counted,
};

/** Something that is told of one annotation; `line` is one of the file. */
const ImportNoteOutput = v.strictObject({
  kind: v.picklist(['look', 'differs', 'leftOut']),
  code: v.string(),
  message: v.string(),
  line: ordinal,
  label: v.string(),
  article: v.strictObject({
    path: v.string(),
    start: v.optional(offset),
    end: v.optional(offset),
    line: v.optional(ordinal),
    column: v.optional(ordinal),
  }),
});

export const ImportedFileOutput = v.strictObject({
  file: v.string(),
  format: v.string(),
  /** Nobody said which format it is. */
  recognised: v.boolean(),
  offsets: v.strictObject({
    /** Absent: there are none, or nothing showed how they count. */
    counting: v.optional(CountingOutput),
    quotes: counted,
    fitted: counted,
    report: v.array(v.string()),
  }),
  articles: v.strictObject({ matched: counted, created: counted }),
  ...counts,
  /** The first 1,000 of each kind. */
  notes: v.array(ImportNoteOutput),
  problems: v.array(ImportProblemOutput),
});

/** `imported` is false where nothing was written: with --dry-run, or because of an error. */
export const ImportOutput = v.strictObject({
  version,
  dryRun: v.boolean(),
  imported: v.boolean(),
  files: v.array(ImportedFileOutput),
  problems: v.array(ImportProblemOutput),
  /** Paths of the project. */
  created: v.array(v.string()),
  unknownNames: v.array(
    v.strictObject({
      kind: v.picklist(['label', 'relation', 'documentLabel', 'attribute']),
      name: v.string(),
      label: v.optional(v.string()),
      count: counted,
    }),
  ),
  summary: v.strictObject({
    files: counted,
    matched: counted,
    created: counted,
    ...counts,
    errors: counted,
    warnings: counted,
  }),
});

export type ImportOutput = v.InferOutput<typeof ImportOutput>;
export type ImportedFileOutput = v.InferOutput<typeof ImportedFileOutput>;
