import * as v from 'valibot';
import { counted, version } from './parts.ts';

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

/** How often an entity is named (`mentions`), and how many annotations are linked to it (`tagged`). */
export const EntityStats = v.strictObject({
  entity: v.string(),
  name: v.string(),
  type: v.string(),
  mentions: counted,
  tagged: counted,
  articles: counted,
});

/** Lengths are in code points. */
export const StatsOutput = v.strictObject({
  version,
  articles: counted,
  unreadable: counted,
  annotated: counted,
  characters: v.strictObject({
    total: counted,
    least: counted,
    median: v.number(),
    most: counted,
    /** How many articles have from `from` to less than `to` characters. */
    bins: v.array(v.strictObject({ from: counted, to: counted, articles: counted })),
  }),
  words: counted,
  languages: v.array(v.strictObject({ language: v.string(), articles: counted })),
  labels: v.array(v.strictObject({ label: v.string(), annotations: counted, articles: counted })),
  entities: v.array(EntityStats),
  rules: v.array(RuleStats),
  people: v.array(PersonStats),
});

export type StatsOutput = v.InferOutput<typeof StatsOutput>;
