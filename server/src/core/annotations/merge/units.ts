import type { KnownKind } from '../schema.ts';

/** Keys that say one thing together: two sides that change the same unit differently contradict each other. */
export type Unit = readonly string[];

/** The place in a text: none of these keys means anything without the others. */
export const ANCHOR: Unit = ['start', 'end', 'text', 'before', 'after', 'rev', 'parts'];

/** How far a person is, and with which text. */
export const STATUS: Unit = ['status', 'rev'];

/** How a line of the gold layer came to be. */
const DECIDED: Unit = ['decision', 'by'];

/** What belongs together in each kind of line; any other key stands for itself. */
export const UNITS: Readonly<Record<KnownKind, readonly Unit[]>> = {
  span: [ANCHOR, DECIDED],
  relation: [['from', 'to'], DECIDED],
  documentLabel: [['label', 'value'], DECIDED],
  review: [ANCHOR, ['rule', 'verdict'], DECIDED],
  articleReview: [['rule', 'word', 'verdict'], DECIDED],
  record: [['ref', 'set', 'delete', 'accept', 'comment', 'resolved', 'was', 'by', 'time']],
  status: [STATUS],
};
