import type { KnownKind } from '../schema.ts';

/** Keys that say one thing together: two sides that change the same unit differently contradict each other. */
export type Unit = readonly string[];

/** The place in a text: none of these keys means anything without the others. */
export const ANCHOR: Unit = ['start', 'end', 'text', 'before', 'after', 'rev', 'parts'];

/** How a line of the gold layer came to be. */
const DECIDED: Unit = ['decision', 'by'];

/** What belongs together in each kind of line; any other key stands for itself. */
const UNITS: Readonly<Record<KnownKind, readonly Unit[]>> = {
  span: [ANCHOR, DECIDED],
  relation: [['from', 'to'], DECIDED],
  documentLabel: [['label', 'value'], DECIDED],
  review: [ANCHOR, ['rule', 'verdict'], DECIDED],
  articleReview: [['rule', 'word', 'verdict'], DECIDED],
  record: [['ref', 'set', 'delete', 'accept', 'comment', 'resolved', 'was', 'by', 'time']],
  status: [['status', 'rev']],
};

/** The units that these keys of a line of the kind make up, each once. */
export function unitsOf(kind: KnownKind, keys: Iterable<string>): Unit[] {
  const units = new Set<Unit>();
  const single = new Set<string>();
  for (const key of keys) {
    const unit = UNITS[kind].find((u) => u.includes(key));
    if (unit) units.add(unit);
    else single.add(key);
  }
  return [...units, ...[...single].map((key) => [key])];
}
