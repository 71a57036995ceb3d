import * as v from 'valibot';
import { ALIGNMENTS } from '../../core/formats/format.ts';
import { LOSS_REASONS } from '../../core/formats/loss.ts';
import { ITEM_KINDS } from '../../core/formats/report.ts';
import { counted, offset, ordinal, version } from './parts.ts';

const item = v.picklist(ITEM_KINDS);
const kind = v.picklist(['article', ...ITEM_KINDS]);
const reason = v.picklist(LOSS_REASONS);
const holding = v.picklist(['kept', 'changed', 'dropped']);
const attributeValue = v.union([v.string(), v.number(), v.boolean(), v.array(v.string())]);

/** Everything that there is to tell of an export: `export.json` of the dataset, and `export --format json`. */
export const ExportOutput = v.strictObject({
  version,
  /** The dataset's. */
  name: v.string(),
  format: v.strictObject({ name: v.string(), title: v.string() }),
  align: v.picklist(ALIGNMENTS),
  /** The format's own. */
  options: v.record(v.string(), v.string()),
  /** `all`, `gold`, `shared`, or an annotator. */
  layer: v.string(),
  annotators: v.array(v.string()),
  /** What became of annotations whose place is a guess, and how many there were. */
  review: v.strictObject({ choice: v.picklist(['keep', 'drop']), items: counted }),
  /** There where the dataset was shared out. */
  split: v.optional(v.strictObject({ shares: v.array(v.number()), seed: v.string() })),
  splits: v.array(
    v.strictObject({
      name: v.string(),
      articles: counted,
      /** Layers of articles, each written once. */
      layers: counted,
      languages: v.array(v.strictObject({ language: v.string(), articles: counted, characters: counted })),
      labels: v.array(
        v.strictObject({
          kind: item,
          label: v.string(),
          language: v.string(),
          items: counted,
          /** Of these, in the files. */
          written: counted,
          articles: counted,
        }),
      ),
    }),
  ),
  losses: v.strictObject({
    /** The three add up to all that there were. */
    outcomes: v.array(v.strictObject({ kind, kept: counted, changed: counted, dropped: counted })),
    /** An item with two reasons counts at both. */
    reasons: v.array(v.strictObject({ kind, reason, changed: counted, dropped: counted, text: v.string() })),
  }),
  leftOut: v.strictObject({
    articles: v.strictObject({ notDone: counted, language: counted, empty: counted }),
    labels: counted,
    deleted: counted,
    findingReviews: counted,
    refusals: counted,
    comments: counted,
    unknownLines: counted,
    unknownKeys: counted,
  }),
  files: v.array(
    v.variant('kind', [
      v.strictObject({
        kind: v.literal('file'),
        path: v.string(),
        bytes: counted,
        sha256: v.string(),
        split: v.optional(v.string()),
      }),
      v.strictObject({
        kind: v.literal('files'),
        folder: v.string(),
        ending: v.string(),
        files: counted,
        bytes: counted,
        split: v.string(),
      }),
    ]),
  ),
});
export type ExportOutput = v.InferOutput<typeof ExportOutput>;

/** A line of `losses.jsonl`. Offsets are code points of the article's text. */
export const LossOutput = v.strictObject({
  article: v.string(),
  annotator: v.optional(v.string()),
  kind,
  outcome: v.picklist(['changed', 'dropped']),
  reasons: v.array(v.strictObject({ code: reason, text: v.string() })),
  id: v.optional(v.string()),
  label: v.optional(v.string()),
  /** Of an article: how many of its characters are others in the file; the first of them is at `start`. */
  characters: v.optional(counted),
  start: v.optional(offset),
  end: v.optional(offset),
  parts: v.optional(v.array(v.tuple([offset, offset]))),
  line: v.optional(ordinal),
  quote: v.optional(v.string()),
  /** Ids of what a relation links. */
  from: v.optional(v.string()),
  to: v.optional(v.string()),
  value: v.optional(attributeValue),
  attributes: v.optional(v.record(v.string(), attributeValue)),
  note: v.optional(v.string()),
  entity: v.optional(v.string()),
  /** What is written instead: the keys that differ, null for one that is not there any more. */
  now: v.optional(v.record(v.string(), v.unknown())),
});
export type LossOutput = v.InferOutput<typeof LossOutput>;

/** What formats there are, and what each can hold. */
export const FormatsOutput = v.strictObject({
  version,
  formats: v.array(
    v.strictObject({
      name: v.string(),
      title: v.string(),
      reads: v.boolean(),
      writes: v.boolean(),
      layout: v.picklist(['article', 'dataset']),
      endings: v.array(v.string()),
      holds: v.record(v.string(), holding),
      options: v.array(
        v.strictObject({
          name: v.string(),
          description: v.string(),
          values: v.optional(v.array(v.string())),
          default: v.string(),
          uses: v.picklist(['write', 'read', 'both']),
        }),
      ),
    }),
  ),
});
export type FormatsOutput = v.InferOutput<typeof FormatsOutput>;
